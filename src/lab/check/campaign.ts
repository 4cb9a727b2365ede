/** Many seeds, one after the other, and what they came to together. */
import { hunt, replay } from './hunt.ts';
import type { Plan } from './plan.ts';
import type { Subject } from './subject.ts';
import { digestOf, type Finding, type Trial } from './trial.ts';
import { cutNames, faultNames, type CutName, type FaultName } from './witness.ts';

/** Every so many seeds the plan that was written down is lived through again, and must come to the same. */
const replayEvery = 16;
/** In so many trials every cut and every fault must have happened. */
const enoughTrials = 500;

export interface Counterexample {
  readonly seed: number;
  readonly plan: Plan;
  readonly finding: Omit<Finding, 'check'> & { readonly check: Finding['check'] | 'replay' };
}

export interface Coverage {
  trials: number;
  replayed: number;
  events: number;
  messages: number;
  tokens: number;
  interventions: number;
  simulatedS: number;
  /** The longest that everybody needed to hold everything after the last fault. */
  longestConvergenceS: number;
  /** In how many trials each cut stopped a message, and each fault happened. */
  readonly cuts: Record<CutName, number>;
  readonly faults: Record<FaultName, number>;
  /** In how many trials a cut and a fault happened. */
  readonly together: Record<CutName, Record<FaultName, number>>;
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
    count(coverage, plan, trial);
    if (trial.finding !== undefined) return { seed, plan, finding: trial.finding };
    if (seed % replayEvery !== 0) return undefined;
    coverage.replayed++;
    const again = replay(plan, subject);
    if (again.finding === undefined && digestOf(again.mesh) === digestOf(trial.mesh)) return undefined;
    return { seed, plan, finding: { check: 'replay', timeS: again.mesh.nowS, message: 'the same plan came to something else' } };
  }

  return { coverage, run };
}

/** What should have happened by now and never did; empty while there were too few trials to tell. */
export function missingFrom({ trials, cuts, faults }: Readonly<Coverage>): readonly (CutName | FaultName)[] {
  if (trials < enoughTrials) return [];
  return [...cutNames.filter((name) => cuts[name] === 0), ...faultNames.filter((name) => faults[name] === 0)];
}

function count(coverage: Coverage, plan: Plan, { mesh, witness, convergenceS }: Trial): void {
  coverage.trials++;
  coverage.events += mesh.events.count;
  coverage.messages += mesh.messages.sent;
  coverage.tokens += mesh.tokens.count;
  coverage.interventions += plan.faults.length;
  coverage.simulatedS += mesh.nowS;
  if (convergenceS > coverage.longestConvergenceS) coverage.longestConvergenceS = convergenceS;
  const faults = witness.faults();
  for (const fault of faults) coverage.faults[fault]++;
  for (const cut of witness.cuts()) {
    coverage.cuts[cut]++;
    for (const fault of faults) coverage.together[cut][fault]++;
  }
}

function emptyCoverage(): Coverage {
  return {
    trials: 0,
    replayed: 0,
    events: 0,
    messages: 0,
    tokens: 0,
    interventions: 0,
    simulatedS: 0,
    longestConvergenceS: 0,
    cuts: zeros(cutNames),
    faults: zeros(faultNames),
    together: Object.fromEntries(cutNames.map((name) => [name, zeros(faultNames)])) as Record<CutName, Record<FaultName, number>>,
  };
}

function zeros<Name extends string>(names: readonly Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
}
