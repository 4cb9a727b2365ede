/**
 * What a protocol is, and what of the world it may see. A protocol is one folder or file in `protocols/` and one line in
 * its registry. It handles an agent's events one at a time and answers by sending, setting timers and committing.
 */
import type { Remembers } from '../base/remember.ts';
import type { ProtocolState } from './inspection.ts';
import type { Batch, Message, MessageKind } from './message.ts';
import type { PhaseReport } from './phase-board.ts';
import type { Tokens } from './tokens.ts';

/** Timers of an agent that belong to its protocol, by number. */
export const protocolTimers = 4;

export interface WorldSettings {
  readonly tokenRateHz: number;
  readonly phaseRateHz: number;
}

export interface World {
  readonly agents: number;
  readonly nowS: number;
  readonly tokens: Tokens;
  /** Durable, shape [M][M]: how many of each author's tokens an agent knows. Rides on every message. */
  readonly known: readonly Int32Array[];
  readonly settings: WorldSettings;
  /** How often the agent's disk has been lost: the number that whoever puts in a new disk gives to what starts from it. */
  incarnation(agent: number): number;
  /** What the agent's wall clock shows, seconds; the Chorus never reads it. */
  wallClockS(agent: number): number;
  /** Makes a token now: only for protocols in lock-step, whose token clock waits. */
  generate(agent: number): number;
  /** Writes the agent's phase, as the field tells it, into a message that it drafted; and takes it from one that it heard. */
  tellPhase(message: Message): void;
  hearPhase(agent: number, from: number, report: PhaseReport): void;
  /** A step of an agent that is no message: its Lamport clock rises by one. Answers the new Lamport time. */
  tick(agent: number): number;
  /** Begins a send: an event of the sender. Fill in the protocol's fields, then `send` or `broadcast` it, once. */
  draft(from: number, kind: MessageKind): Message;
  send(message: Message, to: number): void;
  broadcast(message: Message): void;
  /** Sets one of the agent's `protocolTimers`; an earlier setting of the same timer is void. */
  setTimer(agent: number, timer: number, delayS: number): void;
  cancelTimer(agent: number, timer: number): void;
  /** A uniform number in (0, 1) of the agent's own stream. */
  uniform(agent: number): number;
  /** Applies the batch of the agent's next slot: an event of the agent, then one for each own token it validates. */
  commit(agent: number, batch: Batch): void;
  /** Puts another log in the place of the agent's: what was committed may be gone. Only a system without a quorum does this. */
  rewrite(agent: number, log: Batch): void;
  /** Counts the agent's own tokens of a batch as validated before it is applied: for planted bugs only. */
  validateEarly(agent: number, batch: Batch): void;
}

export interface Protocol extends Remembers {
  /** Makes its tokens and tells its phases itself, in rounds, instead of by the asynchronous loop. */
  readonly isLockStep: boolean;
  /** The agent boots, or restarts with what it persisted. */
  start(agent: number): void;
  /** What is not persisted is gone. */
  crash(agent: number): void;
  /** What was persisted is gone too: the agent will start as a new incarnation, with an empty log. */
  loseDisk(agent: number): void;
  /** False while an agent whose disk was lost has not re-joined: until then it makes no tokens. */
  isMember(agent: number): boolean;
  receive(agent: number, message: Message): void;
  timer(agent: number, timer: number): void;
  generated(agent: number): void;
  /** For those who watch; changes nothing. */
  inspect?(agent: number): ProtocolState;
  /** Stamped on every message. */
  firstUnapplied(agent: number): number;
}

export type CreateProtocol = (world: World) => Protocol;

/** Settings of a scenario that protocols read. */
export interface ProtocolOptions {
  readonly barrierTimeoutS: number;
  readonly roundBatch: number;
}
