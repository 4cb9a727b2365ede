/**
 * A claim: "at this ballot I have accepted every slot from `first` to `last`". It tells what has happened, so it never becomes
 * false, two of them that touch can be joined, and the newest makes up for all that were lost.
 */
import { noBallot } from '../chorus/ballot.ts';

export interface Claim {
  readonly ballot: number;
  readonly first: number;
  readonly last: number;
}

export const noClaim: Claim = { ballot: noBallot, first: 0, last: -1 };

/** Both together; where a gap lies between them, or their ballots differ, the later one. */
export function joinClaims(a: Claim, b: Claim): Claim {
  if (a.ballot !== b.ballot) return a.ballot > b.ballot ? a : b;
  if (a.first > b.last + 1 || b.first > a.last + 1) return a.last > b.last ? a : b;
  return { ballot: a.ballot, first: Math.min(a.first, b.first), last: Math.max(a.last, b.last) };
}

export function covers(claim: Claim, ballot: number, slot: number): boolean {
  return claim.ballot === ballot && claim.first <= slot && slot <= claim.last;
}
