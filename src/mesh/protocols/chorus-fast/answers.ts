/** How an acceptor answers. What it answers is persisted before the answer leaves. */
import type { Message } from '../../message.ts';
import { mayVote } from '../chorus/joining.ts';
import { makerOf, noBallot } from '../chorus/ballot.ts';
import { agentOf } from '../chorus/shared.ts';
import type { Context } from './agent.ts';
import { answerFetch, chosenFrom, maxFetched } from './learning.ts';
import { giveWay } from './proposer.ts';

/** Promises, and tells all that is known of the slots from the asker's first unapplied one: what is chosen, what was accepted. */
export function answerPrepare(context: Context, self: number, message: Message): void {
  const { world } = context;
  const { ballot, from, slot } = message;
  const agent = agentOf(context, self);
  const { acceptor, learner } = agent;
  if (!mayVote(agent, slot)) return;
  if (!acceptor.prepare(ballot)) {
    refuse(context, self, message);
    return;
  }
  giveWay(context, self, ballot);
  // The asker is given time.
  agent.quietSinceS = Math.max(agent.quietSinceS, world.nowS);
  if (learner.firstUnapplied > slot + maxFetched) {
    // It cannot all be told at once: the asker catches up first, and asks again.
    answerFetch(context, self, message);
    return;
  }
  const answer = world.draft(self, 'promise');
  answer.slot = slot;
  answer.ballot = ballot;
  answer.incarnations.set(agent.incarnations);
  const votes = [...chosenFrom(learner, slot), ...acceptor.votes()];
  answer.votes = context.rules.tellsAllSlots ? votes : votes.filter(({ batch }) => batch.slot === slot);
  world.send(answer, from);
}

/** Votes, and tells everybody, so that all learn one message later what is chosen. */
export function answerAccept(context: Context, self: number, message: Message): void {
  const { ballot, from, votes } = message;
  const agent = agentOf(context, self);
  const { acceptor, tally } = agent;
  for (const { batch } of votes) {
    // Who asks has voted so itself.
    tally.hear(from, { ballot, first: batch.slot, last: batch.slot });
    if (!mayVote(agent, batch.slot)) continue;
    if (!acceptor.accept(ballot, batch)) {
      refuse(context, self, message);
      return;
    }
  }
  giveWay(context, self, ballot);
  tally.hear(self, acceptor.claim);
  const answer = context.world.draft(self, 'accepted');
  fillClaim(context, self, answer);
  context.world.broadcast(answer);
}

/** Says again to whoever has the turn what was accepted: the new token rides on it. */
export function tellProposer(context: Context, self: number): void {
  const { promised } = agentOf(context, self).acceptor;
  if (promised === noBallot || makerOf(promised) === self) return;
  const message = context.world.draft(self, 'accepted');
  fillClaim(context, self, message);
  context.world.send(message, makerOf(promised));
}

function fillClaim(context: Context, self: number, message: Message): void {
  const { claim } = agentOf(context, self).acceptor;
  message.ballot = claim.ballot;
  message.firstSlot = claim.first;
  message.slot = claim.last;
}

/** Tells the promise that stands in the way; the Lamport rule lifts the asker past it. */
function refuse(context: Context, self: number, { from, slot, ballot }: Message): void {
  const answer = context.world.draft(self, 'refuse');
  answer.slot = slot;
  answer.ballot = ballot;
  answer.otherBallot = agentOf(context, self).acceptor.promised;
  context.world.send(answer, from);
}
