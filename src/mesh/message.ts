/**
 * Messages and their pool. One body serves every copy of a broadcast; it goes back to the pool when the last copy has
 * arrived or is lost, so that a running mesh allocates nothing per message.
 */

import type { Remembers } from '../base/remember.ts';

/** Kinds of message, in the order of their numbers. */
export const messageKinds = [
  'phase',
  'heartbeat',
  'prepare',
  'promise',
  'refuse',
  'accept',
  'accepted',
  'chosen',
  'fetch',
  'round',
  'ask',
  'merge',
  'join',
  'joined',
] as const;
export type MessageKind = (typeof messageKinds)[number];

/** Tokens that share a slot, in log order. Immutable and shared by reference. */
export interface Batch {
  readonly slot: number;
  /** Token ids in log order. */
  readonly tokens: Int32Array;
}

/** A value of a slot with the ballot in which it was accepted. Immutable and shared by reference. */
export interface Vote {
  readonly ballot: number;
  readonly batch: Batch;
}

export interface Message {
  /** Its place in the pool. */
  readonly index: number;
  kind: MessageKind;
  from: number;
  /** Lamport time of the send. */
  clock: number;
  sentS: number;
  /** Number of the send among all events. */
  event: number;
  /** The oracle's vector clock at the send; no protocol may read it. */
  readonly vector: Int32Array;
  /** How many tokens of each author the sender knew: its pending tokens ride on every message. */
  readonly known: Int32Array;
  /** The sender's first unapplied slot. */
  firstUnapplied: number;
  /** Phase, mean frequency: only in a phase message. */
  re: number;
  im: number;
  frequencyRadS: number;
  /** Only in a heartbeat: how long a quorum takes to answer the sender, and for every agent the send time of its last
   * heartbeat that the sender heard, plus the time since then. */
  answerS: number;
  readonly echoS: Float64Array;
  /** Of the agent that asks to re-join, in its question and in the answers to it. */
  incarnation: number;
  /** Protocol fields; what they mean is each protocol's own. */
  slot: number;
  ballot: number;
  otherBallot: number;
  batch: Batch | undefined;
  firstSlot: number;
  votes: readonly Vote[];
  /** The latest incarnation of each agent that the sender has heard of. */
  readonly incarnations: Int32Array;
  /** Copies still under way. */
  copies: number;
  /** Number of the message: keys its random draws. */
  id: number;
}

const noVotes: readonly Vote[] = [];

export interface MessagePool extends Remembers {
  /** A body with old contents, to be released once for every copy. */
  take(): Message;
  get(index: number): Message;
  release(message: Message): void;
}

export function createMessagePool(agents: number): MessagePool {
  const bodies: Message[] = [];
  const free: number[] = [];

  function blank(index: number): Message {
    return {
      index,
      kind: 'phase',
      from: 0,
      clock: 0,
      sentS: 0,
      event: -1,
      vector: new Int32Array(agents),
      known: new Int32Array(agents),
      firstUnapplied: 0,
      re: 0.1,
      im: 0.1,
      frequencyRadS: 0.1,
      answerS: 0.1,
      echoS: new Float64Array(agents),
      incarnation: 0,
      slot: -1,
      ballot: 0,
      otherBallot: 0,
      batch: undefined,
      firstSlot: -1,
      votes: noVotes,
      incarnations: new Int32Array(agents),
      copies: 0,
      id: 0,
    };
  }

  return {
    remember: (memory) => {
      memory.all(bodies, free);
    },
    take() {
      const index = free.pop();
      if (index !== undefined) return bodies[index] as Message;
      const message = blank(bodies.length);
      bodies.push(message);
      return message;
    },
    get: (index) => bodies[index] as Message,
    release(message) {
      if (--message.copies > 0) return;
      message.batch = undefined;
      message.votes = noVotes;
      free.push(message.index);
    },
  };
}
