/**
 * What the paper replaces: rounds in lock-step and wall-clock time stamps. In a round every member of an agent's view makes
 * up to `roundBatch` tokens, as many as its token clock allows, stamps them with its wall clock, broadcasts them with its
 * phase and waits for everybody in the view; meanwhile its token clock stands still. Then the round's tokens are committed
 * in the order of their stamps, its phases become the coupling, and the next round begins. Who is silent for
 * `barrierTimeoutS` is evicted and the rest goes on; who is heard again is let in, and the logs are merged, last writer wins.
 * Nobody counts a quorum: two sides of a cut evict each other and both go on committing.
 *
 * It is given a fair chance: the same network and load, tokens sent in batches, a lost message asked for again and
 * again before its sender is given up.
 */
import { createBitmap, type Bitmap } from '../../../base/bitmap.ts';
import { growableInt32, type Growable } from '../../../base/growable.ts';
import { rememberAll } from '../../../base/remember.ts';
import type { ProtocolState } from '../../inspection.ts';
import type { Batch, Message } from '../../message.ts';
import type { CreateProtocol, ProtocolOptions, World } from '../../protocol.ts';
import type { PhaseReport } from '../../phase-board.ts';
import { mergeInto, withoutRepeats } from './merge.ts';

export interface LegacyOptions extends ProtocolOptions {
  /** False: everybody waits for ever (`legacy-strict`). */
  readonly evicts: boolean;
}

const timer = { begin: 0, barrier: 1, ask: 2 } as const;
/** So often is a missing message asked for before its sender is given up. */
const asksABarrier = 8;
/** With no tokens to make, the pace of rounds. */
const idleRoundS = 0.1;

const hashBasis = 0x811c9dc5;

function hashOn(hash: number, token: number): number {
  return Math.imul(hash ^ token, 0x01000193) >>> 0;
}

/** What a member said in a round. */
interface Contribution extends PhaseReport {
  readonly round: number;
  readonly tokens: Int32Array;
}

interface Member {
  round: number;
  /** Whether the round's own contribution is out. */
  begun: boolean;
  /** Shape [M], 1 for those whose contributions are waited for. */
  readonly view: Uint8Array;
  /** Per agent the last two contributions, at [2 · agent + round mod 2]. */
  readonly heard: (Contribution | undefined)[];
  /** Committed, by position; after a merge a token may stand at two. */
  log: Growable<Int32Array>;
  /** The tokens of the log. */
  holds: Bitmap;
  /** Made for a round that was left before it was committed. */
  carried: readonly number[];
  /** FNV-1a over the token ids of the log. */
  hash: number;
  /** Length and hash of the log when the round was entered: members in step have the same. */
  lengthAtRound: number;
  hashAtRound: number;
  /** Tokens that the token clock allows, and since when. */
  credit: number;
  creditSinceS: number;
}

export function createLegacy(options: LegacyOptions): CreateProtocol {
  return (world) => {
    const members = Array.from({ length: world.agents }, () => createMember(world.agents));
    const context: Context = { world, options, members };
    return {
      remember: () => rememberAll(members),
      isLockStep: true,
      start: (self) => {
        restart(context, self);
      },
      crash: () => undefined,
      loseDisk(self) {
        members[self] = createMember(world.agents);
      },
      isMember: () => true,
      receive: (self, message) => {
        receive(context, self, message);
      },
      timer(self, its) {
        if (its === timer.begin) beginRound(context, self);
        else if (its === timer.barrier) evictSilent(context, self);
        else askAgain(context, self);
      },
      generated: () => undefined,
      inspect: (self) => inspect(context, self),
      firstUnapplied: (self) => members[self]?.round ?? 0,
    };
  };
}

interface Context {
  readonly world: World;
  readonly options: LegacyOptions;
  readonly members: readonly Member[];
}

function createMember(agents: number): Member {
  return {
    round: 0,
    begun: false,
    view: new Uint8Array(agents).fill(1),
    heard: new Array<Contribution | undefined>(2 * agents).fill(undefined),
    log: growableInt32(),
    holds: createBitmap(),
    carried: [],
    hash: hashBasis,
    lengthAtRound: 0,
    hashAtRound: hashBasis,
    credit: 1,
    creditSinceS: 0,
  };
}

