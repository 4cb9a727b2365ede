/** What a proposer asks of the others, asked again of those who have not answered. */
import type { Batch, Message } from '../../message.ts';
import { agentOf } from '../chorus/shared.ts';
import { timer, type Context } from './agent.ts';
import { covers } from './claim.ts';

/** Backoff and retransmission never wait longer; and retransmission, in a mesh however fast, not shorter. */
export const maxWaitS = 2;
const minWaitS = 0.001;

export function setRetry(context: Context, self: number): void {
  const { world } = context;
  const { proposal, turns } = agentOf(context, self);
  proposal.isRetryTimed = true;
  proposal.retrySlot = proposal.nextSlot;
  const delayS = turns.answerS * (2 << Math.min(proposal.retries, 5)) * (1 + world.uniform(self) / 2);
  world.setTimer(self, timer.retry, Math.min(maxWaitS, Math.max(minWaitS, delayS)));
}

/** A quorum has not answered: asks those again who have not. */
export function retry(context: Context, self: number): void {
  const { world, rules } = context;
  const { proposal, learner } = agentOf(context, self);
  proposal.isRetryTimed = false;
  if (proposal.phase === 'turn' && learner.firstUnapplied >= proposal.nextSlot) return;
  for (let to = 0; to < world.agents && rules.retransmits; to++) {
    if (to === self) continue;
    if (proposal.phase === 'prepare') prepareAgain(context, self, to);
    else askAgain(context, self, to);
  }
  proposal.retries++;
  setRetry(context, self);
}

function prepareAgain(context: Context, self: number, to: number): void {
  const { proposal } = agentOf(context, self);
  if (proposal.promisers[to] === 1) return;
  const message = context.world.draft(self, 'prepare');
  fillPrepare(context, self, message);
  context.world.send(message, to);
}

/** What lay open when the timer was set, and still does. */
function askAgain(context: Context, self: number, to: number): void {
  const { proposal, learner, acceptor, tally } = agentOf(context, self);
  const claim = tally.of(to);
  const batches: Batch[] = [];
  for (let slot = learner.firstUnapplied; slot < proposal.retrySlot; slot++) {
    const vote = acceptor.vote(slot);
    if (vote !== undefined && !covers(claim, proposal.ballot, slot)) batches.push(vote.batch);
  }
  if (batches.length === 0) return;
  const message = context.world.draft(self, 'accept');
  fillAccept(message, proposal.ballot, batches);
  context.world.send(message, to);
}

export function fillPrepare(context: Context, self: number, message: Message): void {
  const { proposal, learner } = agentOf(context, self);
  message.slot = learner.firstUnapplied;
  message.ballot = proposal.ballot;
}

export function fillAccept(message: Message, ballot: number, batches: readonly Batch[]): void {
  message.ballot = ballot;
  message.slot = (batches[0] as Batch).slot;
  message.votes = batches.map((batch) => ({ ballot, batch }));
}
