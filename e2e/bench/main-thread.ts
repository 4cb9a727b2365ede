/** What the page's main thread does from one frame to the next while a run goes on. */
import type { CDPSession } from '@playwright/test';
import { quantileSorted } from '../../src/base/quantile.ts';
import { traceMainThread, type Task, type ThreadTrace } from './thread-trace.ts';

export interface MainThread {
  /** Work of the processor from the beginning of one frame to the beginning of the next, all tasks of the main thread together. */
  readonly frameP50Ms: number;
  readonly frameP95Ms: number;
  /** The same by the clock: with what the thread waited for and was interrupted by. */
  readonly frameClockP95Ms: number;
  readonly frames: number;
  readonly framesPerSecond: number;
  /** Part of the time that the thread worked. */
  readonly busyShare: number;
  /** Of the processor, and by the clock. */
  readonly longestTaskMs: number;
  readonly longestTaskClockMs: number;
}

export async function watchMainThread(session: CDPSession, durationMs: number): Promise<MainThread> {
  return summarise(await traceMainThread(session, () => new Promise((resolve) => setTimeout(resolve, durationMs))));
}

function summarise({ tasks, framesMs }: ThreadTrace): MainThread {
  const starts = frameStarts(tasks, framesMs);
  const workMs: number[] = [];
  const clockMs: number[] = [];
  let task = tasks.findIndex(({ startMs }) => startMs >= (starts[0] ?? 0));
  for (const nextStart of starts.slice(1)) {
    let [work, clock] = [0, 0];
    for (; task < tasks.length && (tasks[task]?.startMs ?? Infinity) < nextStart; task++) {
      work += tasks[task]?.workMs ?? 0;
      clock += tasks[task]?.clockMs ?? 0;
    }
    workMs.push(work);
    clockMs.push(clock);
  }
  if (workMs.length === 0) throw new Error('too few frames to measure one');
  const sorted = (values: readonly number[]): Float64Array => Float64Array.from(values).sort();
  const spanMs = (starts.at(-1) ?? 0) - (starts[0] ?? 0);
  return {
    frameP50Ms: quantileSorted(sorted(workMs), 0.5),
    frameP95Ms: quantileSorted(sorted(workMs), 0.95),
    frameClockP95Ms: quantileSorted(sorted(clockMs), 0.95),
    frames: workMs.length,
    framesPerSecond: (1000 * workMs.length) / spanMs,
    busyShare: workMs.reduce((sum, ms) => sum + ms, 0) / spanMs,
    longestTaskMs: Math.max(...tasks.map((one) => one.workMs)),
    longestTaskClockMs: Math.max(...tasks.map((one) => one.clockMs)),
  };
}

/** When the tasks began that fired animation frames: two callbacks of one frame are one frame. */
function frameStarts(tasks: readonly Task[], firedMs: readonly number[]): readonly number[] {
  const times: number[] = [];
  let task = 0;
  for (const ms of firedMs) {
    while (task + 1 < tasks.length && (tasks[task + 1]?.startMs ?? Infinity) <= ms) task++;
    const start = tasks[task]?.startMs;
    if (start !== undefined && start !== times.at(-1)) times.push(start);
  }
  return times;
}
