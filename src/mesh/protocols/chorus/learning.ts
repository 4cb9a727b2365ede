/** How an agent learns what was chosen, applies it, and catches up when it is behind. */
import type { Batch, Message } from '../../message.ts';
import type { Context } from './agent.ts';
import { beat } from './heartbeats.ts';
import { agentOf } from './shared.ts';

/** Slots that one request for missing ones brings at most. */
const maxFetched = 256;

/** Takes in a chosen batch and applies what has become applicable. True when the first unapplied slot has moved. */
export function learn(context: Context, self: number, batch: Batch): boolean {
  const { world, rules } = context;
  const agent = agentOf(context, self);
  if (!agent.learner.learn(batch)) {
    if (!rules.appliesOnce && batch.slot === agent.learner.firstUnapplied - 1) world.commit(self, batch);
    return false;
  }
  let next = agent.learner.takeNext();
  if (next === undefined) return false;
  for (; next !== undefined; next = agent.learner.takeNext()) {
    agent.acceptor.forget(next.slot);
    world.commit(self, next);
  }
  return true;
}

export function tellChosen({ world }: Context, self: number, to: number, batch: Batch): void {
  const message = world.draft(self, 'chosen');
  message.slot = batch.slot;
  message.batch = batch;
  world.send(message, to);
}

export function heartbeat(context: Context, self: number): void {
  beat(context, self);
  const agent = agentOf(context, self);
  // What others had applied a heartbeat ago should have come by now.
  if (agent.aheadAtHeartbeat > agent.learner.firstUnapplied) fetchMissing(context, self);
  agent.aheadAtHeartbeat = agent.aheadSlot;
}

/** Remembers who has applied more. */
export function noteAhead(context: Context, self: number, { from, firstUnapplied }: Message): void {
  const agent = agentOf(context, self);
  if (firstUnapplied < agent.aheadSlot) return;
  agent.aheadSlot = firstUnapplied;
  agent.aheadAgent = from;
}

/** Asks for the slots that somebody was heard to have applied; who is not heard of again is not asked again. */
export function fetchMissing(context: Context, self: number): void {
  const { world, rules } = context;
  if (!rules.catchesUp) return;
  const agent = agentOf(context, self);
  const message = world.draft(self, 'fetch');
  message.slot = agent.learner.firstUnapplied;
  world.send(message, agent.aheadAgent);
  agent.aheadSlot = 0;
}

export function answerFetch(context: Context, self: number, { slot, from }: Message): void {
  for (const batch of agentOf(context, self).learner.chosenFrom(slot, maxFetched)) tellChosen(context, self, from, batch);
}
