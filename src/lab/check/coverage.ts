/** What many trials came to together, so that nobody need believe that their faults happened. */
import type { Plan } from './plan.ts';
import type { Trial } from './trial.ts';
import { cutNames, faultNames, type CutName, type FaultName } from './witness.ts';

/** In so many trials every cut and every fault must have happened. */
export const enoughTrials = 500;
/** In so many each cut must have met each fault. */
const enoughForPairs = 2000;

export interface Coverage {
  trials: number;
  replayed: number;
  events: number;
  messages: number;
  tokens: number;
  interventions: number;
  simulatedS: number;
  /** Trials in which everybody came to hold everything after the last fault, as is asked of each that ends whole. */
  converged: number;
  /** The longest that everybody needed to hold everything after the last fault. */
  longestConvergenceS: number;
  /** In how many trials each cut stopped a message, and each fault happened. */
  readonly cuts: Record<CutName, number>;
  readonly faults: Record<FaultName, number>;
  /** In how many trials a cut and a fault happened. */
  readonly together: Record<CutName, Record<FaultName, number>>;
}

/** What should have happened by now and never did; empty while there were too few trials to tell. */
export function missingFrom({ trials, cuts, faults, together }: Readonly<Coverage>): readonly string[] {
  if (trials < enoughTrials) return [];
  const alone = [...cutNames.filter((name) => cuts[name] === 0), ...faultNames.filter((name) => faults[name] === 0)];
  if (trials < enoughForPairs) return alone;
  const pairs = cutNames.flatMap((cut) => faultNames.filter((fault) => together[cut][fault] === 0).map((fault) => `${cut} with ${fault}`));
  return [...alone, ...pairs];
}

/** Coverage of trials done elsewhere is added to this one. */
export function addCoverage(into: Coverage, other: Readonly<Coverage>): void {
  into.trials += other.trials;
  into.replayed += other.replayed;
  into.events += other.events;
  into.messages += other.messages;
  into.tokens += other.tokens;
  into.interventions += other.interventions;
  into.simulatedS += other.simulatedS;
  into.converged += other.converged;
  into.longestConvergenceS = Math.max(into.longestConvergenceS, other.longestConvergenceS);
  for (const fault of faultNames) into.faults[fault] += other.faults[fault];
  for (const cut of cutNames) {
    into.cuts[cut] += other.cuts[cut];
    for (const fault of faultNames) into.together[cut][fault] += other.together[cut][fault];
  }
}

export function countTrial(coverage: Coverage, plan: Plan, { mesh, witness, convergenceS }: Trial): void {
  coverage.trials++;
  coverage.events += mesh.events.count;
  coverage.messages += mesh.messages.sent;
  coverage.tokens += mesh.tokens.count;
  coverage.interventions += plan.faults.length;
  coverage.simulatedS += mesh.nowS;
  if (!Number.isNaN(convergenceS)) coverage.converged++;
  if (convergenceS > coverage.longestConvergenceS) coverage.longestConvergenceS = convergenceS;
  const faults = witness.faults();
  for (const fault of faults) coverage.faults[fault]++;
  for (const cut of witness.cuts()) {
    coverage.cuts[cut]++;
    for (const fault of faults) coverage.together[cut][fault]++;
  }
}

export function emptyCoverage(): Coverage {
  return {
    trials: 0,
    replayed: 0,
    events: 0,
    messages: 0,
    tokens: 0,
    interventions: 0,
    simulatedS: 0,
    converged: 0,
    longestConvergenceS: 0,
    cuts: zeros(cutNames),
    faults: zeros(faultNames),
    together: Object.fromEntries(cutNames.map((name) => [name, zeros(faultNames)])) as Record<CutName, Record<FaultName, number>>,
  };
}

function zeros<Name extends string>(names: readonly Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
}
