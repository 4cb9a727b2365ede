/** What a mesh is made from, and what can be seen of it and done to it. */
import type { Remembers } from '../base/remember.ts';
import type { ClockRules } from './clock.ts';
import type { EventLog } from './event-log.ts';
import type { ProtocolState } from './inspection.ts';
import type { Disk } from './life.ts';
import type { LogTree } from './log-tree.ts';
import type { MessageKind } from './message.ts';
import type { Network, NetworkOptions } from './network.ts';
import type { createObserver, Observer } from './observer/observer.ts';
import type { Partition } from './partition/partition.ts';
import type { PhaseBoard } from './phase-board.ts';
import type { Harm } from './post.ts';
import type { CreateProtocol } from './protocol.ts';
import type { Tokens } from './tokens.ts';
import type { MessageWatcher } from './watcher.ts';

export interface MeshOptions extends NetworkOptions {
  readonly createProtocol: CreateProtocol;
  /** Standard deviation of the agents' wall clocks. */
  readonly clockSkewMs: number;
  /** Standard deviation of their rates; 20 unless told otherwise. */
  readonly clockDriftPpm?: number;
  readonly maxEvents: number;
  /** `maxBacklog` unless told otherwise. */
  readonly maxBacklog?: number;
  /** A blind one, for the benchmark only. */
  readonly createObserver?: typeof createObserver;
  /** Sound unless told otherwise: for planted bugs only. */
  readonly clockRules?: ClockRules;
  /** Told of every message as it travels; changes nothing. */
  readonly watch?: MessageWatcher | undefined;
}

/** Rates and probabilities that may change while a run goes on. */
export interface MeshSettings {
  readonly tokenRateHz: number;
  readonly phaseRateHz: number;
  readonly loss: number;
  readonly duplication: number;
  readonly reordering: number;
  /** The kind of message that the three above apply to; all kinds if none is named. */
  readonly harmTo?: MessageKind | 'all';
}

export interface MessageCounts {
  readonly sent: number;
  readonly delivered: number;
  readonly lost: number;
  readonly harm: Readonly<Harm>;
}

export interface Mesh extends Remembers {
  readonly nowS: number;
  readonly board: PhaseBoard;
  readonly tokens: Tokens;
  readonly events: EventLog;
  readonly observer: Observer;
  readonly network: Network;
  /** Shape [M]. */
  readonly lamport: Float64Array;
  readonly up: Uint8Array;
  readonly paused: Uint8Array;
  readonly messages: MessageCounts;
  readonly disksLost: number;
  /** Token clock ticks at which no token was made, for want of room: see `maxBacklog` and `maxTokens`. */
  readonly tokensRefused: number;
  /** What each agent applied, in order. */
  readonly logs: Pick<LogTree, 'length' | 'read' | 'rows'>;
  /** Handles all events up to and at this time. */
  advanceTo(timeS: number): void;
  configure(settings: MeshSettings): void;
  partition(partition: Partition): void;
  heal(): void;
  /** The disk is kept unless told otherwise: the agent resumes from what it persisted. */
  crash(agent: number, disk?: Disk): void;
  restart(agent: number, disk?: Disk): void;
  pause(agent: number): void;
  resume(agent: number): void;
  /** A running agent's Lamport clock leaps ahead by so many ticks, and its wall clock by so much, ahead or back. */
  jump(agent: number, ticks: number, wallMs: number): void;
  /** Writes down in the events that a setting was changed from outside. */
  noteSet(): void;
  /** Whether a message sent now from one agent would be let through to the other, both running. */
  reaches(from: number, to: number): boolean;
  /** What the agent's protocol shows of itself; undefined where it shows nothing. */
  inspect(agent: number): ProtocolState | undefined;
  /** Components at this time, see `findComponents`. */
  components(component: Int32Array): number;
  /** Groups that the cut leaves at this time, see `findGroups`; one while there is none. */
  groups(group: Int32Array): number;
}
