/** Looks for a planted bug in the worlds where it can be found. */
import type { Bug } from './bugs.ts';
import { createCampaign, type Counterexample } from './campaign.ts';
import { createMicro, type MicroCheck } from './micro.ts';
import { subjectOf } from './subject.ts';

export interface MicroFinding {
  readonly run: number;
  readonly check: MicroCheck;
}

/** The first seed of a range that shows the bug, by a certain check where one is named. */
export function findInMesh(bug: Bug, from: number, to: number, check?: Counterexample['finding']['check']): Counterexample | undefined {
  const campaign = createCampaign(subjectOf('chorus', bug));
  for (let seed = from; seed <= to; seed++) {
    const found = campaign.run(seed);
    if (found !== undefined && (check === undefined || found.finding.check === check)) return found;
  }
  return undefined;
}

/** The first of so many runs of the tiny world that shows it. */
export function findInMicro(bug: Bug, seed: number, runs: number): MicroFinding | undefined {
  const micro = createMicro(bug);
  for (let run = 0; run < runs; run++) {
    const check = micro.run(seed, run);
    if (check !== undefined) return { run, check };
  }
  return undefined;
}
