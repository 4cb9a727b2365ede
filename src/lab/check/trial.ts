/**
 * One trial: the mesh of a scenario alone, without its field, under the observer's checks and those that only the end of a
 * trial allows. Events are the same as in a run of the whole laboratory: what fails here fails there.
 */
import { soundClockRules, type ClockRules } from '../../mesh/clock.ts';
import { createMesh } from '../../mesh/mesh.ts';
import type { Mesh } from '../../mesh/types.ts';
import type { Check } from '../../mesh/observer/violations.ts';
import type { Partition } from '../../mesh/partition/partition.ts';
import type { CreateProtocol } from '../../mesh/protocol.ts';
import { createDigest } from '../run/digest.ts';
import { settingsOf } from '../run/settings.ts';
import type { Intervention, Scenario } from '../scenario/schema.ts';
import { act, partitionOf } from './act.ts';
import { watchMinority } from './minority.ts';
import { quietS } from './plan.ts';
import { scenarioScript, type Script } from './script.ts';
import { createWitness, type Witness } from './witness.ts';

/** The observer's checks, and: */
export type TrialCheck =
  | Check
  /** nothing that is made without a quorum in reach is validated before the heal; */
  | 'minority'
  /** after `quietS` without faults all that was generated before is validated and stands in every log; */
  | 'liveness'
  /** the mesh comes to an end with a bounded number of events; */
  | 'storm'
  /** no invariant of the program itself breaks. */
  | 'exception';

export interface Finding {
  readonly check: TrialCheck;
  readonly timeS: number;
  /** Those that it was seen at; empty where it is the mesh as a whole. */
  readonly agents: readonly number[];
  readonly message: string;
}

export interface Trial {
  readonly mesh: Mesh;
  readonly witness: Witness;
  /** What was broken first; undefined when nothing was. */
  readonly finding: Finding | undefined;
  /** From the last fault until everybody held everything, s; NaN when that was not waited for. */
  readonly convergenceS: number;
}

/** What runs in a trial. */
export interface Candidate {
  readonly createProtocol: CreateProtocol;
  readonly clockRules?: ClockRules | undefined;
  /** Checks that it is not held to. */
  readonly unclaimed?: ReadonlySet<TrialCheck>;
}

/** How often it is looked whether a trial is over, s. */
const lookS = 0.5;
/** Quiet that is lived through at least, so that what was still on its way has come. */
const leastQuietS = 1.5;
/** Fifty times the most that the Chorus needed in 20,000 random trials. */
const maxEvents = 2_000_000;

/** A mesh on its way, in whole steps as a run of the laboratory makes them. */
interface Course {
  readonly mesh: Mesh;
  readonly unclaimed: ReadonlySet<TrialCheck>;
  readonly stepS: number;
  readonly endStep: number;
  /** At which the quiet begins that a scenario ends in. */
  readonly quietStep: number;
  step: number;
}

/** @param script what happens, where that is not what the scenario says. */
export function runTrial(scenario: Scenario, candidate: Candidate, script: Script = scenarioScript(scenario)): Trial {
  const { seed, stepS, durationS } = scenario;
  const { agents, latency, stragglers, clockSkewMs, clockDriftPpm } = scenario.mesh;
  const { createProtocol, clockRules = soundClockRules, unclaimed = new Set() } = candidate;
  const mesh = createMesh(
    { seed, agents, latency, stragglers, clockSkewMs, clockDriftPpm, createProtocol, clockRules, maxEvents: 0 },
    scenario.mesh,
  );
  const witness = createWitness(mesh, scenario);
  const endStep = Math.round(durationS / stepS);
  const course: Course = { mesh, unclaimed, stepS, endStep, quietStep: endStep - Math.round(quietS / stepS), step: 0 };
  try {
    const broken = live(course, scenario, script, witness);
    const { finding, convergenceS } = broken === undefined ? settle(course) : { finding: broken, convergenceS: NaN };
    return { mesh, witness, finding: finding !== undefined && unclaimed.has(finding.check) ? undefined : finding, convergenceS };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { mesh, witness, finding: { check: 'exception', timeS: mesh.nowS, agents: [], message }, convergenceS: NaN };
  }
}

