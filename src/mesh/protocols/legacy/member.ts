/** The state of one member of the legacy system, and what its parts share. */
import { createBitmap, type Bitmap } from '../../../base/bitmap.ts';
import { growableInt32, type Growable } from '../../../base/growable.ts';
import type { PhaseReport } from '../../phase-board.ts';
import type { ProtocolOptions, World } from '../../protocol.ts';

export interface LegacyOptions extends ProtocolOptions {
  /** False: everybody waits for ever (`legacy-strict`). */
  readonly evicts: boolean;
}

export const timer = { begin: 0, barrier: 1, ask: 2 } as const;

export const hashBasis = 0x811c9dc5;

export function hashOn(hash: number, token: number): number {
  return Math.imul(hash ^ token, 0x01000193) >>> 0;
}

/** What a member said in a round. */
export interface Contribution extends PhaseReport {
  readonly round: number;
  readonly tokens: Int32Array;
}

export interface Member {
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

export interface Context {
  readonly world: World;
  readonly options: LegacyOptions;
  readonly members: readonly Member[];
}

export function createMember(agents: number): Member {
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

export function memberOf(context: Context, self: number): Member {
  return context.members[self] as Member;
}

/** What an agent said in the round that the member is in. */
export function contributionOf(member: Member, from: number): Contribution | undefined {
  const contribution = member.heard[2 * from + (member.round & 1)];
  return contribution?.round === member.round ? contribution : undefined;
}

/** So often is a missing message asked for before its sender is given up. */
const asksABarrier = 8;

export function setAskTimer({ world, options }: Context, self: number): void {
  world.setTimer(self, timer.ask, options.barrierTimeoutS / asksABarrier);
}
