/** Intervals that cover the true value with at least the stated probability; 95% wherever nothing else is said. */
import { assert } from '../../base/assert.ts';
import { risingRoot } from '../../field/theory/root.ts';
import { regularisedBeta, regularisedGamma } from './special.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface Estimate extends Interval {
  readonly value: number;
}

/** What every interval leaves out, on both sides together. */
const missed = 0.05;

/**
 * The probability of an event that happened in `count` of `trials` independent trials, exact (Clopper & Pearson, Biometrika 26 (1934)
 * 404–413). Both tails are kept even where the event happened never or always.
 */
export function proportion(count: number, trials: number): Estimate {
  assert(trials > 0 && count >= 0 && count <= trials, `a count from 0 to ${trials}, not ${count}`);
  return {
    value: count / trials,
    low: count === 0 ? 0 : risingRoot((p) => regularisedBeta(p, count, trials - count + 1) - missed / 2, 0, 1),
    high: count === trials ? 1 : risingRoot((p) => regularisedBeta(p, count + 1, trials - count) - (1 - missed / 2), 0, 1),
  };
}

/** The rate of events that happened `count` times in `exposure` (hours, years), exact for a Poisson process (Garwood, Biometrika 28 (1936) 437–442). */
export function rate(count: number, exposure: number): Estimate {
  assert(exposure > 0 && count >= 0, 'some exposure, and no count below 0');
  const most = count + 20 * Math.sqrt(count + 1) + 20;
  const low = count === 0 ? 0 : risingRoot((mean) => regularisedGamma(count, mean) - missed / 2, 0, most);
  const high = risingRoot((mean) => regularisedGamma(count + 1, mean) - (1 - missed / 2), 0, most);
  return { value: count / exposure, low: low / exposure, high: high / exposure };
}

/** The mean of independent values and its interval by Student's t (1908); of fewer than two no interval is known. NaN of none. */
export function meanOf(values: readonly number[]): Estimate {
  const count = values.length;
  const { mean: value, squared } = squaredError(values);
  if (count < 2) return { value, low: NaN, high: NaN };
  const reach = studentQuantile(count - 1) * Math.sqrt(squared);
  return { value, low: value - reach, high: value + reach };
}

/**
 * The slope of a straight line through independent values y at places x, by least squares; its interval by Student's t with two degrees
 * of freedom fewer than there are values. With fewer than three values, or at one place alone, no interval is known.
 */
export function slopeOf(x: readonly number[], y: readonly number[]): Estimate {
  const count = x.length;
  const [meanX, meanY] = [squaredError(x).mean, squaredError(y).mean];
  const spread = x.reduce((sum, at) => sum + (at - meanX) * (at - meanX), 0);
  const value = x.reduce((sum, at, k) => sum + (at - meanX) * ((y[k] as number) - meanY), 0) / spread;
  if (count < 3 || spread === 0) return { value, low: NaN, high: NaN };
  const left = x.reduce((sum, at, k) => sum + square((y[k] as number) - meanY - value * (at - meanX)), 0);
  const reach = studentQuantile(count - 2) * Math.sqrt(left / (count - 2) / spread);
  return { value, low: value - reach, high: value + reach };
}

/** The mean, and the square of its standard error. */
function squaredError(values: readonly number[]): { readonly mean: number; readonly squared: number } {
  const count = values.length;
  const mean = values.reduce((sum, x) => sum + x, 0) / count;
  return { mean, squared: values.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / (count - 1) / count };
}

/** The t that a Student variable of so many degrees of freedom exceeds with probability `missed`/2. */
export function studentQuantile(freedom: number): number {
  // P(|T| > t) = I_x(ν/2, ½) with x = ν/(ν + t²), DLMF 8.17 and Abramowitz & Stegun 26.7.1.
  const x = risingRoot((share) => regularisedBeta(share, freedom / 2, 0.5) - missed, 0, 1);
  return Math.sqrt((freedom * (1 - x)) / x);
}

/**
 * The median of the population that independent values come from, by order statistics (binomial with p = ½): exact whatever
 * the distribution. `low` and `high` are NaN where there are too few values (below six).
 */
export function medianOf(sorted: Readonly<Float64Array>): Estimate {
  const count = sorted.length;
  const middle = (count - 1) / 2;
  const value = ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
  // The largest k with P(Binomial(n, ½) < k) ≤ missed/2: P(X ≥ k) = I_½(k, n − k + 1).
  let k = 0;
  while (k < middle && 1 - regularisedBeta(0.5, k + 1, count - k) <= missed / 2) k++;
  return k === 0 ? { value, low: NaN, high: NaN } : { value, low: sorted[k - 1] ?? NaN, high: sorted[count - k] ?? NaN };
}

function square(value: number): number {
  return value * value;
}
