/** Messages in flight of the tiny world: a bag from which a scheduler takes any one, in arrays that are made once. */
import { assert } from '../../base/assert.ts';
import type { Batch } from '../../mesh/message.ts';

export const microKinds = ['prepare', 'promise', 'accept', 'accepted', 'refuse'] as const;
export type MicroKind = (typeof microKinds)[number];

export interface MicroMessage {
  kind: MicroKind;
  proposer: number;
  acceptor: number;
  /** Lamport time of the send. */
  clock: number;
  ballot: number;
  otherBallot: number;
  batch: Batch | undefined;
}

export interface MicroPost {
  readonly inFlight: number;
  clear(): void;
  send(
    kind: MicroKind,
    proposer: number,
    acceptor: number,
    clock: number,
    ballot: number,
    otherBallot: number,
    batch: Batch | undefined,
  ): void;
  /** The message at a place below `inFlight`: valid until the next `send` after it was removed. */
  at(place: number): MicroMessage;
  remove(place: number): void;
}

/** A run sends fewer: every step sends at most one message to each of five acceptors. */
const capacity = 1024;

export function createMicroPost(): MicroPost {
  const bag = Array.from({ length: capacity }, (): MicroMessage => ({
    kind: 'prepare',
    proposer: 0,
    acceptor: 0,
    clock: 0,
    ballot: 0,
    otherBallot: 0,
    batch: undefined,
  }));
  let inFlight = 0;
  return {
    get inFlight() {
      return inFlight;
    },
    clear() {
      inFlight = 0;
    },
    send(kind, proposer, acceptor, clock, ballot, otherBallot, batch) {
      assert(inFlight < capacity, 'room in the bag');
      const message = bag[inFlight++] as MicroMessage;
      message.kind = kind;
      message.proposer = proposer;
      message.acceptor = acceptor;
      message.clock = clock;
      message.ballot = ballot;
      message.otherBallot = otherBallot;
      message.batch = batch;
    },
    at: (place) => bag[place] as MicroMessage,
    remove(place) {
      const removed = bag[place] as MicroMessage;
      inFlight--;
      bag[place] = bag[inFlight] as MicroMessage;
      bag[inFlight] = removed;
    },
  };
}
