/** What a run offers to whoever drives it: the worker, the command line, an experiment. */
import type { Result } from '../../base/result.ts';
import type { Remembers } from '../../base/remember.ts';
import type { CreateEngine } from '../../field/engine.ts';
import type { EventColumns } from '../../mesh/event-log.ts';
import type { ProtocolState } from '../../mesh/inspection.ts';
import type { MessageWatcher } from '../../mesh/watcher.ts';
import type { Fault } from '../scenario/fault.ts';
import type { Action, Intervention, Scenario } from '../scenario/schema.ts';
import type { RunScript } from './script.ts';

export type { Fault };
export type { BallotView, ProtocolState } from '../../mesh/inspection.ts';
export { messageKinds, type MessageKind } from '../../mesh/message.ts';
export { fates, type Fate, type MessageWatcher } from '../../mesh/watcher.ts';

/** Columns of `timeseries.csv`, in order. */
export const timeseriesColumns = [
  't_s',
  'r',
  'psi_rad',
  'components',
  'r_largest',
  'coupling',
  'noise',
  'tokens_generated',
  'tokens_validated',
  'tokens_pending',
  'validation_p50_ms',
  'validation_p95_ms',
  'clock_min',
  'clock_max',
  'messages_sent',
  'messages_delivered',
  'messages_lost',
  'conflicts',
] as const;
export type TimeseriesColumn = (typeof timeseriesColumns)[number];

/** Columns of `agents.csv`, in order. */
export const agentColumns = [
  't_s',
  'agent',
  'component',
  'up',
  'r',
  'psi_rad',
  'clock',
  'tokens_generated',
  'tokens_validated',
  'tokens_pending',
  'log_length',
] as const;
export type AgentColumn = (typeof agentColumns)[number];

/** A table by columns: `column(name)[row]`, valid for rows 0 … length − 1. Absent values are NaN. */
export interface Table<Name extends string> {
  readonly length: number;
  column(name: Name): Readonly<Float64Array>;
}

export interface FieldView {
  readonly oscillators: number;
  /** Shape [N], wrapped to [−π, π), rad. Valid until the next `advance`. */
  readonly phaseRad: Readonly<Float64Array>;
  /** Shape [N], natural frequencies, rad/s. */
  readonly frequencyRadS: Readonly<Float64Array>;
  /** Shape [M + 1]: agent a hosts oscillators agentStart[a] … agentStart[a + 1] − 1. */
  readonly agentStart: Readonly<Int32Array>;
  /** Counts the phases as they stand. Shape [M × PHASE_BINS], an agent's bins in a row, the first from phase 0 on. */
  countPhases(): Readonly<Uint32Array>;
}

export interface AgentView {
  /** Number of the agent's component, from 0 in the order of its lowest agent; −1 while the agent is down. */
  readonly component: number;
  readonly up: boolean;
  readonly paused: boolean;
  /** Whether it and those it can talk to both ways are more than M/2. */
  readonly hearsQuorum: boolean;
  /** Number of the group that the cut puts it into, from 0 in the order of its lowest agent; 0 for all where the cut makes no groups. */
  readonly group: number;
  readonly r: number;
  readonly psiRad: number;
  readonly clock: number;
  readonly generated: number;
  readonly validated: number;
  readonly pending: number;
  readonly logLength: number;
}

export interface LogTailRow {
  readonly position: number;
  readonly slot: number;
  readonly token: number;
  /** Who generated it, and at which Lamport time. */
  readonly author: number;
  readonly clock: number;
}

/** One agent, looked into. */
export interface AgentDetail {
  readonly agent: number;
  readonly agents: number;
  readonly up: boolean;
  readonly paused: boolean;
  readonly clock: number;
  readonly generated: number;
  readonly validated: number;
  readonly logLength: number;
  /** Agents that it can talk to both ways, itself among them while it is up. */
  readonly hears: readonly number[];
  readonly quorum: number;
  /** Shape [M]: groups of all agents, see `AgentView.group`. */
  readonly group: readonly number[];
  /** Where it stands, on a network of regions. */
  readonly region: string | undefined;
  readonly protocol: ProtocolState | undefined;
  /** The end of its log, latest first. */
  readonly tail: readonly LogTailRow[];
}

