/** How members tell each other their logs, and make one of two. */
import { createBitmap } from '../../../base/bitmap.ts';
import { growableInt32 } from '../../../base/growable.ts';
import type { Message } from '../../message.ts';
import { hashBasis, hashOn, memberOf, type Context, type Member } from './member.ts';
import { mergeInto, withoutRepeats } from './merge.ts';
import { enterRound } from './round.ts';

export function sendLog(context: Context, self: number, to: number): void {
  const { world } = context;
  const member = memberOf(context, self);
  const message = world.draft(self, 'merge');
  message.slot = member.round;
  message.batch = { slot: member.round, tokens: member.log.values.slice(0, member.log.length) };
  world.send(message, to);
}

export function receiveMerge(context: Context, self: number, { from, slot, batch }: Message): void {
  const { world } = context;
  const member = memberOf(context, self);
  if (batch === undefined) return;
  member.view[from] = 1;
  const merged = [...member.log.values.subarray(0, member.log.length)];
  if (mergeInto(merged, batch.tokens, world.tokens)) {
    takeLog(member, merged);
    world.rewrite(self, { slot: member.round, tokens: withoutRepeats(merged) });
  }
  if (slot > member.round) enterRound(context, self, slot);
}

/** In place of the log so far, which stays as it is for whoever remembers it. */
function takeLog(member: Member, log: readonly number[]): void {
  member.log = growableInt32();
  member.holds = createBitmap();
  for (const token of log) {
    member.log.push(token);
    member.holds.add(token);
  }
  member.hash = log.reduce(hashOn, hashBasis);
}
