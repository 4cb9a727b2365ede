/** How an agent learns what was chosen, applies it, and catches up when it is behind. */
import type { Batch, Message, Vote } from '../../message.ts';
import type { Learner } from '../chorus/learner.ts';
import { agentOf } from '../chorus/shared.ts';
import type { Context } from './agent.ts';
import { chosenBallot } from './proposal.ts';

/** Slots that one request for missing ones brings at most. */
export const maxFetched = 256;

/** Takes in chosen batches and whatever the claims show to be chosen. True when the first unapplied slot has moved. */
export function learn(context: Context, self: number, batches: Iterable<Batch> = []): boolean {
  const { world } = context;
  const { learner, acceptor } = agentOf(context, self);
  const before = learner.firstUnapplied;
  for (const batch of batches) learner.learn(batch);
  do {
    for (let next = learner.takeNext(); next !== undefined; next = learner.takeNext()) {
      acceptor.forget(next.slot);
      world.commit(self, next);
    }
  } while (learnCounted(context, self));
  return learner.firstUnapplied > before;
}

/** The first unapplied slot, when a quorum has accepted it and its value is at hand. */
function learnCounted(context: Context, self: number): boolean {
  const { learner, acceptor, tally } = agentOf(context, self);
  const slot = learner.firstUnapplied;
  if (!tally.isChosen(slot)) return false;
  const vote = acceptor.vote(slot);
  if (vote === undefined || (context.rules.learnsCountedValue && vote.ballot !== tally.ballot)) {
    // Its value was lost on the way, or overtaken.
    fetchMissing(context, self);
    return false;
  }
  return learner.learn(vote.batch);
}

/** Remembers who has applied more; in an answer time the same should have come here. */
export function noteAhead(context: Context, self: number, { from, firstUnapplied }: Message): void {
  const { nowS } = context.world;
  const agent = agentOf(context, self);
  if (firstUnapplied <= agent.learner.firstUnapplied || firstUnapplied < agent.aheadSlot) return;
  agent.aheadSlot = firstUnapplied;
  agent.aheadAgent = from;
  agent.behindSinceS = Math.min(agent.behindSinceS, nowS);
  if (nowS > agent.behindSinceS + agent.turns.answerS) fetchMissing(context, self);
}

export function isBehind(context: Context, self: number): boolean {
  const { learner, aheadSlot } = agentOf(context, self);
  return context.rules.catchesUp && aheadSlot > learner.firstUnapplied;
}

/** Asks for the slots that somebody was heard to have applied; who is not heard of again is not asked again. */
export function fetchMissing(context: Context, self: number): void {
  const { world } = context;
  const agent = agentOf(context, self);
  if (!isBehind(context, self) || world.nowS < agent.fetchedS + agent.turns.answerS) return;
  const message = world.draft(self, 'fetch');
  message.slot = agent.learner.firstUnapplied;
  world.send(message, agent.aheadAgent);
  agent.fetchedS = world.nowS;
  agent.aheadSlot = 0;
}

export function answerFetch(context: Context, self: number, { slot, from }: Message): void {
  const { learner } = agentOf(context, self);
  if (slot >= learner.firstUnapplied) return;
  const message = context.world.draft(self, 'chosen');
  message.slot = slot;
  message.votes = chosenFrom(learner, slot, maxFetched);
  context.world.send(message, from);
}

export function chosenFrom(learner: Learner, slot: number, most?: number): readonly Vote[] {
  return Array.from(learner.chosenFrom(slot, most), (batch) => ({ ballot: chosenBallot, batch }));
}

/** What was asked for has come, and the next piece is asked for at once. */
export function hearChosen(context: Context, self: number, { votes }: Message): boolean {
  const hasMoved = learn(
    context,
    self,
    votes.map((vote) => vote.batch),
  );
  if (hasMoved) {
    agentOf(context, self).fetchedS = -Infinity;
    if (votes.length === maxFetched) fetchMissing(context, self);
  }
  return hasMoved;
}
