/**
 * A proposer's turn: volatile, forgotten in a crash, so that no ballot is ever used again. Promises are counted by the *set*
 * of agents that gave them for exactly this ballot.
 */
import { raise } from '../../clock.ts';
import type { Vote } from '../../message.ts';
import { noBallot } from '../chorus/ballot.ts';
import type { FastRules } from './rules.ts';

/** The ballot, in a promise, of a value that is known to be chosen. */
export const chosenBallot = Infinity;

export interface Proposal {
  /** `turn`: a quorum has promised, and every further slot costs phase 2 alone. */
  phase: 'idle' | 'prepare' | 'turn';
  ballot: number;
  /** Shape [M], 1 where an agent has promised this ballot. */
  readonly promisers: Uint8Array;
  /** Shape [M]: in which incarnation it did; and the latest of each agent that any of them has heard of. */
  readonly promisedAs: Int32Array;
  readonly incarnations: Int32Array;
  /** By slot: what was told of it in the promises, and binds. */
  readonly bound: Map<number, Vote>;
  /** Of this phase, with no slot applied in between. */
  retries: number;
  /** The next slot to propose for; and what that was when the retry timer was last set. */
  nextSlot: number;
  retrySlot: number;
  /** Shape [M]: how many tokens of each author are in the batches that were proposed. */
  readonly proposed: Int32Array;
  proposedS: number;
  isBatchTimed: boolean;
  isRetryTimed: boolean;
}

export function createProposal(agents: number): Proposal {
  return {
    phase: 'idle',
    ballot: noBallot,
    promisers: new Uint8Array(agents),
    promisedAs: new Int32Array(agents),
    incarnations: new Int32Array(agents),
    bound: new Map(),
    retries: 0,
    nextSlot: 0,
    retrySlot: 0,
    proposed: new Int32Array(agents),
    proposedS: -Infinity,
    isBatchTimed: false,
    isRetryTimed: false,
  };
}

export function beginPrepare(proposal: Proposal, ballot: number): void {
  proposal.phase = 'prepare';
  proposal.ballot = ballot;
  proposal.promisers.fill(0);
  proposal.incarnations.fill(0);
  proposal.bound.clear();
  proposal.retries = 0;
}

/** What an agent promises, and tells with it. */
export interface Promised {
  readonly from: number;
  readonly incarnations: Int32Array;
  readonly votes: Iterable<Vote>;
}

/** Counts an agent once, and takes in what it tells. Who is heard to have lost its disk since is to be asked again. */
export function takePromise(proposal: Proposal, { from, incarnations, votes }: Promised, rules: FastRules): void {
  if ((incarnations[from] as number) < (proposal.incarnations[from] as number) && rules.forgetsOldPromises) return;
  proposal.promisers[from] = 1;
  proposal.promisedAs[from] = incarnations[from] as number;
  raise(proposal.incarnations, incarnations);
  for (let agent = 0; agent < incarnations.length && rules.forgetsOldPromises; agent++) {
    if ((proposal.promisedAs[agent] as number) < (proposal.incarnations[agent] as number)) proposal.promisers[agent] = 0;
  }
  if (rules.binding === 'none') return;
  for (const vote of votes) {
    const { slot } = vote.batch;
    const bound = proposal.bound.get(slot);
    if (bound === undefined || (rules.binding === 'highest' && vote.ballot > bound.ballot)) proposal.bound.set(slot, vote);
  }
}

export function countPromises({ promisers }: Proposal): number {
  return promisers.reduce((count, has) => count + has, 0);
}

export function beginTurn(proposal: Proposal, nextSlot: number): void {
  proposal.phase = 'turn';
  proposal.bound.clear();
  proposal.retries = 0;
  proposal.isRetryTimed = false;
  proposal.nextSlot = nextSlot;
  proposal.retrySlot = nextSlot;
  proposal.proposed.fill(0);
  proposal.proposedS = -Infinity;
}

export function abandon(proposal: Proposal): void {
  proposal.phase = 'idle';
  proposal.bound.clear();
  proposal.isBatchTimed = false;
  proposal.isRetryTimed = false;
}
