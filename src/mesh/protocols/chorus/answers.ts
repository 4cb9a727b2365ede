/** How an acceptor answers. What it answers is persisted before the answer leaves. */
import type { Message } from '../../message.ts';
import type { Context } from './agent.ts';
import { tellChosen } from './learning.ts';
import { mayVote } from './joining.ts';
import { giveWay } from './proposer.ts';
import { agentOf } from './shared.ts';

export function answerPrepare(context: Context, self: number, { slot, ballot, from }: Message): void {
  const { world } = context;
  const agent = agentOf(context, self);
  const { acceptor } = agent;
  if (isApplied(context, self, slot, from) || !mayVote(agent, slot)) return;
  const vote = acceptor.vote(slot);
  if (!acceptor.prepare(slot, ballot)) {
    refuse(context, self, from, slot, ballot);
    return;
  }
  giveWay(context, self, slot, ballot);
  const answer = world.draft(self, 'promise');
  answer.slot = slot;
  answer.ballot = ballot;
  answer.otherBallot = vote.acceptedBallot;
  answer.batch = vote.acceptedBatch;
  world.send(answer, from);
}

export function answerAccept(context: Context, self: number, { slot, ballot, from, batch }: Message): void {
  const { world } = context;
  const agent = agentOf(context, self);
  if (batch === undefined || isApplied(context, self, slot, from) || !mayVote(agent, slot)) return;
  if (!agent.acceptor.accept(slot, ballot, batch)) {
    refuse(context, self, from, slot, ballot);
    return;
  }
  giveWay(context, self, slot, ballot);
  const answer = world.draft(self, 'accepted');
  answer.slot = slot;
  answer.ballot = ballot;
  world.send(answer, from);
}

/** Who asks about a slot that is settled is told its value. */
function isApplied(context: Context, self: number, slot: number, asker: number): boolean {
  const batch = agentOf(context, self).learner.chosen(slot);
  if (batch !== undefined) tellChosen(context, self, asker, batch);
  return batch !== undefined;
}

/** Tells the promise that stands in the way; the Lamport rule lifts the asker past it. */
function refuse(context: Context, self: number, to: number, slot: number, ballot: number): void {
  const answer = context.world.draft(self, 'refuse');
  answer.slot = slot;
  answer.ballot = ballot;
  answer.otherBallot = agentOf(context, self).acceptor.vote(slot).promised;
  context.world.send(answer, to);
}
