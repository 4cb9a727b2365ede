/**
 * One laboratory: field and mesh on one simulated clock. A step from boundary n to n + 1 goes: the field forms its mean
 * fields from what has been heard by now; the mesh handles all events up to n + 1, its phase messages telling the phases
 * of boundary n; the phases move. At a boundary the sample comes first, then the interventions, in the order in which
 * they were made. Time is n · stepS, never a sum.
 */
import { failure, success, type Result } from '../../base/result.ts';
import type { Memory } from '../../base/remember.ts';
import { createField } from '../../field/field.ts';
import { createMesh } from '../../mesh/mesh.ts';
import type { Mesh } from '../../mesh/types.ts';
import { createGroups } from '../../mesh/partition/groups.ts';
import { shapes } from '../../mesh/partition/shapes.ts';
import { protocols } from '../../mesh/protocols/registry.ts';
import type { Fault } from '../scenario/fault.ts';
import { interventionFaults } from '../scenario/rules.ts';
import type { Action, Intervention, Scenario } from '../scenario/schema.ts';
import { createDigest } from './digest.ts';
import { createEpisodes } from './episodes.ts';
import { createExchange } from './exchange.ts';
import { inspectAgent } from './inspect.ts';
import { createLate } from './late.ts';
import { measure } from './metrics.ts';
import { logRows, tokenRows } from './rows.ts';
import { createScript, roomFault } from './script.ts';
import { createSampler } from './sampler.ts';
import { settingsOf, withSetting } from './settings.ts';
import { createTable } from './table.ts';
import { agentColumns, timeseriesColumns, type Run, type RunOptions } from './types.ts';

/** Past this many events none is kept: a record with a hole is worse than none. */
const defaultMaxEvents = 2_000_000;

/** A time that lies this share of a step behind a boundary, or less, is that boundary: it was computed as n · stepS. */
const boundaryTolerance = 1e-6;

