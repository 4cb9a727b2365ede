/** Many seeds, one after the other, and what they came to together. */
import { countTrial, emptyCoverage, type Coverage } from './coverage.ts';
import { hunt, replay } from './hunt.ts';
import type { Plan } from './plan.ts';
import type { Subject } from './subject.ts';
import { digestOf, type Finding } from './trial.ts';

/** Every so many seeds the plan that was written down is lived through again, and must come to the same. */
const replayEvery = 16;

export interface Counterexample {
  readonly seed: number;
  readonly plan: Plan;
  readonly finding: Omit<Finding, 'check'> & { readonly check: Finding['check'] | 'replay' };
}

export interface Campaign {
  readonly coverage: Readonly<Coverage>;
  /** Lives through one seed; answers what it broke. */
  run(seed: number): Counterexample | undefined;
}

export function createCampaign(subject: Subject): Campaign {
  const coverage = emptyCoverage();

  function run(seed: number): Counterexample | undefined {
    const { plan, trial } = hunt(seed, subject);
    countTrial(coverage, plan, trial);
    if (trial.finding !== undefined) return { seed, plan, finding: trial.finding };
    if (seed % replayEvery !== 0) return undefined;
    coverage.replayed++;
    const again = replay(plan, subject);
    if (again.finding === undefined && digestOf(again.mesh) === digestOf(trial.mesh)) return undefined;
    const message = 'the same plan came to something else';
    return { seed, plan, finding: { check: 'replay', timeS: again.mesh.nowS, agents: [], message } };
  }

  return { coverage, run };
}
