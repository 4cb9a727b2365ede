/**
 * Chromium's own trace of a page's main thread: every task of it, be it script, style, layout, paint, garbage collection or the
 * browser's own. Each has two lengths: what the processor worked for it, and how long it took by the clock. They differ by what the
 * thread waited for: other programs on the same cores, and, without a graphics card, the drawing that another process does in software.
 */
import type { CDPSession } from '@playwright/test';

export interface Task {
  readonly startMs: number;
  readonly workMs: number;
  readonly clockMs: number;
}

export interface ThreadTrace {
  /** In the order of their beginnings. */
  readonly tasks: readonly Task[];
  /** When animation frames were fired. */
  readonly framesMs: readonly number[];
  /** When content was painted for the first time while this was traced. */
  readonly firstContentMs: number | undefined;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds, as all times of a trace. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

const categories = ['disabled-by-default-devtools.timeline', 'devtools.timeline', 'toplevel'];

/** Traces while `during` goes on. The main thread is the one that fires animation frames. */
export async function traceMainThread(session: CDPSession, during: () => Promise<unknown>): Promise<ThreadTrace> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as readonly TraceEvent[]) events.push(event);
  });
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.start', { traceConfig: { includedCategories: categories, recordMode: 'recordUntilFull' } });
  await during();
  await session.send('Tracing.end');
  await complete;

  const fired = events.filter(({ name }) => name === 'FireAnimationFrame');
  const main = fired[fired.length - 1];
  if (main === undefined) throw new Error('the trace holds no animation frame');
  const ours = (event: TraceEvent): boolean => event.pid === main.pid && event.tid === main.tid;
  const tasks = events
    .filter((event) => event.name === 'RunTask' && event.ph === 'X' && ours(event))
    .map(({ ts, tdur = 0, dur = 0 }) => ({ startMs: ts / 1000, workMs: tdur / 1000, clockMs: dur / 1000 }))
    .sort((a, b) => a.startMs - b.startMs);
  if (tasks.length === 0) throw new Error('the trace holds no task of the main thread');
  const painted = events.find((event) => event.name === 'firstContentfulPaint' && event.pid === main.pid);
  return {
    tasks,
    framesMs: fired
      .filter(ours)
      .map(({ ts }) => ts / 1000)
      .sort((a, b) => a - b),
    firstContentMs: painted === undefined ? undefined : painted.ts / 1000,
  };
}
