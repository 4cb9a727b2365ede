/** Advances a run in slices, so that signals and the progress bar get their turn. */
import { setImmediate } from 'node:timers/promises';
import type { Run } from '../lab/run/types.ts';
import type { Interrupt } from './interrupt.ts';
import type { Progress } from './progress.ts';

/** Long enough that the pauses cost nothing, short enough that Ctrl-C is felt at once. */
const sliceMs = 50;

/** @param steps of the run as a whole. @returns whether it got there. */
export async function advanceTo(run: Run, steps: number, progress: Progress, interrupt: Interrupt): Promise<boolean> {
  let slice = 1;
  while (run.stepsDone < steps && !interrupt.asked) {
    const began = performance.now();
    run.advance(Math.min(slice, steps - run.stepsDone));
    const tookMs = performance.now() - began;
    slice = Math.max(1, Math.round(slice * Math.min(2, sliceMs / Math.max(tookMs, 0.01))));
    progress.update(run.timeS);
    await setImmediate();
  }
  return run.stepsDone >= steps;
}
