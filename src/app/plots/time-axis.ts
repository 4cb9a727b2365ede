/** Which time the plots show, shared by all of them, and where in the series it lies. */

export interface TimeSpan {
  readonly fromS: number;
  readonly toS: number;
}

/** The window that follows the run, s. */
export const followedS = 60;

/** The last minute, or the whole run. In its first minute a run is shown whole. */
export function spanAt(nowS: number, whole: boolean): TimeSpan {
  if (whole || nowS < followedS) return { fromS: 0, toS: wholeEnd(nowS) };
  return { fromS: nowS - followedS, toS: nowS };
}

/** A moment of the past with as much on either side as fits; the last minute, as long as the moment lies well within it. */
export function spanAround(timeS: number, nowS: number): TimeSpan {
  return spanAt(nowS < followedS ? nowS : Math.min(nowS, Math.max(followedS, timeS + followedS / 2)), false);
}

/** An axis shorter than this would fill at once. */
const shortestS = 20;

const ends = [1, 1.25, 1.5, 2, 2.5, 3, 4, 6, 8];

/** The next round number: the axis of a whole run grows in steps, not with every row. */
function wholeEnd(nowS: number): number {
  if (nowS <= shortestS) return shortestS;
  const decade = 10 ** Math.floor(Math.log10(nowS));
  const end = ends.find((candidate) => candidate * decade >= nowS);
  return (end ?? 10) * decade;
}

/** The first of `length` ascending times that is not before `timeS`; `length` when all are. */
export function firstAtOrAfter(times: Readonly<Float64Array>, length: number, timeS: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] as number) < timeS) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The row whose time is nearest; −1 of none. */
export function nearestRow(times: Readonly<Float64Array>, length: number, timeS: number): number {
  const after = firstAtOrAfter(times, length, timeS);
  if (after === length) return length - 1;
  if (after === 0) return 0;
  return timeS - (times[after - 1] as number) <= (times[after] as number) - timeS ? after - 1 : after;
}
