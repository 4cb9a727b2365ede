/** What a member does about what it hears. */
import type { Message } from '../../message.ts';
import { memberOf, type Context } from './member.ts';
import { receiveMerge, sendLog } from './merging.ts';
import { draftRound, enterRound, finishIfComplete, hearContribution } from './round.ts';

export function receive(context: Context, self: number, message: Message): void {
  if (message.kind === 'round') receiveRound(context, self, message);
  else if (message.kind === 'ask') answerAsk(context, self, message);
  else if (message.kind === 'merge') receiveMerge(context, self, message);
}

function receiveRound(context: Context, self: number, message: Message): void {
  const member = memberOf(context, self);
  const { from } = message;
  const isBack = member.view[from] === 0;
  const differs = message.slot === member.round && (message.ballot !== member.lengthAtRound || message.otherBallot !== member.hashAtRound);
  member.view[from] = 1;
  if (isBack || differs) sendLog(context, self, from);
  if (message.slot < member.round) return;
  hearContribution(context, self, from, message);
  if (message.slot > member.round + 1) catchUp(context, self, message);
  else finishIfComplete(context, self);
}

/** The others are rounds ahead: joins them there, with what it has made and not committed, and asks for their log. */
function catchUp(context: Context, self: number, message: Message): void {
  sendLog(context, self, message.from);
  enterRound(context, self, message.slot);
}

function answerAsk(context: Context, self: number, { slot, from }: Message): void {
  const { world } = context;
  const member = memberOf(context, self);
  const own = member.heard[2 * self + (slot & 1)];
  if (own?.round === slot) world.send(draftRound(context, self, { slot, tokens: own.tokens }), from);
  else if (slot < member.round) sendLog(context, self, from);
}
