/**
 * A run that can be looked at, and gone on with, at every moment that it has been through. Every so often its whole state is
 * remembered; to go to a moment is to be put back to the last such state before it and to go through the rest again, which a
 * run does to the last bit. What was reached so far is the *head*; whoever changes something before the head begins another branch
 * there, and the one that was left can be gone back to in the same way.
 */
import { assert } from '../../base/assert.ts';
import type { Restore } from '../../base/remember.ts';
import type { Action } from '../scenario/schema.ts';
import type { Deed } from './script.ts';
import type { Run } from './types.ts';

export interface Timeline {
  /** The furthest that this branch has been through. */
  readonly headStep: number;
  /** How often another branch was begun, or gone back to. */
  readonly branch: number;
  /** The branch that was left last: where it parts from this one and how far it had come. Undefined when none was. */
  readonly other: Readonly<Pick<Branch, 'forkStep' | 'headStep'>> | undefined;
  /** To be called after every advance. */
  note(): void;
  /** Puts the run back to the state from which it is to be advanced to this step, no further than the head. Answers the step. */
  goTo(step: number): number;
  /** Does something to the run where it stands: in the past that begins another branch. */
  intervene(action: Action): ReturnType<Run['intervene']>;
  /** Puts the run back to where the branches part, and makes the other one the present one. Answers its head, to advance to. */
  swap(): number;
  /** Of so many rows of the time series that were taken of a branch, how many are rows of this one too. */
  rowsInCommon(branch: number, rows: number): number;
}

interface Branch {
  readonly forkStep: number;
  readonly forkRows: number;
  readonly headStep: number;
  readonly deeds: readonly Deed[];
}

interface Checkpoint {
  readonly step: number;
  readonly restore: Restore;
}

export interface TimelineOptions {
  /** How far back one can go at once, s: before that only from the start. */
  readonly reachS: number;
  /** How many states are remembered on the way. */
  readonly checkpoints: number;
  /** The state of the run, and of whatever goes with it. */
  readonly remember: () => Restore;
}

/** @param run at its start */
export function createTimeline(run: Run, stepS: number, { reachS, checkpoints, remember }: TimelineOptions): Timeline {
  const spacingSteps = Math.max(1, Math.round(reachS / checkpoints / stepS));
  const start: Checkpoint = { step: run.stepsDone, restore: remember() };
  let later: Checkpoint[] = [];
  let headStep = run.stepsDone;
  /** The state at the head, while the run is elsewhere: what was done there by hand is in it. */
  let restoreHead: Restore | undefined;
  let other: Branch | undefined;
  /** For every branch that was begun: how many rows it had in common with the one before. */
  const forks: number[] = [];

  const lastUntil = (step: number): Checkpoint => later.findLast((checkpoint) => checkpoint.step <= step) ?? start;

  function note(): void {
    const step = run.stepsDone;
    if (step > headStep) {
      headStep = step;
      restoreHead = undefined;
    }
    const before = lastUntil(step).step;
    const after = later.find((checkpoint) => checkpoint.step > step)?.step ?? Infinity;
    if (step - before < spacingSteps || after - before < 2 * spacingSteps) return;
    later.push({ step, restore: remember() });
    later.sort((a, b) => a.step - b.step);
    // One beyond the reach stays: what lies within it is reached from there.
    while ((later[1]?.step ?? Infinity) <= headStep - reachS / stepS) later.shift();
  }

  function goTo(wanted: number): number {
    const step = Math.max(start.step, Math.min(headStep, wanted));
    if (run.stepsDone === step) return step;
    if (run.stepsDone === headStep) restoreHead ??= remember();
    if (step === headStep && restoreHead !== undefined) restoreHead();
    else {
      const from = lastUntil(step);
      if (run.stepsDone > step || run.stepsDone < from.step) from.restore();
    }
    return step;
  }

  function intervene(action: Action): ReturnType<Run['intervene']> {
    const left = { forkStep: run.stepsDone, forkRows: run.timeseries.length, headStep, deeds: run.script.deeds };
    const taken = run.intervene(action);
    if (!taken.ok) return taken;
    restoreHead = undefined;
    if (left.forkStep < headStep) {
      begin(left);
      headStep = left.forkStep;
    }
    return taken;
  }

  /** Another branch in place of this one, which is the other one from now on. */
  function begin(left: Branch): void {
    other = left;
    forks.push(left.forkRows);
    later = later.filter(({ step }) => step <= left.forkStep);
    restoreHead = undefined;
  }

  function swap(): number {
    assert(other !== undefined, 'another branch to go back to');
    const { forkStep, forkRows, deeds, headStep: otherHead } = other;
    begin({ forkStep, forkRows, headStep, deeds: run.script.deeds });
    lastUntil(forkStep).restore();
    run.script.replace(deeds);
    headStep = otherHead;
    return headStep;
  }

  return {
    get headStep() {
      return headStep;
    },
    get branch() {
      return forks.length;
    },
    get other() {
      return other;
    },
    note,
    goTo,
    intervene,
    swap,
    rowsInCommon: (branch, rows) => forks.slice(branch).reduce((least, common) => Math.min(least, common), rows),
  };
}
