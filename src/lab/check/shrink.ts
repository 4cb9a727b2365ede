/**
 * Makes a counterexample small: as long as the same check still fails, it takes faults away (by halves, quarters, … as in
 * Zeller & Hildebrandt, "Simplifying and isolating failure-inducing input", 2002), shortens the time, calms the network,
 * thins the load and takes agents away. A change moves every later event, so a smaller trial may need another seed to fail:
 * a few are tried. Everything is deterministic.
 */
import type { Intervention, Scenario } from '../scenario/schema.ts';
import { shapeOptions } from '../scenario/shapes.ts';
import type { Counterexample } from './campaign.ts';
import { replay } from './hunt.ts';
import { scenarioOf, type Plan } from './plan.ts';
import type { Subject } from './subject.ts';
import type { Finding } from './trial.ts';

export interface Shrunk {
  readonly scenario: Scenario;
  readonly finding: Counterexample['finding'];
  /** Without what mends them at the end. */
  readonly faults: number;
  /** Trials that it took. */
  readonly trials: number;
}

/** Trials at most: a minute or so. */
const maxTrials = 3000;
/** Seeds tried for a smaller plan, its own first. */
const seedsTried = 6;

interface Failing {
  readonly plan: Plan;
  readonly finding: Finding;
}

export function shrink({ seed, plan, finding }: Counterexample, subject: Subject): Shrunk {
  const { check } = finding;
  let trials = 0;
  // What only a second run shows, or comes out otherwise in a second run, is left as it is.
  const first = check === 'replay' ? undefined : tryPlan(plan, 1);
  if (first === undefined) return { scenario: named(scenarioOf(plan), seed, check), finding, faults: plan.faults.length, trials };

  let best = first;
  for (let before = Infinity; sizeOf(best.plan) < before && trials < maxTrials;) {
    before = sizeOf(best.plan);
    for (const step of steps) improve(step);
  }
  const scenario = best.finding.check === 'liveness' ? scenarioOf(best.plan) : truncated(best);
  return { scenario: named(scenario, seed, check), finding: best.finding, faults: best.plan.faults.length, trials };

  function tryPlan(candidate: Plan, seeds: number): Failing | undefined {
    for (let i = 0; i < seeds && trials < maxTrials; i++) {
      const its = { ...candidate, base: { ...candidate.base, seed: (candidate.base.seed + i) % 2 ** 32 } };
      trials++;
      const trial = replay(its, subject);
      if (trial.finding?.check === check) return { plan: endAt(its, trial.finding), finding: trial.finding };
    }
    return undefined;
  }

  /** Tries the smaller plans of one kind; after a success those of the new plan. */
  function improve(step: Step): void {
    for (let candidates = step(best.plan); trials < maxTrials;) {
      const next = candidates.next();
      if (next.done === true) return;
      const better = sizeOf(next.value) < sizeOf(best.plan) ? tryPlan(next.value, seedsTried) : undefined;
      if (better === undefined) continue;
      best = better;
      candidates = step(best.plan);
    }
  }
}

/** Faults after the violation have no part in it. */
function endAt(plan: Plan, finding: Finding): Plan {
  const { stepS } = plan.base;
  const endS = (Math.floor(finding.timeS / stepS) + 1) * stepS;
  if (finding.check === 'liveness' || endS >= plan.faultsEndS) return plan;
  return { ...plan, faultsEndS: endS, faults: plan.faults.filter((fault) => fault.atS < endS) };
}

/** The scenario up to just after the violation: nothing is mended any more. */
function truncated({ plan, finding }: Failing): Scenario {
  const scenario = scenarioOf(plan);
  const { stepS } = scenario;
  const durationS = Math.min(scenario.durationS, (Math.floor(finding.timeS / stepS) + 2) * stepS);
  return { ...scenario, durationS, interventions: scenario.interventions.filter(({ atS }) => atS < durationS) };
}

function named(scenario: Scenario, seed: number, check: string): Scenario {
  return { ...scenario, name: `counterexample: ${check}, from seed ${seed}` };
}