export interface ComponentView {
  readonly agents: number;
  readonly oscillators: number;
  readonly r: number;
  readonly psiRad: number;
}

/** State of the whole at the last step boundary, made on request. */
export interface Snapshot {
  readonly timeS: number;
  readonly r: number;
  readonly psiRad: number;
  readonly partitioned: boolean;
  readonly agents: readonly AgentView[];
  readonly components: readonly ComponentView[];
  readonly generated: number;
  readonly validated: number;
  readonly pending: number;
  /** Over tokens validated in the last 5 s; NaN when none. */
  readonly validationP50Ms: number;
  readonly validationP95Ms: number;
  /** Tokens validated a second over the last 5 s (or since the start). */
  readonly throughputHz: number;
  readonly conflicts: number;
  readonly violations: number;
}

/** Rows of `metrics.csv`. NaN for absent. */
export interface Metric {
  readonly metric: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  readonly note: string;
}

/** Something the observer saw that must never happen. */
export interface Violation {
  readonly check: string;
  readonly timeS: number;
  readonly agents: readonly number[];
  readonly events: readonly number[];
  readonly message: string;
}

/** Columns of `tokens.csv`. */
export interface TokenRow {
  readonly token: number;
  readonly agent: number;
  readonly clock: number;
  readonly generatedS: number;
  /** NaN until its author knows that it was chosen. */
  readonly validatedS: number;
  /** −1 until applied anywhere. */
  readonly slot: number;
  readonly position: number;
}

/** Columns of `log.csv`. */
export interface LogRow {
  readonly agent: number;
  readonly position: number;
  readonly slot: number;
  readonly token: number;
}

/** Columns of `events.csv`; −1 for absent numbers. */
export interface EventRow {
  readonly event: number;
  readonly timeS: number;
  readonly agent: number;
  readonly clock: number;
  readonly kind: string;
  readonly peer: number;
  readonly cause: number;
  readonly token: number;
  readonly slot: number;
  readonly ballot: number;
}

export interface RunOptions {
  /** Keep events for `events.csv` up to this many; past it none is kept at all. Default 2,000,000 (exclusive). */
  readonly maxEvents?: number;
  /** What moves the oscillators: the kernel unless told otherwise. Same bits either way, the reference several times slower. */
  readonly createEngine?: CreateEngine;
  /** Told of every message as it travels; changes nothing. */
  readonly watch?: MessageWatcher;
}

/**
 * One laboratory: field and mesh on one simulated clock. Same scenario, same bits, whatever the chunks of `advance`.
 *
 * It remembers its whole state, between two steps, and can be put back to it: from there it goes through the same again, to the same
 * bits, until something else is done to it. What was remembered of later moments holds until then, too.
 */
export interface Run extends Remembers {
  readonly stepsDone: number;
  /** durationS in steps; `advance` may go past it (a live run goes on until it is paused). */
  readonly stepsPlanned: number;
  readonly timeS: number;
  readonly field: FieldView;
  readonly timeseries: Table<TimeseriesColumn>;
  readonly agentSamples: Table<AgentColumn>;
  readonly violations: readonly Violation[];
  advance(steps: number): void;
  /** What is done to it, and when: `replace` is for whoever has put it back to a moment that both scripts share. */
  readonly script: Pick<RunScript, 'deeds' | 'replace'>;
  /** Checks an action and schedules it for the step boundary that the run stands at; the answer is what is recorded. */
  intervene(action: Action): Result<Intervention, Fault>;
  snapshot(): Snapshot;
  /** One agent, looked into. */
  inspect(agent: number): AgentDetail;
  /** The scenario as run so far: `durationS` is the time reached, every intervention taken is among its interventions. */
  scenarioAsRun(): Scenario;
  /** SHA-256 in hexadecimal over the canonical samples so far. */
  digest(): string;
  metrics(): readonly Metric[];
  tokens(): Iterable<TokenRow>;
  log(): Iterable<LogRow>;
  /** From this event on. Undefined when more events happened than were kept. */
  events(from?: number): Iterable<EventRow> | undefined;
  /** The same by column, at most so many. */
  eventColumns(from: number, maxEvents: number): EventColumns | undefined;
  readonly eventCount: number;
}
