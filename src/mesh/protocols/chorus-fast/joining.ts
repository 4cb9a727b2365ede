/**
 * How an agent whose disk was lost comes back; see `../chorus/joining.ts`. Two things differ here.
 *
 * Slots are open at the same time: a vote in slot s means that s − `maxOpen`, and not s − 1, had been chosen. So the agent
 * keeps still for that many slots beyond the highest that a majority of the others has voted in.
 *
 * A promise covers slots without end, those too in which the agent votes again. So it takes over the highest promise of those
 * others; and with its promise each of them tells which incarnations it has heard of, so that whoever counts a
 * promise of an earlier incarnation hears of the later one and counts it no more (as in Michael, Ports, Sharma & Szekeres 2017,
 * "Recovering Shared Objects Without Stable Storage"). For a ballot that the lost disk had promised needs, besides, one of those
 * others: if that one promised before it was asked, it told the ballot; if after, it tells the incarnation.
 */
import { raise } from '../../clock.ts';
import type { Message } from '../../message.ts';
import { agentOf } from '../chorus/shared.ts';
import type { Context } from './agent.ts';

export function answerJoin(context: Context, self: number, { from, incarnation }: Message): void {
  const { world } = context;
  const { acceptor, membership, incarnations } = agentOf(context, self);
  if (!membership.hasAsked) return;
  incarnations[from] = Math.max(incarnations[from] as number, incarnation);
  const answer = world.draft(self, 'joined');
  answer.slot = Math.max(acceptor.highestSlot, membership.stillUntil);
  answer.ballot = acceptor.promised;
  answer.incarnation = incarnation;
  answer.incarnations.set(incarnations);
  world.send(answer, from);
}

/** What was told to an earlier incarnation says nothing about what that one did afterwards. */
export function hearJoined(context: Context, self: number, message: Message): void {
  const { world, rules } = context;
  const { acceptor, membership, incarnations } = agentOf(context, self);
  const { from } = message;
  if (membership.hasAsked || message.incarnation !== world.incarnation(self) || membership.told[from] === 1) return;
  membership.told[from] = 1;
  membership.tellers++;
  membership.highestTold = Math.max(membership.highestTold, message.slot);
  if (rules.takesPromiseOver) acceptor.prepare(message.ballot);
  raise(incarnations, message.incarnations);
  const others = world.agents - 1;
  if (2 * membership.tellers <= others) return;
  membership.stillUntil = membership.highestTold + (rules.keepsStillInAllOpen ? rules.maxOpen : 1);
  membership.hasAsked = true;
}
