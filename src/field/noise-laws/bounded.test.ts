import { describe, expect, it } from 'vitest';
import { reflectedDistribution, turn, walkToWall, type WallOptions } from './bounded.ts';

const options: WallOptions = { seed: 18, walkers: 10_000, drift: 1.5, noise: 1, stepS: 0.05, law: 'reflected' };

/** Largest distance of the walkers' distribution from that of the reflected law (Kolmogorov & Smirnov). */
function distance(values: Float64Array): number {
  const sorted = values.toSorted();
  return sorted.reduce((most, x, i) => {
    const expected = reflectedDistribution(x, options.drift, options.noise);
    return Math.max(most, Math.abs(expected - i / sorted.length), Math.abs(expected - (i + 1) / sorted.length));
  }, 0);
}

describe('geometric Brownian motion below a wall', () => {
  // Oracle 18. 10,000 walkers after 30 s, 15 relaxation times, seed 18: chance alone stays below 1.95/√10,000 = 0.0195 in 999 of 1000.
  it('has P(X ≤ x) = x^{2μ/σ²−1} where ln X is reflected', () => {
    expect(distance(walkToWall(options, 600))).toBeLessThan(0.0195);
  });

  it('has another density where it is clamped: a share of it stands on the wall', () => {
    const clamped = walkToWall({ ...options, law: 'clamped' }, 600);
    expect(clamped.filter((x) => x === 1).length).toBeGreaterThan(1000);
    expect(distance(clamped)).toBeGreaterThan(0.1);
  });
});

describe('noise that turns', () => {
  const turning = { seed: 18, walkers: 100, frequencyRadS: 1, noise: 1, stepS: 0.01 } as const;

  it('keeps the length to 10⁻¹² where each step is a turn, and not where it is a tangent', () => {
    for (const length of turn({ ...turning, step: 'exact' }, 2000)) expect(Math.abs(length - 1)).toBeLessThan(1e-12);
    const off = turn({ ...turning, step: 'euler' }, 2000).map((length) => Math.abs(length - 1));
    expect(Math.max(...off)).toBeGreaterThan(0.01);
  });
});
