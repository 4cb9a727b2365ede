/** Holding a number with its interval against what was claimed. Where no interval is known (NaN), nothing is decided. */
import { proportion, type Interval } from '../statistics/intervals.ts';
import type { Row, Verdict } from './types.ts';

/** For figures that should be as low (or as high) as claimed, or better: holds where the whole interval is. */
export function atMost(claimed: number, { low, high }: Interval): Verdict {
  if (high <= claimed) return 'holds';
  return low > claimed ? 'fails' : 'not decided';
}

export function atLeast(claimed: number, { low, high }: Interval): Verdict {
  if (low >= claimed) return 'holds';
  return high < claimed ? 'fails' : 'not decided';
}

/** For figures that theory gives: holds where the whole interval is within so much of it. */
export function near(expected: number, reach: number, { low, high }: Interval): Verdict {
  if (low >= expected - reach && high <= expected + reach) return 'holds';
  return high < expected - reach || low > expected + reach ? 'fails' : 'not decided';
}

/** For figures that describe: holds where the whole interval lies within this share of the claim, for none came with an error bar. */
export const tolerance = 0.1;

export function about(claimed: number, interval: Interval): Verdict {
  return near(claimed, claimed * tolerance, interval);
}

/** A claim about several figures fails with one of them, and holds with all. */
export function allOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('fails')) return 'fails';
  return verdicts.length > 0 && verdicts.every((verdict) => verdict === 'holds') ? 'holds' : 'not decided';
}

/** For what should never happen. */
export function never(count: number): Verdict {
  return count > 0 ? 'fails' : 'not refuted';
}

/** The share of trials in which something happened; where it never did, the bound below which that share is. */
export function shareOf(count: number, trials: number): Pick<Row, 'relation' | 'value' | 'low' | 'high'> {
  const share = proportion(count, trials);
  return count === 0 ? { relation: '<', ...share, value: share.high } : { relation: '=', ...share };
}
