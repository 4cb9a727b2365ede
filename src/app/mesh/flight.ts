/** Where a message is on its way, as a share of it. */
import { fates } from '../../lab/run/types.ts';

const travels = fates.indexOf('travels');
const missed = fates.indexOf('missed');
/** Where one that is lost by chance, or stopped by a cut that has no walls, is shown to end: nobody knows where it was. */
const halfway = 0.5;

/** Share of its way at which a message ends. @param wallShare NaN where the straight way meets no wall. */
export function endShare(fate: number, isCut: boolean, wallShare: number): number {
  if (fate === travels || fate === missed) return 1;
  return isCut && wallShare > 0 ? wallShare : halfway;
}

/** Share of its way that a message has gone at time 0, not beyond its end. */
export function shareGone(sentS: number, dueS: number, end: number): number {
  return dueS <= sentS ? end : Math.min(end, -sentS / (dueS - sentS));
}

/** How fresh the loss of a message is at time 0: 1 at the moment, 0 after `markS` and for one that is on its way. */
export function lossFreshness(fate: number, sentS: number, dueS: number, end: number, markS: number): number {
  if (fate === travels) return 0;
  const sinceS = -(sentS + end * (dueS - sentS));
  return sinceS < 0 || sinceS > markS ? 0 : 1 - sinceS / markS;
}