/** @param scenario as `parseScenario` gives it: complete and sound. */
export function createRun(scenario: Scenario, options: RunOptions = {}): Run {
  const { stepS } = scenario;
  let settings = settingsOf(scenario);
  const mesh = createMeshOf(scenario, options);
  const field = createField({ seed: scenario.seed, stepS, agents: scenario.mesh.agents, ...scenario.field }, options.createEngine);
  const known = createExchange(mesh, field.agentStart, () => settings);
  const { delayS, phaseLagRad } = scenario.field;
  const exchange = createLate(known, field.agents, stepS, delayS, phaseLagRad);
  const sampler = createSampler(field, mesh);
  const episodes = createEpisodes(mesh);
  const digest = createDigest();
  const timeseries = createTable(timeseriesColumns);
  const agentSamples = createTable(agentColumns);
  const timeseriesRow = new Float64Array(timeseriesColumns.length);
  const agentRow = new Float64Array(agentColumns.length);

  const stepsASample = Math.round(scenario.sampleS / stepS);
  const stepsPlanned = Math.round(scenario.durationS / stepS);
  const script = createScript(scenario.interventions.map((intervention) => ({ intervention, step: boundaryOf(intervention.atS) })));
  const taken: Intervention[] = [];
  let stepsDone = 0;

  function boundaryOf(atS: number): number {
    return Math.max(0, Math.ceil(atS / stepS - boundaryTolerance));
  }

  function advance(steps: number): void {
    for (let end = stepsDone + steps; stepsDone < end;) {
      takeScheduled();
      field.begin(stepsDone, settings.coupling, exchange);
      mesh.board.re.set(field.agentRe);
      mesh.board.im.set(field.agentIm);
      mesh.board.frequencyRadS.set(field.agentFrequencyRadS);
      mesh.advanceTo((stepsDone + 1) * stepS);
      field.finish(settings.noise);
      stepsDone++;
      if (stepsDone % stepsASample === 0) sample();
    }
  }

  function sample(): void {
    sampler.timeseries(settings, timeseriesRow);
    timeseries.push(timeseriesRow);
    digest.add(timeseriesRow);
    for (let agent = 0; agent < field.agents; agent++) {
      sampler.agent(agent, agentRow);
      agentSamples.push(agentRow);
      digest.add(agentRow);
    }
    episodes.look(settings.tokenRateHz);
  }

  /** Everything that the script says of the boundary that the run stands at. */
  function takeScheduled(): void {
    for (let due = script.takeDue(stepsDone); due !== undefined; due = script.takeDue(stepsDone)) take(due);
  }

  function take(intervention: Intervention): void {
    const isFirst = record(intervention);
    switch (intervention.do) {
      case 'partition':
        mesh.partition(
          intervention.shape === undefined
            ? createGroups(intervention.groups ?? [], field.agents)
            : shapes[intervention.shape](field.agents),
        );
        episodes.cut();
        break;
      case 'heal':
        mesh.heal();
        episodes.heal();
        break;
      case 'crash':
        mesh.crash(intervention.agent, intervention.disk);
        break;
      case 'restart':
        mesh.restart(intervention.agent, intervention.disk);
        break;
      case 'pause':
        mesh.pause(intervention.agent);
        break;
      case 'resume':
        mesh.resume(intervention.agent);
        break;
      case 'jump':
        mesh.jump(intervention.agent, intervention.ticks, intervention.wallMs);
        break;
      case 'set':
        settings = withSetting(settings, intervention.path, intervention.value);
        mesh.configure(settings);
        if (isFirst) mesh.noteSet();
        break;
    }
  }

  /** Of several settings of one parameter at one boundary the last one counts, and it alone is written down. False: it replaced one. */
  function record(intervention: Intervention): boolean {
    const last = taken.at(-1);
    const replaces = last?.do === 'set' && intervention.do === 'set' && last.path === intervention.path && last.atS === intervention.atS;
    if (replaces) taken.pop();
    taken.push(intervention);
    return !replaces;
  }

  function intervene(action: Action): Result<Intervention, Fault> {
    takeScheduled();
    const intervention = { ...action, atS: stepsDone * stepS } as Intervention;
    const fault = roomFault(script.deeds, stepsDone) ?? interventionFaults(intervention, field.agents)[0];
    if (fault !== undefined) return failure(fault);
    script.insert(stepsDone, intervention);
    take(intervention);
    return success(intervention);
  }

  function remember(memory: Memory): void {
    settings = memory.value(settings);
    stepsDone = memory.value(stepsDone);
    memory.all(mesh, field, exchange, sampler, episodes, digest, timeseries, agentSamples, script);
    memory.list(taken);
  }

  function scenarioAsRun(): Scenario {
    return { ...scenario, durationS: stepsDone * stepS, interventions: [...taken] };
  }

  sample();

  return {
    get stepsDone() {
      return stepsDone;
    },
    stepsPlanned,
    get timeS() {
      return stepsDone * stepS;
    },
    field,
    timeseries,
    agentSamples,
    get violations() {
      return mesh.observer.violations;
    },
    advance,
    intervene,
    remember,
    script,
    snapshot: sampler.snapshot,
    inspect: (agent) => inspectAgent(mesh, scenario, agent),
    scenarioAsRun,
    digest: digest.hex,
    metrics: () => measure(timeseries, mesh, episodes.list()),
    tokens: () => tokenRows(mesh.tokens),
    log: () => logRows(mesh, field.agents),
    events: (from) => mesh.events.rows(from),
    eventColumns: (from, maxEvents) => mesh.events.columns(from, maxEvents),
    get eventCount() {
      return mesh.events.count;
    },
  };
}

function createMeshOf({ seed, mesh }: Scenario, { maxEvents = defaultMaxEvents, watch }: RunOptions): Mesh {
  const { agents, latency, stragglers, protocol, clockSkewMs, clockDriftPpm } = mesh;
  const createProtocol = protocols[protocol](mesh);
  return createMesh({ seed, agents, latency, stragglers, clockSkewMs, clockDriftPpm, createProtocol, maxEvents, watch }, mesh);
}
