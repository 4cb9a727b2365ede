/** All tokens of a run, in the order of their generation: the token's id is its row. */
import { at } from '../base/assert.ts';
import { growableFloat64, growableInt32, growableUint8, type Growable } from '../base/growable.ts';
import type { Remembers } from '../base/remember.ts';
import { settledFloat64, settledInt32, type SettledColumn } from './settled-column.ts';

export interface Tokens extends Remembers {
  readonly count: number;
  readonly validatedCount: number;
  readonly author: Growable<Uint8Array>;
  /** Number of the token among its author's, from 0. */
  readonly sequence: Growable<Int32Array>;
  /** Lamport time at generation. */
  readonly clock: Growable<Float64Array>;
  readonly generatedS: Growable<Float64Array>;
  /** What the author's wall clock showed. */
  readonly stampS: Growable<Float64Array>;
  /** NaN until the author knows that a quorum chose it. */
  readonly validatedS: Pick<SettledColumn<Float64Array>, 'values'>;
  /** Slot and log position at the first agent that applied it; −1 before. */
  readonly slot: Pick<SettledColumn<Int32Array>, 'values'>;
  readonly position: Pick<SettledColumn<Int32Array>, 'values'>;
  /** Shape [M]: ids of each author's tokens, oldest first. What an agent knows of an author is a length of this list. */
  readonly byAuthor: readonly Growable<Int32Array>[];
  /** Ids in the order of their validation. */
  readonly validationOrder: Growable<Int32Array>;
  /** Shape [M]: how many tokens of each author are validated. */
  readonly validatedOf: Int32Array;
  /** Shape [M]: how many tokens an author had made when its disk was lost last. */
  readonly madeBeforeLoss: Int32Array;
  /** Shape [M]: how many tokens of each author were orphaned, not being validated. */
  readonly orphanedOf: Int32Array;
  generate(author: number, clock: number, timeS: number, stampS: number): number;
  validate(token: number, timeS: number): void;
  /** The first agent to apply it did so in this slot, at this position of its log. */
  place(token: number, slot: number, position: number): void;
  loseDisk(author: number): void;
  /**
   * A new incarnation that knows only so many of its author's tokens goes on behind all that were ever made; what lies
   * between is orphaned.
   */
  orphan(author: number, known: number): void;
  /** Whether who knows so many tokens of an author knows by that that the one with this number is orphaned. */
  isOrphaned(author: number, sequence: number, known: number): boolean;
  /** Whether a token stands in no log, and may never: its author's disk was lost before it did. */
  isForfeit(token: number): boolean;
}

interface Gap {
  readonly from: number;
  readonly to: number;
}

export function createTokens(agents: number): Tokens {
  const author = growableUint8();
  const sequence = growableInt32();
  const clock = growableFloat64();
  const generatedS = growableFloat64();
  const stampS = growableFloat64();
  const validatedS = settledFloat64();
  const slot = settledInt32();
  const position = settledInt32();
  const byAuthor = Array.from({ length: agents }, growableInt32);
  const validationOrder = validatedS.order;
  const validatedOf = new Int32Array(agents);
  const madeBeforeLoss = new Int32Array(agents);
  const orphanedOf = new Int32Array(agents);
  const gaps = Array.from({ length: agents }, (): Gap[] => []);
  return {
    remember(memory) {
      memory.all(author, sequence, clock, generatedS, stampS, validatedS, slot, position, ...byAuthor);
      memory.all(validatedOf, madeBeforeLoss, orphanedOf);
      for (const its of gaps) memory.list(its);
    },
    get count() {
      return author.length;
    },
    get validatedCount() {
      return validationOrder.length;
    },
    author,
    sequence,
    clock,
    generatedS,
    stampS,
    validatedS,
    slot,
    position,
    byAuthor,
    validationOrder,
    validatedOf,
    madeBeforeLoss,
    orphanedOf,
    generate(itsAuthor, itsClock, timeS, itsStampS) {
      const token = author.length;
      const own = at(byAuthor, itsAuthor);
      author.push(itsAuthor);
      sequence.push(own.length);
      clock.push(itsClock);
      generatedS.push(timeS);
      stampS.push(itsStampS);
      validatedS.grow();
      slot.grow();
      position.grow();
      own.push(token);
      return token;
    },
    validate(token, timeS) {
      validatedS.settle(token, timeS);
      const itsAuthor = author.values[token] as number;
      validatedOf[itsAuthor] = (validatedOf[itsAuthor] as number) + 1;
    },
    place(token, itsSlot, itsPosition) {
      slot.settle(token, itsSlot);
      position.settle(token, itsPosition);
    },
    loseDisk(itsAuthor) {
      madeBeforeLoss[itsAuthor] = at(byAuthor, itsAuthor).length;
    },
    orphan(itsAuthor, known) {
      const own = at(byAuthor, itsAuthor);
      at(gaps, itsAuthor).push({ from: known, to: own.length });
      const unvalidated = own.values.subarray(known, own.length).filter((token) => Number.isNaN(validatedS.values[token]));
      orphanedOf[itsAuthor] = (orphanedOf[itsAuthor] as number) + unvalidated.length;
    },
    isOrphaned: (itsAuthor, itsSequence, known) =>
      at(gaps, itsAuthor).some(({ from, to }) => itsSequence >= from && itsSequence < to && known > to),
    isForfeit: (token) =>
      position.values[token] === -1 && (sequence.values[token] as number) < (madeBeforeLoss[author.values[token] as number] as number),
  };
}
