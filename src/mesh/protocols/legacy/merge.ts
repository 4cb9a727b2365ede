/**
 * How the legacy system merges logs that went apart: position by position, the token with the later wall-clock stamp wins
 * and the other is gone. Associative, commutative and idempotent, so everyone ends with the same log, and loses tokens.
 */
import type { Tokens } from '../../tokens.ts';

/** Merges `other` into `log`, both in log order, and answers whether anything changed. */
export function mergeInto(log: number[], other: ArrayLike<number>, tokens: Tokens): boolean {
  let changed = other.length > log.length;
  for (let position = 0; position < other.length; position++) {
    const theirs = other[position] as number;
    const ours = log[position];
    if (ours === theirs) continue;
    if (ours !== undefined && !isLater(theirs, ours, tokens)) continue;
    log[position] = theirs;
    changed = true;
  }
  return changed;
}

function isLater(a: number, b: number, tokens: Tokens): boolean {
  const stampA = tokens.stampS.values[a] as number;
  const stampB = tokens.stampS.values[b] as number;
  return stampA === stampB ? a > b : stampA > stampB;
}

/** The log that a merge leaves to be read: where a token won at two positions the first one stands. */
export function withoutRepeats(log: readonly number[]): Int32Array {
  return Int32Array.from(new Set(log));
}
