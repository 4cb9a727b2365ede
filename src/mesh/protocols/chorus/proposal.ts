/**
 * A proposer's attempt at one slot: volatile, forgotten in a crash. Votes are counted by the *set* of agents that cast
 * them for exactly this ballot, so that a duplicate or a late answer to an earlier ballot counts for nothing.
 */
import type { Batch } from '../../message.ts';
import { noBallot } from './ballot.ts';
import type { Rules } from './rules.ts';

export interface Proposal {
  phase: 'idle' | 'prepare' | 'accept';
  slot: number;
  ballot: number;
  /** Value of the highest accepted ballot among the promises. */
  bestBallot: number;
  bestBatch: Batch | undefined;
  /** What ACCEPT asks for. */
  batch: Batch | undefined;
  /** Shape [M], 1 where an agent voted for this ballot in this phase. */
  readonly voters: Uint8Array;
  votes: number;
  /** Retransmissions of this phase so far. */
  retries: number;
}

export function createProposal(agents: number): Proposal {
  return {
    phase: 'idle',
    slot: -1,
    ballot: noBallot,
    bestBallot: noBallot,
    bestBatch: undefined,
    batch: undefined,
    voters: new Uint8Array(agents),
    votes: 0,
    retries: 0,
  };
}

export function beginPrepare(proposal: Proposal, slot: number, ballot: number): void {
  proposal.slot = slot;
  proposal.ballot = ballot;
  proposal.bestBallot = noBallot;
  proposal.bestBatch = undefined;
  proposal.batch = undefined;
  beginPhase(proposal, 'prepare');
}

export function beginAccept(proposal: Proposal, batch: Batch): void {
  proposal.batch = batch;
  beginPhase(proposal, 'accept');
}

function beginPhase(proposal: Proposal, phase: Proposal['phase']): void {
  proposal.phase = phase;
  proposal.voters.fill(0);
  proposal.votes = 0;
  proposal.retries = 0;
}

export function abandon(proposal: Proposal): void {
  proposal.phase = 'idle';
  proposal.bestBatch = undefined;
  proposal.batch = undefined;
}

/** Counts an agent's vote once. */
export function countVote(proposal: Proposal, agent: number, rules: Rules): void {
  if (rules.countsSenders && proposal.voters[agent] === 1) return;
  proposal.voters[agent] = 1;
  proposal.votes++;
}

/** Counts a promise, and remembers the value of the highest ballot that its sender had accepted. */
export function countPromise(
  proposal: Proposal,
  agent: number,
  acceptedBallot: number,
  acceptedBatch: Batch | undefined,
  rules: Rules,
): void {
  countVote(proposal, agent, rules);
  if (acceptedBatch === undefined || rules.binding === 'none') return;
  if (rules.binding === 'first' ? proposal.bestBatch !== undefined : acceptedBallot <= proposal.bestBallot) return;
  proposal.bestBallot = acceptedBallot;
  proposal.bestBatch = acceptedBatch;
}
