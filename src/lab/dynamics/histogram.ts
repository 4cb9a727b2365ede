/** How often values come, and how often a law says that they would. */
import { cos, exp, PI, TWO_PI } from '../../base/math.ts';
import type { Histogram } from './types.ts';

/** Of the law ∝ exp(κ cos θ) on (−π, π), by the trapezoidal rule, which converges geometrically for what is periodic. */
export function vonMisesDistribution(kappa: number): (x: number) => number {
  const parts = 720;
  const sums = new Float64Array(parts + 1);
  const density = (i: number): number => exp(kappa * (cos((TWO_PI * i) / parts - PI) - 1));
  for (let i = 1; i <= parts; i++) sums[i] = (sums[i - 1] as number) + (density(i - 1) + density(i)) / 2;
  return (x) => {
    const place = Math.min(parts, Math.max(0, ((x + PI) / TWO_PI) * parts));
    const i = Math.min(parts - 1, Math.floor(place));
    const [before, after] = [sums[i] as number, sums[i + 1] as number];
    return (before + (after - before) * (place - i)) / (sums[parts] as number);
  };
}

/** @param law its distribution function, where there is one */
export function histogram(
  values: Float64Array,
  from: number,
  to: number,
  bins: number,
  law: ((x: number) => number) | undefined,
): Histogram {
  const width = (to - from) / bins;
  const measured = new Array<number>(bins).fill(0);
  const sorted = values.toSorted();
  let distance = 0;
  for (const [i, x] of sorted.entries()) {
    const bin = Math.min(bins - 1, Math.max(0, Math.floor((x - from) / width)));
    measured[bin] = (measured[bin] as number) + 1 / (sorted.length * width);
    const expected = law?.(x) ?? 0;
    distance = Math.max(distance, Math.abs(expected - i / sorted.length), Math.abs(expected - (i + 1) / sorted.length));
  }
  if (law === undefined) return { from, to, measured, law: undefined, distance: undefined };
  const edge = (bin: number): number => law(from + bin * width);
  return { from, to, measured, law: measured.map((_, bin) => (edge(bin + 1) - edge(bin)) / width), distance };
}
