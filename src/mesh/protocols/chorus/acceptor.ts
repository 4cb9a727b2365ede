/**
 * The acceptor of Paxos (Lamport 1998, "The Part-Time Parliament"; the Synod rules), one instance a slot. All of its
 * state is durable: it is written before an answer leaves.
 */
import type { Remembers } from '../../../base/remember.ts';
import type { Batch } from '../../message.ts';
import { noBallot } from './ballot.ts';
import type { Rules } from './rules.ts';

export interface Vote {
  promised: number;
  acceptedBallot: number;
  acceptedBatch: Batch | undefined;
}

export interface Acceptor extends Remembers {
  /** The highest slot in which it has promised or accepted; −1: none. */
  readonly highestSlot: number;
  vote(slot: number): Vote;
  /** The same, undefined where it has not voted. */
  peek(slot: number): Vote | undefined;
  /** Promises iff no higher ballot was promised in this slot. */
  prepare(slot: number, ballot: number): boolean;
  /** Accepts iff no higher ballot was promised, and promises this one. */
  accept(slot: number, ballot: number, batch: Batch): boolean;
  /** The slot's value is known to be chosen: its vote will not be asked for again. */
  forget(slot: number): void;
  /** What is not persisted is gone. */
  crash(): void;
}

export function createAcceptor(rules: Rules): Acceptor {
  const votes = new Map<number, Vote>();
  let highestSlot = -1;

  function vote(slot: number): Vote {
    let found = votes.get(slot);
    if (found === undefined) {
      found = { promised: noBallot, acceptedBallot: noBallot, acceptedBatch: undefined };
      votes.set(slot, found);
    }
    return found;
  }

  return {
    remember(memory) {
      highestSlot = memory.value(highestSlot);
      memory.all(votes);
    },
    get highestSlot() {
      return highestSlot;
    },
    vote,
    peek: (slot) => votes.get(slot),
    prepare(slot, ballot) {
      const its = vote(slot);
      if (rules.checksPromise && ballot < its.promised) return false;
      highestSlot = Math.max(highestSlot, slot);
      its.promised = ballot;
      if (!rules.separateBallots && its.acceptedBatch !== undefined) its.acceptedBallot = ballot;
      return true;
    },
    accept(slot, ballot, batch) {
      const its = vote(slot);
      if (rules.checksAccept && ballot < its.promised) return false;
      highestSlot = Math.max(highestSlot, slot);
      if (rules.acceptPromises) its.promised = ballot;
      its.acceptedBallot = ballot;
      its.acceptedBatch = batch;
      return true;
    },
    forget: (slot) => votes.delete(slot),
    crash() {
      for (const its of votes.values()) {
        if (!rules.persistsPromise) its.promised = noBallot;
        if (!rules.persistsAccepted) {
          its.acceptedBallot = noBallot;
          its.acceptedBatch = undefined;
        }
      }
    },
  };
}
