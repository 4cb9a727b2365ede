import { describe, expect, it } from 'vitest';
import { laws, type LawName } from './registry.ts';

/** Quantiles to 17 digits (mpmath 1.3, 30 digits), each for the double that the probability is. */
const known: Record<LawName, readonly (readonly [probability: number, quantile: number])[]> = {
  lorentzian: [
    [0.5, 0],
    [0.1, -3.077683537175253],
    [0.001, -318.30883898555044],
    [1e-9, -318309886.1837906],
    [0.9, 3.077683537175254],
    [0.999999, 318309.88617359026],
    [2 ** -33, -2734261102.3057265],
  ],
  normal: [
    [0.5, 0],
    [0.1, -1.2815515655446004],
    [0.001, -3.0902323061678136],
    [0.025, -1.9599639845400543],
    [0.9, 1.2815515655446006],
    [0.999999, 4.753424308817087],
    [2 ** -33, -6.3379577545537895],
    [1e-14, -7.650628092935269],
  ],
  uniform: [
    [0.5, 0],
    [0.25, -0.5],
    [0.875, 0.75],
  ],
  identical: [
    [0.001, 0],
    [0.999, 0],
  ],
  bimodal: [
    [0.001, -1],
    [0.49, -1],
    [0.5, 1],
    [0.999, 1],
  ],
};

describe('frequency laws', () => {
  it.each(Object.keys(laws) as LawName[])('%s has the known quantiles', (name) => {
    for (const [probability, quantile] of known[name]) {
      // 10⁻¹⁶ near the top is a large part of what is left to 1: the condition number of these points is below 10³.
      expect(Math.abs(laws[name](probability) - quantile)).toBeLessThanOrEqual(4e-15 * Math.max(1, Math.abs(quantile)));
    }
  });

  it.each(['lorentzian', 'normal', 'uniform'] as const)('%s rises and is odd about one half', (name) => {
    const law = laws[name];
    let below = -Infinity;
    for (let k = 1; k < 1024; k++) {
      const quantile = law(k / 1024);
      expect(quantile).toBeGreaterThan(below);
      // 1 − k/1024 is exact.
      expect(law(1 - k / 1024)).toBeCloseTo(-quantile, 12);
      below = quantile;
    }
  });
});
