/** A round of the legacy system: what a member tells in it, and what it commits when it has heard everybody. */
import type { Batch, Message } from '../../message.ts';
import { contributionOf, hashOn, memberOf, setAskTimer, timer, type Context, type Member } from './member.ts';

/** With no tokens to make, the pace of rounds. */
const idleRoundS = 0.1;

/**
 * Boots, or resumes with what was written down: what was committed, and what it has told of the round that it is in. Somebody may
 * have heard that, so it says no other thing of the same round; the rest of the view tells whether they are further.
 */
export function restart(context: Context, self: number): void {
  const member = memberOf(context, self);
  member.begun = contributionOf(member, self) !== undefined;
  if (!member.begun) scheduleRound(context, self);
  else {
    awaitOthers(context, self);
    finishIfComplete(context, self);
  }
}

/** The round begins when the token clock allows a token. */
function scheduleRound(context: Context, self: number): void {
  const { world } = context;
  const member = memberOf(context, self);
  earn(context, member);
  const { tokenRateHz } = world.settings;
  const waitS = tokenRateHz > 0 ? Math.max(0, 1 - member.credit) / tokenRateHz : idleRoundS;
  world.setTimer(self, timer.begin, waitS);
}

/** Token clock: so many tokens may be made by now, never more than a batch. */
function earn({ world, options }: Context, member: Member): void {
  const earned = (world.nowS - member.creditSinceS) * world.settings.tokenRateHz;
  member.credit = Math.min(options.roundBatch, member.credit + earned);
  member.creditSinceS = world.nowS;
}

export function beginRound(context: Context, self: number): void {
  const { world } = context;
  const member = memberOf(context, self);
  earn(context, member);
  // Rounding may have left a hair less than the one token that was waited for.
  const count = world.settings.tokenRateHz > 0 ? Math.max(1, Math.floor(member.credit)) : 0;
  member.credit -= count;
  const made = Array.from({ length: count }, () => world.generate(self));
  const tokens = Int32Array.from([...member.carried, ...made]);
  member.carried = [];
  member.begun = true;
  const message = draftRound(context, self, { slot: member.round, tokens });
  hearContribution(context, self, self, message);
  world.broadcast(message);
  awaitOthers(context, self);
  finishIfComplete(context, self);
}

function awaitOthers(context: Context, self: number): void {
  const { world, options } = context;
  world.setTimer(self, timer.barrier, options.barrierTimeoutS);
  setAskTimer(context, self);
}

export function draftRound({ world, members }: Context, self: number, batch: Batch): Message {
  const message = world.draft(self, 'round');
  message.slot = batch.slot;
  message.batch = batch;
  message.ballot = members[self]?.lengthAtRound ?? 0;
  message.otherBallot = members[self]?.hashAtRound ?? 0;
  world.tellPhase(message);
  return message;
}

export function hearContribution(context: Context, self: number, from: number, message: Message): void {
  if (message.batch === undefined) return;
  const { re, im, frequencyRadS, sentS } = message;
  const contribution = { round: message.slot, tokens: message.batch.tokens, re, im, frequencyRadS, sentS };
  memberOf(context, self).heard[2 * from + (message.slot & 1)] = contribution;
}

export function finishIfComplete(context: Context, self: number): void {
  const member = memberOf(context, self);
  if (!member.begun) return;
  for (let agent = 0; agent < context.world.agents; agent++) {
    if (member.view[agent] === 1 && contributionOf(member, agent) === undefined) return;
  }
  finishRound(context, self);
}

export function finishRound(context: Context, self: number): void {
  const { world } = context;
  const member = memberOf(context, self);
  const tokens: number[] = [];
  for (let agent = 0; agent < world.agents; agent++) {
    const contribution = contributionOf(member, agent);
    if (contribution === undefined) continue;
    for (const token of contribution.tokens) if (!member.holds.has(token)) tokens.push(token);
    if (agent !== self) world.hearPhase(self, agent, contribution);
  }
  const stamp = world.tokens.stampS.values;
  tokens.sort((a, b) => (stamp[a] as number) - (stamp[b] as number) || a - b);
  for (const token of tokens) {
    member.log.push(token);
    member.holds.add(token);
    member.hash = hashOn(member.hash, token);
  }
  const { round } = member;
  member.begun = false;
  enterRound(context, self, round + 1);
  world.commit(self, { slot: round, tokens: Int32Array.from(tokens) });
}

export function enterRound(context: Context, self: number, round: number): void {
  const member = memberOf(context, self);
  if (member.begun) member.carried = [...(contributionOf(member, self)?.tokens ?? [])];
  member.round = round;
  member.begun = false;
  member.lengthAtRound = member.log.length;
  member.hashAtRound = member.hash;
  context.world.cancelTimer(self, timer.barrier);
  context.world.cancelTimer(self, timer.ask);
  scheduleRound(context, self);
}
