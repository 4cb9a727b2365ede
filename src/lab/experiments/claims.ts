/** Holding a number with its interval against what was claimed. */
import type { Interval } from '../statistics/intervals.ts';
import type { Verdict } from './types.ts';

/** For figures that should be as low (or as high) as claimed, or better: holds where the whole interval is. */
export function atMost(claimed: number, { low, high }: Interval): Verdict {
  if (high <= claimed) return 'holds';
  return low > claimed ? 'fails' : 'not decided';
}

export function atLeast(claimed: number, { low, high }: Interval): Verdict {
  if (low >= claimed) return 'holds';
  return high < claimed ? 'fails' : 'not decided';
}

/** For figures that describe: holds where the whole interval lies within this share of the claim, for none came with an error bar. */
export const tolerance = 0.1;

export function about(claimed: number, { low, high }: Interval): Verdict {
  const [from, to] = [claimed * (1 - tolerance), claimed * (1 + tolerance)];
  if (low >= from && high <= to) return 'holds';
  return high < from || low > to ? 'fails' : 'not decided';
}
