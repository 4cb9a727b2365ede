/** Oracle 12: constants of motion of identical oscillators (Watanabe & Strogatz, Physica D 74 (1994) 197–253). */
import { describe, expect, it } from 'vitest';
import { plain } from '../field.fixture.ts';
import type { Field, FieldOptions } from '../field.ts';
import { allToAll } from '../mean-field.ts';
import { observe, oneForAll, type Planted } from './oracles.fixture.ts';

describe('12: cross-ratios of sin((θ_i − θ_j)/2)', () => {
  const oscillators = 16;

  /** Those of every four neighbours; the sign that a turn of one phase brings drops out, each phase standing in twice. */
  function crossRatios({ phaseRad }: Field): number[] {
    const s = (i: number, j: number): number => Math.sin(((phaseRad[i % oscillators] ?? NaN) - (phaseRad[j % oscillators] ?? NaN)) / 2);
    return Array.from({ length: oscillators }, (_, i) => (s(i, i + 1) * s(i + 2, i + 3)) / (s(i, i + 2) * s(i + 1, i + 3)));
  }

  interface Case {
    readonly coupling: number;
    readonly noise: number;
    readonly stepS: number;
    readonly spread?: number;
    readonly scheme?: FieldOptions['scheme'];
    readonly planted?: Planted;
  }

  /** Largest relative change of any of them on the way to 2 s. Seed 12. */
  function change({ coupling, noise, stepS, spread = 0, scheme = 'heun', planted = {} }: Case): number {
    const frequency = { law: 'normal', centre: 0.7, width: spread, sampling: 'quantile' } as const;
    const options = { ...plain, seed: 12, oscillators, agents: 4, frequency, scheme, stepS } as const;
    let first: number[] | undefined;
    let largest = 0;
    const exchange = (field: Field) => {
      first = crossRatios(field);
      return allToAll(field.agentStart);
    };
    observe({ options, coupling, noise, exchange, planted }, Math.round(2 / stepS), (field) => {
      crossRatios(field).forEach((ratio, i) => (largest = Math.max(largest, Math.abs(ratio / (first?.[i] ?? NaN) - 1))));
    });
    return largest;
  }

  // A scheme keeps them up to its own error, which must therefore shrink with the step as its order says. Broken by anything that acts
  // on one oscillator differently than on another, and by a coupling that is not a pure first harmonic.
  it('stay what they are without noise, up to the error of the scheme', () => {
    for (const coupling of [1, -1]) {
      const [coarse, fine] = [change({ coupling, noise: 0, stepS: 0.01 }), change({ coupling, noise: 0, stepS: 0.0025 })];
      expect(fine).toBeLessThan(1e-4);
      // Order 2: four times finer, sixteen times smaller.
      expect(coarse / fine).toBeGreaterThan(12);
      expect(coarse / fine).toBeLessThan(20);
    }
  });

  it('stay what they are with one noise for all', () => {
    const planted = { normals: oneForAll(12) };
    const [coarse, fine] = [
      change({ coupling: 1, noise: 0.5, stepS: 0.01, planted }),
      change({ coupling: 1, noise: 0.5, stepS: 0.0006_25, planted }),
    ];
    expect(fine).toBeLessThan(2e-3);
    // Strong order 1 at least: sixteen times finer, sixteen times smaller or nearly.
    expect(coarse / fine).toBeGreaterThan(8);
  });

  it('do not with noise of their own, however weak, nor with frequencies of their own', () => {
    expect(change({ coupling: 1, noise: 0.05, stepS: 0.0025 })).toBeGreaterThan(0.05);
    expect(change({ coupling: 1, noise: 0, spread: 0.05, stepS: 0.0025 })).toBeGreaterThan(0.05);
  });
});