function inspect(context: Context, self: number): ProtocolState {
  const member = memberOf(context, self);
  const view = context.members.flatMap((_, agent) => (member.view[agent] === 1 ? [agent] : []));
  const awaited = member.begun ? view.filter((agent) => contributionOf(member, agent) === undefined) : [];
  return { kind: 'rounds', round: member.round, view, awaited };
}

function memberOf(context: Context, self: number): Member {
  return context.members[self] as Member;
}

/**
 * Boots, or resumes with what was written down: what was committed, and what it has told of the round that it is in. Somebody may
 * have heard that, so it says no other thing of the same round; the rest of the view tells whether they are further.
 */
function restart(context: Context, self: number): void {
  const member = memberOf(context, self);
  member.begun = contributionOf(member, self) !== undefined;
  if (!member.begun) scheduleRound(context, self);
  else {
    awaitOthers(context, self);
    finishIfComplete(context, self);
  }
}

// ---- a round

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

function beginRound(context: Context, self: number): void {
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

function awaitOthers({ world, options }: Context, self: number): void {
  world.setTimer(self, timer.barrier, options.barrierTimeoutS);
  world.setTimer(self, timer.ask, options.barrierTimeoutS / asksABarrier);
}

function draftRound({ world, members }: Context, self: number, batch: Batch): Message {
  const message = world.draft(self, 'round');
  message.slot = batch.slot;
  message.batch = batch;
  message.ballot = members[self]?.lengthAtRound ?? 0;
  message.otherBallot = members[self]?.hashAtRound ?? 0;
  world.tellPhase(message);
  return message;
}

function hearContribution(context: Context, self: number, from: number, message: Message): void {
  if (message.batch === undefined) return;
  const { re, im, frequencyRadS, sentS } = message;
  const contribution = { round: message.slot, tokens: message.batch.tokens, re, im, frequencyRadS, sentS };
  memberOf(context, self).heard[2 * from + (message.slot & 1)] = contribution;
}

/** What an agent said in the round that the member is in. */
function contributionOf(member: Member, from: number): Contribution | undefined {
  const contribution = member.heard[2 * from + (member.round & 1)];
  return contribution?.round === member.round ? contribution : undefined;
}

function finishIfComplete(context: Context, self: number): void {
  const member = memberOf(context, self);
  if (!member.begun) return;
  for (let agent = 0; agent < context.world.agents; agent++) {
    if (member.view[agent] === 1 && contributionOf(member, agent) === undefined) return;
  }
  finishRound(context, self);
}

function finishRound(context: Context, self: number): void {
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

function enterRound(context: Context, self: number, round: number): void {
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

// ---- silence

/** Those from whom nothing came are out of the view; those who are a round ahead are not waited for either. */
function evictSilent(context: Context, self: number): void {
  const { world, options } = context;
  const member = memberOf(context, self);
  if (!options.evicts || !member.begun) return;
  for (let agent = 0; agent < world.agents; agent++) {
    if (contributionOf(member, agent) !== undefined) continue;
    const other = member.heard[2 * agent + ((member.round + 1) & 1)];
    if ((other?.round ?? -1) <= member.round) member.view[agent] = 0;
  }
  finishRound(context, self);
}

function askAgain(context: Context, self: number): void {
  const { world, options } = context;
  const member = memberOf(context, self);
  if (!member.begun) return;
  for (let agent = 0; agent < world.agents; agent++) {
    if (agent === self || member.view[agent] === 0 || contributionOf(member, agent) !== undefined) continue;
    const message = world.draft(self, 'ask');
    message.slot = member.round;
    world.send(message, agent);
  }
  world.setTimer(self, timer.ask, options.barrierTimeoutS / asksABarrier);
}

// ---- hearing

function receive(context: Context, self: number, message: Message): void {
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

// ---- merging

function sendLog(context: Context, self: number, to: number): void {
  const { world } = context;
  const member = memberOf(context, self);
  const message = world.draft(self, 'merge');
  message.slot = member.round;
  message.batch = { slot: member.round, tokens: member.log.values.slice(0, member.log.length) };
  world.send(message, to);
}

function receiveMerge(context: Context, self: number, { from, slot, batch }: Message): void {
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
