/**
 * Quantile of sorted values by linear interpolation between order statistics (Hyndman & Fan 1996, definition 7).
 *
 * @param sorted ascending; only the first `length` count
 * @param p in [0, 1]
 * @returns NaN when there are no values
 */
export function quantileSorted(sorted: Readonly<Float64Array>, p: number, length = sorted.length): number {
  if (length === 0) return NaN;
  const place = (length - 1) * p;
  const below = Math.floor(place);
  const lower = sorted[below] as number;
  const upper = sorted[Math.min(below + 1, length - 1)] as number;
  return lower + (upper - lower) * (place - below);
}