/** Up to the last intervention, or to the quiet in which a scenario ends. */
function live(course: Course, scenario: Scenario, script: Script, witness: Witness): Finding | undefined {
  const { mesh, endStep, quietStep } = course;
  const { agents } = scenario.mesh;
  const minority = watchMinority(mesh, agents);
  let settings = settingsOf(scenario);
  let partition: Partition | undefined;
  let before: Intervention | undefined;
  for (let step = script.nextStep; step !== undefined && step < endStep; step = script.nextStep) {
    const finding = advance(course, step);
    if (finding !== undefined) return finding;
    for (const intervention of script.take()) {
      const changesReach = whoReaches.has(intervention.do);
      const token = changesReach ? minority.end() : undefined;
      if (token !== undefined && !course.unclaimed.has('minority')) {
        const message = `token ${token}, made where no quorum was in reach, was validated all the same`;
        return { check: 'minority', timeS: mesh.nowS, agents: [mesh.tokens.author.values[token] as number], message };
      }
      witness.see(intervention);
      settings = act(mesh, intervention, before, agents, settings);
      before = intervention;
      if (intervention.do === 'partition') partition = partitionOf(intervention, agents);
      else if (intervention.do === 'heal') partition = undefined;
      if (changesReach) minority.begin(partition);
    }
  }
  return advance(course, quietStep);
}

const whoReaches: ReadonlySet<Intervention['do']> = new Set(['partition', 'heal', 'crash', 'restart']);

/** From there to the end, or until everything is settled. */
function settle(course: Course): Pick<Trial, 'finding' | 'convergenceS'> {
  const { mesh, stepS, endStep, quietStep } = course;
  const sinceS = mesh.nowS;
  const isQuiet = course.step <= quietStep && isCalm(mesh) && !mesh.observer.isForgiven;
  const due = mesh.tokens.count;
  let convergenceS = NaN;
  while (course.step < endStep) {
    const finding = advance(course, Math.min(endStep, course.step + Math.round(lookS / stepS)));
    if (finding !== undefined) return { finding, convergenceS };
    if (Number.isNaN(convergenceS) && findUnsettled(mesh, due) === undefined) convergenceS = mesh.nowS - sinceS;
    if (mesh.nowS - sinceS >= leastQuietS && !Number.isNaN(convergenceS)) break;
  }
  if (!isQuiet || !Number.isNaN(convergenceS)) return { finding: undefined, convergenceS };
  const { agent = 0, message = '' } = findUnsettled(mesh, due) ?? {};
  const finding: Finding = {
    check: 'liveness',
    timeS: mesh.nowS,
    agents: [agent],
    message: `${message}, ${quietS} s after the last fault`,
  };
  return { finding, convergenceS };
}

/** Advances in pieces, and no further than to the first thing that must not be. */
function advance(course: Course, untilStep: number): Finding | undefined {
  const { mesh, stepS, unclaimed } = course;
  while (course.step < untilStep) {
    course.step = Math.min(untilStep, course.step + Math.round(lookS / stepS));
    mesh.advanceTo(course.step * stepS);
    const violation = mesh.observer.violations.find(({ check }) => !unclaimed.has(check));
    if (violation !== undefined) return violation;
    if (mesh.events.count > maxEvents)
      return { check: 'storm', timeS: mesh.nowS, agents: [], message: `${mesh.events.count} events and no end` };
  }
  return undefined;
}

function isCalm(mesh: Mesh): boolean {
  const { network, up, paused } = mesh;
  return !network.partitioned && network.faults.loss === 0 && up.every((is) => is === 1) && paused.every((is) => is === 0);
}

/** What keeps the mesh from being settled, in words. @param due how many tokens there were when the quiet began. */
function findUnsettled(mesh: Mesh, due: number): { readonly agent: number; readonly message: string } | undefined {
  const { tokens, observer } = mesh;
  const owed = Array.from({ length: due }, (_, token) => token).filter((token) => !tokens.isForfeit(token));
  const short = observer.logLength.findIndex((length) => length < owed.length);
  if (short !== -1) {
    const message = `agent ${short} holds ${observer.logLength[short] ?? 0} of the ${owed.length} tokens or more that there are`;
    return { agent: short, message };
  }
  for (const token of owed) {
    if (!Number.isNaN(tokens.validatedS.values[token])) continue;
    return { agent: tokens.author.values[token] as number, message: `token ${token} is not validated` };
  }
  for (let agent = 0; agent < observer.logLength.length; agent++) {
    const log = new Set([...mesh.logs.rows(agent)].flatMap((batch) => [...batch.tokens]));
    for (const token of owed) if (!log.has(token)) return { agent, message: `token ${token} is not in the log of agent ${agent}` };
  }
  return undefined;
}

/** SHA-256 over what a trial came to: logs, validations, clocks, counts. */
export function digestOf(mesh: Mesh): string {
  const digest = createDigest();
  const { tokens, events, messages, lamport, up } = mesh;
  digest.add(Float64Array.of(mesh.nowS, events.count, messages.sent, messages.delivered, messages.lost, tokens.count));
  digest.add(lamport);
  digest.add(Float64Array.from(tokens.validatedS.values.subarray(0, tokens.count)));
  for (let agent = 0; agent < up.length; agent++) {
    for (const batch of mesh.logs.rows(agent)) digest.add(Float64Array.of(batch.slot, ...batch.tokens));
  }
  return digest.hex();
}
