/**
 * The scenario document, `chorus.scenario/1`: what a person may write. Everything but `schema` has a default; unknown
 * keys are faults. Limits and defaults come from `parameters.ts`; `parse.ts` turns what fails here into sentences.
 */
import * as v from 'valibot';
import { maxLamport } from '../../mesh/clock.ts';
import { partitionShapes } from './shapes.ts';
import { parameters as p, type ChoiceParameter, type NumberParameter, type SwitchParameter } from './parameters.ts';

function number(parameter: NumberParameter) {
  const bounded = v.pipe(v.number(), v.finite(), v.minValue(parameter.min), v.maxValue(parameter.max));
  return v.optional(parameter.integer ? v.pipe(bounded, v.integer()) : bounded, parameter.default);
}

function choice<const T extends string>(parameter: ChoiceParameter<T>) {
  return v.optional(v.picklist(parameter.options.map((option) => option.value)), parameter.default);
}

const toggle = (parameter: SwitchParameter) => v.optional(v.boolean(), parameter.default);

const agentIndex = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(p.agents.max - 1));

const atS = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(p.duration.max));

/** A day: what a wrong date does. */
const maxWallJumpMs = 86_400_000;

/** Whether an agent still has what it persisted: the disk is lost where its crash or its restart says so. */
const disk = v.picklist(['kept', 'lost']);

/** Whoever leaps ahead by more than `maxClockJump` at once is not heard any more, until it starts with a new disk. */
const ticks = v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(maxLamport)), 0);
const wallMs = v.optional(v.pipe(v.number(), v.finite(), v.minValue(-maxWallJumpMs), v.maxValue(maxWallJumpMs)), 0);

export const interventionSchema = v.variant('do', [
  v.strictObject({
    atS,
    do: v.literal('partition'),
    /** Exactly one of `shape` and `groups`; agents that no group names form a group of their own. */
    shape: v.optional(v.picklist(partitionShapes)),
    groups: v.optional(v.pipe(v.array(v.pipe(v.array(agentIndex), v.minLength(1))), v.minLength(1))),
  }),
  v.strictObject({ atS, do: v.literal('heal') }),
  v.strictObject({ atS, do: v.literal('crash'), agent: agentIndex, disk: v.optional(disk) }),
  v.strictObject({ atS, do: v.literal('restart'), agent: agentIndex, disk: v.optional(disk, 'kept') }),
  v.strictObject({ atS, do: v.literal('pause'), agent: agentIndex }),
  v.strictObject({ atS, do: v.literal('resume'), agent: agentIndex }),
  /** Its Lamport clock leaps ahead by `ticks`; its wall clock by `wallMs`, ahead or back. */
  v.strictObject({ atS, do: v.literal('jump'), agent: agentIndex, ticks, wallMs }),
  v.strictObject({ atS, do: v.literal('set'), path: v.string(), value: v.union([v.number(), v.string(), v.boolean()]) }),
]);

export const stragglerSchema = v.strictObject({
  agent: agentIndex,
  extraMs: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(60_000)),
});

export const maxInterventions = 10_000;
export const maxDocumentBytes = 1_000_000;

export const scenarioSchema = v.strictObject({
  schema: v.literal('chorus.scenario/1'),
  name: v.optional(v.pipe(v.string(), v.maxLength(200)), 'untitled'),
  seed: number(p.seed),
  durationS: number(p.duration),
  stepS: number(p.step),
  sampleS: number(p.sample),
  field: v.optional(
    v.strictObject({
      oscillators: number(p.oscillators),
      coupling: number(p.coupling),
      noise: number(p.noise),
      frequency: v.optional(
        v.strictObject({
          law: choice(p.frequencyLaw),
          centre: number(p.frequencyCentre),
          width: number(p.frequencyWidth),
          sampling: choice(p.frequencySampling),
        }),
        {},
      ),
      initial: v.optional(v.strictObject({ kind: choice(p.initialKind), r0: number(p.initialR0) }), {}),
      scheme: choice(p.scheme),
      exchange: choice(p.exchange),
      delayS: number(p.delay),
      phaseLagRad: number(p.phaseLag),
      turnForward: toggle(p.turnForward),
      normalisation: choice(p.normalisation),
    }),
    {},
  ),
  mesh: v.optional(
    v.strictObject({
      agents: number(p.agents),
      protocol: choice(p.protocol),
      tokenRateHz: number(p.tokenRate),
      phaseRateHz: number(p.phaseRate),
      staleAfterS: number(p.staleAfter),
      barrierTimeoutS: number(p.barrierTimeout),
      roundBatch: number(p.roundBatch),
      latency: v.optional(
        v.variant('kind', [
          v.strictObject({ kind: v.optional(v.literal('regions'), 'regions'), table: choice(p.latencyTable) }),
          v.strictObject({ kind: v.literal('constant'), oneWayMs: number(p.latencyOneWay) }),
          v.strictObject({ kind: v.literal('lognormal'), medianMs: number(p.latencyMedian), sigma: number(p.latencySigma) }),
        ]),
        { kind: 'regions' },
      ),
      /** Agents whose every message sent takes `extraMs` longer. */
      stragglers: v.optional(v.array(stragglerSchema), []),
      loss: number(p.loss),
      duplication: number(p.duplication),
      reordering: number(p.reordering),
      harmTo: choice(p.harmTo),
      clockSkewMs: number(p.clockSkew),
      clockDriftPpm: number(p.clockDrift),
    }),
    {},
  ),
  interventions: v.optional(v.pipe(v.array(interventionSchema), v.maxLength(maxInterventions)), []),
});

export { partitionShapes, type PartitionShape } from './shapes.ts';

/** What a person may write: everything but `schema` may be left out. */
export type ScenarioInput = v.InferInput<typeof scenarioSchema>;
/** What the laboratory runs: every default filled in. */
export type Scenario = v.InferOutput<typeof scenarioSchema>;
export type Intervention = Scenario['interventions'][number];
/** An intervention that a person makes on a running lab: it takes effect, and is stamped, at the next step boundary. */
export type Action = DistributiveOmit<Intervention, 'atS'>;

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
