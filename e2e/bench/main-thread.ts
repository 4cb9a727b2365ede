/**
 * What the page's main thread does while a run goes on, from Chromium's own trace: every task of that thread, be it script,
 * style, layout, paint, garbage collection or the browser's own. Drawing by software WebGL is done in another process.
 */
import type { CDPSession } from '@playwright/test';
import { quantileSorted } from '../../src/base/quantile.ts';

export interface MainThread {
  /** Work of the processor from the beginning of one frame to the beginning of the next, all tasks of the main thread together. */
  readonly frameP50Ms: number;
  readonly frameP95Ms: number;
  /** The same by the clock: with what the thread waited for and was interrupted by. */
  readonly frameClockP95Ms: number;
  readonly frames: number;
  readonly framesPerSecond: number;
  /** Of the processor, and by the clock. */
  readonly longestTaskMs: number;
  readonly longestTaskClockMs: number;
  readonly tasksOver50: number;
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
  readonly args?: { readonly name?: string };
}

const longTaskMs = 50;
const categories = ['disabled-by-default-devtools.timeline', 'devtools.timeline', 'toplevel'];

export async function watchMainThread(session: CDPSession, durationMs: number): Promise<MainThread> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.start', { traceConfig: { includedCategories: categories, recordMode: 'recordUntilFull' } });
  await new Promise((resolve) => setTimeout(resolve, durationMs));
  await session.send('Tracing.end');
  await complete;
  return summarise(events);
}

function summarise(events: readonly TraceEvent[]): MainThread {
  const frameStarts = events.filter(({ name }) => name === 'FireAnimationFrame').sort((a, b) => a.ts - b.ts);
  const first = frameStarts[0];
  if (first === undefined) throw new Error('the trace holds no animation frame');
  const ours = (event: TraceEvent): boolean => event.pid === first.pid && event.tid === first.tid;
  const tasks = events.filter((event) => event.name === 'RunTask' && event.ph === 'X' && ours(event)).sort((a, b) => a.ts - b.ts);
  if (tasks.length === 0) throw new Error('the trace holds no task of the main thread');
  const starts = frameTimes(tasks, frameStarts.filter(ours));
  const workMs: number[] = [];
  const clockMs: number[] = [];
  let task = tasks.findIndex(({ ts }) => ts >= (starts[0] ?? 0));
  for (const nextStart of starts.slice(1)) {
    let [work, clock] = [0, 0];
    for (; task < tasks.length && (tasks[task]?.ts ?? Infinity) < nextStart; task++) {
      work += (tasks[task]?.tdur ?? 0) / 1000;
      clock += (tasks[task]?.dur ?? 0) / 1000;
    }
    workMs.push(work);
    clockMs.push(clock);
  }
  const sorted = (values: readonly number[]): Float64Array => Float64Array.from(values).sort();
  const spanS = ((starts.at(-1) ?? 0) - (starts[0] ?? 0)) / 1e6;
  return {
    frameP50Ms: quantileSorted(sorted(workMs), 0.5),
    frameP95Ms: quantileSorted(sorted(workMs), 0.95),
    frameClockP95Ms: quantileSorted(sorted(clockMs), 0.95),
    frames: workMs.length,
    framesPerSecond: workMs.length / spanS,
    longestTaskMs: Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000,
    longestTaskClockMs: Math.max(...tasks.map(({ dur = 0 }) => dur)) / 1000,
    tasksOver50: tasks.filter(({ tdur = 0 }) => tdur > longTaskMs * 1000).length,
  };
}

/** When the tasks began that fired animation frames: two callbacks of one frame are one frame. */
function frameTimes(tasks: readonly TraceEvent[], fired: readonly TraceEvent[]): readonly number[] {
  const times: number[] = [];
  let task = 0;
  for (const { ts } of fired) {
    while (task + 1 < tasks.length && (tasks[task + 1]?.ts ?? Infinity) <= ts) task++;
    const start = tasks[task]?.ts;
    if (start !== undefined && start !== times.at(-1)) times.push(start);
  }
  return times;
}
