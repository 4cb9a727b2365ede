/** Looks for a planted bug in the worlds where it can be found. */
import type { Bug } from './bug.ts';
import { protocolOf } from './bugs.ts';
import { createCampaign, type Counterexample } from './campaign.ts';
import type { Micro } from './micro.ts';
import type { MicroCheck } from './micro-world.ts';
import { subjectOf } from './subject.ts';

export interface MicroFinding {
  readonly run: number;
  readonly check: MicroCheck;
}

/** Seed of every run of the tiny world: their numbers tell them apart. */
export const microSeed = 0;

/** The first seed of a range that shows the bug, by a certain check where one is named. */
export function findInMesh(bug: Bug, from: number, to: number, check?: Counterexample['finding']['check']): Counterexample | undefined {
  const campaign = createCampaign(subjectOf(protocolOf(bug), bug));
  for (let seed = from; seed <= to; seed++) {
    const found = campaign.run(seed);
    if (found !== undefined && (check === undefined || found.finding.check === check)) return found;
  }
  return undefined;
}

/** The first run of a range that breaks something, or a certain check where one is named. */
export function findInMicro(micro: Micro, from: number, to: number, its?: MicroCheck): MicroFinding | undefined {
  for (let run = from; run <= to; run++) {
    const check = micro.run(microSeed, run);
    if (check !== undefined && (its === undefined || check === its)) return { run, check };
  }
  return undefined;
}
