/**
 * A campaign in pieces that anybody can do, anywhere and in any order: plain data goes in, plain data comes out. Whoever puts
 * the answers together in the order of the seeds finds the same, however many hands there were.
 */
import { assert } from '../../base/assert.ts';
import { findInMesh, findInMicro, microSeed, type MicroFinding } from './bug-hunt.ts';
import type { Bug } from './bug.ts';
import { bugs, protocolOf } from './bugs.ts';
import { createCampaign, type Counterexample } from './campaign.ts';
import type { Coverage } from './coverage.ts';
import { createMicro, isMicroProtocol, type Micro, type MicroCounts } from './micro.ts';
import { shrink, type Shrunk } from './shrink.ts';
import { subjectOf, type Flaw, type ProtocolName, type Subject } from './subject.ts';

/** A protocol as it is, or with a bug of that name planted in it. */
export interface Target {
  readonly protocol: ProtocolName;
  readonly bug: string | undefined;
}

/** Seeds of the mesh, or runs of the tiny world, from one to another, both included; up to the first that breaks something. */
export interface Piece {
  readonly do: 'seeds' | 'runs';
  readonly target: Target;
  readonly from: number;
  readonly to: number;
}

export interface SeedsDone {
  readonly coverage: Readonly<Coverage>;
  readonly found: Counterexample | undefined;
}

export interface RunsDone {
  readonly counts: Readonly<MicroCounts>;
  readonly found: MicroFinding | undefined;
}

export type Task =
  | Piece
  | { readonly do: 'shrink'; readonly target: Target; readonly counterexample: Counterexample }
  | { readonly do: 'bug'; readonly name: string };

/** Where a planted bug shows first, by the checks that are named for it; in a world in which it should not, nothing. */
export interface BugFound {
  readonly mesh: Counterexample | undefined;
  readonly micro: MicroFinding | undefined;
}

export type Answer = SeedsDone | RunsDone | Shrunk | BugFound;

export function perform(task: Task): Answer {
  switch (task.do) {
    case 'seeds':
      return liveThrough(task);
    case 'runs':
      return runTinyWorld(task);
    case 'shrink':
      return shrink(task.counterexample, subjectOfTarget(task.target));
    case 'bug':
      return findBug(bugNamed(task.name));
  }
}

function liveThrough({ target, from, to }: Piece): SeedsDone {
  const { coverage, run } = createCampaign(subjectOfTarget(target));
  for (let seed = from; seed <= to; seed++) {
    const found = run(seed);
    if (found !== undefined) return { coverage, found };
  }
  return { coverage, found: undefined };
}

function runTinyWorld({ target, from, to }: Piece): RunsDone {
  const micro = tinyWorldOf(target);
  return { found: findInMicro(micro, from, to), counts: micro.counts };
}

function findBug(bug: Bug): BugFound {
  const { mesh, micro } = bug;
  return {
    mesh: mesh && findInMesh(bug, 0, mesh.within - 1, mesh.check),
    micro: micro && findInMicro(tinyWorldOf({ protocol: protocolOf(bug), bug: bug.name }), 0, micro.within - 1, micro.check),
  };
}

/** A run of the tiny world, step by step in words. */
export function tellRun(target: Target, run: number): readonly string[] {
  const steps: string[] = [];
  tinyWorldOf(target).run(microSeed, run, (step) => steps.push(step));
  return steps;
}

function subjectOfTarget(target: Target): Subject {
  return subjectOf(target.protocol, flawOf(target));
}

function tinyWorldOf(target: Target): Micro {
  const { protocol } = target;
  assert(isMicroProtocol(protocol), `a tiny world of ${protocol}`);
  return createMicro(protocol, flawOf(target));
}

function flawOf({ bug }: Target): Flaw {
  return bug === undefined ? {} : bugNamed(bug);
}

function bugNamed(name: string): Bug {
  const bug = bugs.find((each) => each.name === name);
  assert(bug !== undefined, `a bug called ${name}`);
  return bug;
}
