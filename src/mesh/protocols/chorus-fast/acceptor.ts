/**
 * The acceptor: one promise for all slots that are not applied, and a vote for each slot. All of its state is durable: it is
 * written before an answer leaves.
 */
import type { Remembers } from '../../../base/remember.ts';
import type { Batch, Vote } from '../../message.ts';
import { noBallot } from '../chorus/ballot.ts';
import { joinClaims, noClaim, type Claim } from './claim.ts';
import type { FastRules } from './rules.ts';

export interface Acceptor extends Remembers {
  readonly promised: number;
  /** The highest slot in which it has voted; −1: none. */
  readonly highestSlot: number;
  /** What it has accepted at the ballot that it accepted last. */
  readonly claim: Claim;
  /** Promises iff no higher ballot was promised. */
  prepare(ballot: number): boolean;
  /** Accepts iff no higher ballot was promised, and promises this one. */
  accept(ballot: number, batch: Batch): boolean;
  vote(slot: number): Vote | undefined;
  /** Of all slots that are not applied. */
  votes(): Iterable<Vote>;
  /** The slot is applied, those below it are: from now on the log tells its value. */
  forget(slot: number): void;
  /** What is not persisted is gone. */
  crash(): void;
}

export function createAcceptor(rules: FastRules): Acceptor {
  const votes = new Map<number, Vote>();
  let promised = noBallot;
  let highestSlot = -1;
  let firstUnapplied = 0;
  let claim = noClaim;

  /** The accepted slots around this one, as far as there is no hole. */
  function claimAround(ballot: number, slot: number): Claim {
    let first = slot;
    let last = slot;
    while (votes.get(first - 1)?.ballot === ballot) first--;
    while (votes.get(last + 1)?.ballot === ballot) last++;
    return { ballot, first, last };
  }

  return {
    remember(memory) {
      promised = memory.value(promised);
      highestSlot = memory.value(highestSlot);
      firstUnapplied = memory.value(firstUnapplied);
      claim = memory.value(claim);
      memory.map(votes);
    },
    get promised() {
      return promised;
    },
    get highestSlot() {
      return highestSlot;
    },
    get claim() {
      return claim;
    },
    prepare(ballot) {
      if (rules.checksPromise && ballot < promised) return false;
      promised = ballot;
      return true;
    },
    accept(ballot, batch) {
      const { slot } = batch;
      if (rules.checksAccept && ballot < promised) return false;
      if (rules.acceptPromises) promised = ballot;
      highestSlot = Math.max(highestSlot, slot);
      // Of an applied slot the log tells what is chosen, whatever this vote was for.
      if (slot >= firstUnapplied) votes.set(slot, { ballot, batch });
      const from = rules.claimsNoHoles || claim.ballot !== ballot ? claim : { ...claim, last: Math.max(claim.last, slot - 1) };
      claim = joinClaims(from, claimAround(ballot, slot));
      return true;
    },
    vote: (slot) => votes.get(slot),
    votes: () => votes.values(),
    forget(slot) {
      votes.delete(slot);
      firstUnapplied = slot + 1;
    },
    crash() {
      if (!rules.persistsPromise) promised = noBallot;
      if (rules.persistsAccepted) return;
      votes.clear();
      claim = noClaim;
    },
  };
}