/** What shrinking makes smaller, faults before agents before everything else. */
function sizeOf({ base, faults, faultsEndS, loadStops }: Plan): number {
  const { agents, stragglers, latency, loss, duplication, reordering, harmTo, phaseRateHz, tokenRateHz } = base.mesh;
  const noise = [loss, duplication, reordering, phaseRateHz].filter((value) => value > 0).length + (harmTo === 'all' ? 0 : 1);
  const network = stragglers.length + (latency.kind === 'constant' ? 0 : 1);
  return 1000 * faults.length + 100 * agents + 10 * (noise + network) + faultsEndS + tokenRateHz + (loadStops ? 0 : 0.001);
}

type Step = (plan: Plan) => Generator<Plan, void>;

function* withoutFaults(plan: Plan): Generator<Plan, void> {
  const { faults } = plan;
  for (let length = faults.length; length >= 1; length = Math.floor(length / 2)) {
    for (let start = faults.length - length; start >= 0; start -= length) {
      yield { ...plan, faults: [...faults.slice(0, start), ...faults.slice(start + length)] };
    }
    const rest = faults.length % length;
    if (rest > 0) yield { ...plan, faults: faults.slice(rest) };
  }
}

function* withFewerAgents(plan: Plan): Generator<Plan, void> {
  const { agents } = plan.base.mesh;
  for (let fewer = 3; fewer < agents; fewer++) yield withAgents(plan, fewer);
}

function withAgents(plan: Plan, agents: number): Plan {
  const { base } = plan;
  const stragglers = base.mesh.stragglers.filter((straggler) => straggler.agent < agents);
  const faults = plan.faults.flatMap((fault) => faultAmong(fault, agents));
  return { ...plan, faults, base: { ...base, mesh: { ...base.mesh, agents, stragglers } } };
}

/** What is left of a fault when there are fewer agents: nothing, where it meets none of them. */
function faultAmong(fault: Intervention, agents: number): readonly Intervention[] {
  if ('agent' in fault) return fault.agent < agents ? [fault] : [];
  if (fault.do !== 'partition') return [fault];
  if (fault.shape !== undefined) {
    return shapeOptions.some((option) => option.value === fault.shape && option.minAgents <= agents) ? [fault] : [];
  }
  const groups = (fault.groups ?? []).map((group) => group.filter((agent) => agent < agents)).filter((group) => group.length > 0);
  const isWhole = groups.length === 0 || (groups.length === 1 && groups[0]?.length === agents);
  return isWhole ? [] : [{ ...fault, groups }];
}

function* withoutNoise(plan: Plan): Generator<Plan, void> {
  const { mesh } = plan.base;
  const calmer: Partial<Scenario['mesh']>[] = [
    { loss: 0, duplication: 0, reordering: 0, harmTo: 'all', stragglers: [], phaseRateHz: 0 },
    { loss: 0 },
    { duplication: 0 },
    { reordering: 0 },
    { harmTo: 'all' },
    { stragglers: [] },
    { phaseRateHz: 0 },
    { latency: { kind: 'constant', oneWayMs: mesh.latency.kind === 'lognormal' ? mesh.latency.medianMs : 50 } },
  ];
  for (const change of calmer) yield withMesh(plan, change);
}

function* withLessLoad(plan: Plan): Generator<Plan, void> {
  const { tokenRateHz } = plan.base.mesh;
  for (const share of [0.25, 0.5, 0.75]) yield withMesh(plan, { tokenRateHz: Number((tokenRateHz * share).toPrecision(2)) });
  yield { ...plan, loadStops: true };
}

function* withLessTime(plan: Plan): Generator<Plan, void> {
  const { stepS } = plan.base;
  const steps = Math.round(plan.faultsEndS / stepS);
  for (const share of [0.25, 0.5, 0.75, 0.9]) {
    const faultsEndS = Math.max(1, Math.round(steps * share)) * stepS;
    yield { ...plan, faultsEndS, faults: plan.faults.filter((fault) => fault.atS < faultsEndS) };
  }
}

function withMesh(plan: Plan, change: Partial<Scenario['mesh']>): Plan {
  return { ...plan, base: { ...plan.base, mesh: { ...plan.base.mesh, ...change } } };
}

const steps: readonly Step[] = [withoutFaults, withFewerAgents, withoutNoise, withLessTime, withLessLoad];
