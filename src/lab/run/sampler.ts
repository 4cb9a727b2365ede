/**
 * What is measured of a run: one row of the time series and one row an agent, at every sample and for the readouts on the
 * page. Everything here is derived from the state of field and mesh.
 */
import { atan2 } from '../../base/math.ts';
import { quantileSorted } from '../../base/quantile.ts';
import type { Memory, Remembers } from '../../base/remember.ts';
import type { Field } from '../../field/field.ts';
import type { Mesh } from '../../mesh/types.ts';
import type { Settings } from './settings.ts';
import { agentColumns, timeseriesColumns, type AgentView, type ComponentView, type Snapshot } from './types.ts';

/** Latencies and throughput look back this far. */
const windowS = 5;

export interface Sampler extends Remembers {
  /** Fills `row` (order of `timeseriesColumns`). */
  timeseries(settings: Settings, row: Float64Array): void;
  /** Fills `row` (order of `agentColumns`) for an agent, as of the last call of `timeseries`. */
  agent(agent: number, row: Float64Array): void;
  snapshot(): Snapshot;
}

export function createSampler(field: Field, mesh: Mesh): Sampler {
  const agents = field.agents;
  const component = new Int32Array(agents);
  const group = new Int32Array(agents);
  const window = createWindow(mesh);
  let components = 0;

  function population(a: number): number {
    return (field.agentStart[a + 1] as number) - (field.agentStart[a] as number);
  }

  /** Order parameter of the oscillators on the agents that belong: their population, r and ψ (NaN for nobody). */
  function orderOf(belongs: (agent: number) => boolean) {
    let re = 0;
    let im = 0;
    let oscillators = 0;
    let count = 0;
    for (let a = 0; a < agents; a++) {
      if (!belongs(a)) continue;
      const n = population(a);
      re += n * (field.agentRe[a] as number);
      im += n * (field.agentIm[a] as number);
      oscillators += n;
      count++;
    }
    const r = oscillators === 0 ? NaN : Math.sqrt(re * re + im * im) / oscillators;
    return { agents: count, oscillators, r, psiRad: oscillators === 0 ? NaN : atan2(im, re) };
  }

  function componentViews(): ComponentView[] {
    return Array.from({ length: components }, (_, index) => orderOf((a) => component[a] === index));
  }

  function timeseries(settings: Settings, row: Float64Array): void {
    components = mesh.components(component);
    const whole = orderOf(() => true);
    let largest: ComponentView | undefined;
    for (const view of componentViews()) if (largest === undefined || view.oscillators > largest.oscillators) largest = view;
    let least = Infinity;
    let greatest = -Infinity;
    for (const lamport of mesh.lamport) {
      least = Math.min(least, lamport);
      greatest = Math.max(greatest, lamport);
    }
    const { tokens, messages } = mesh;
    window.update();
    const values: Readonly<Record<(typeof timeseriesColumns)[number], number>> = {
      t_s: mesh.nowS,
      r: whole.r,
      psi_rad: whole.psiRad,
      components,
      r_largest: largest?.r ?? NaN,
      coupling: settings.coupling,
      noise: settings.noise,
      tokens_generated: tokens.count,
      tokens_validated: tokens.validatedCount,
      tokens_pending: tokens.count - tokens.validatedCount,
      validation_p50_ms: window.p50Ms,
      validation_p95_ms: window.p95Ms,
      clock_min: least,
      clock_max: greatest,
      messages_sent: messages.sent,
      messages_delivered: messages.delivered,
      messages_lost: messages.lost,
      conflicts: mesh.observer.conflicts,
    };
    for (let i = 0; i < timeseriesColumns.length; i++) row[i] = values[timeseriesColumns[i] as (typeof timeseriesColumns)[number]];
  }

  function agent(a: number, row: Float64Array): void {
    const view = agentView(a);
    const values: Readonly<Record<(typeof agentColumns)[number], number>> = {
      t_s: mesh.nowS,
      agent: a,
      component: view.component === -1 ? NaN : view.component,
      up: view.up ? 1 : 0,
      r: view.r,
      psi_rad: view.psiRad,
      clock: view.clock,
      tokens_generated: view.generated,
      tokens_validated: view.validated,
      tokens_pending: view.pending,
      log_length: view.logLength,
    };
    for (let i = 0; i < agentColumns.length; i++) row[i] = values[agentColumns[i] as (typeof agentColumns)[number]];
  }

  function agentView(a: number): AgentView {
    const re = field.agentRe[a] as number;
    const im = field.agentIm[a] as number;
    const generated = mesh.tokens.byAuthor[a]?.length ?? 0;
    const validated = mesh.tokens.validatedOf[a] as number;
    return {
      component: component[a] as number,
      up: mesh.up[a] === 1,
      paused: mesh.paused[a] === 1,
      hearsQuorum: hearsQuorum(a),
      group: group[a] as number,
      r: Math.sqrt(re * re + im * im),
      psiRad: atan2(im, re),
      clock: mesh.lamport[a] as number,
      generated,
      validated,
      pending: generated - validated,
      logLength: mesh.observer.logLength[a] as number,
    };
  }

  function hearsQuorum(a: number): boolean {
    let heard = 0;
    for (let b = 0; b < agents; b++) if (mesh.reaches(a, b) && mesh.reaches(b, a)) heard++;
    return heard > agents / 2;
  }

  function snapshot(): Snapshot {
    components = mesh.components(component);
    mesh.groups(group);
    window.update();
    const whole = orderOf(() => true);
    const generated = mesh.tokens.count;
    const validated = mesh.tokens.validatedCount;
    return {
      timeS: mesh.nowS,
      r: whole.r,
      psiRad: whole.psiRad,
      partitioned: mesh.network.partitioned,
      agents: Array.from({ length: agents }, (_, a) => agentView(a)),
      components: componentViews(),
      generated,
      validated,
      pending: generated - validated,
      validationP50Ms: window.p50Ms,
      validationP95Ms: window.p95Ms,
      throughputHz: window.throughputHz,
      conflicts: mesh.observer.conflicts,
      violations: mesh.observer.violationCount,
    };
  }

  return { timeseries, agent, snapshot, remember: window.remember };
}

/** Validation latency and throughput over the tokens that were validated in the last `windowS`. */
function createWindow(mesh: Mesh) {
  const { tokens } = mesh;
  let first = 0;
  let latenciesMs = new Float64Array(1024);
  let p50Ms = NaN;
  let p95Ms = NaN;
  let throughputHz = 0;

  function update(): void {
    const order = tokens.validationOrder;
    const sinceS = mesh.nowS - windowS;
    while (first < order.length && (tokens.validatedS.values[order.values[first] as number] as number) <= sinceS) first++;
    const count = order.length - first;
    if (count > latenciesMs.length) latenciesMs = new Float64Array(2 * count);
    for (let i = 0; i < count; i++) {
      const token = order.values[first + i] as number;
      latenciesMs[i] = 1000 * ((tokens.validatedS.values[token] as number) - (tokens.generatedS.values[token] as number));
    }
    latenciesMs.subarray(0, count).sort();
    p50Ms = quantileSorted(latenciesMs, 0.5, count);
    p95Ms = quantileSorted(latenciesMs, 0.95, count);
    throughputHz = mesh.nowS > 0 ? count / Math.min(windowS, mesh.nowS) : 0;
  }

  return {
    update,
    remember(memory: Memory) {
      first = memory.value(first);
    },
    get p50Ms() {
      return p50Ms;
    },
    get p95Ms() {
      return p95Ms;
    },
    get throughputHz() {
      return throughputHz;
    },
  };
}
