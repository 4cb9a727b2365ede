import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at } from '../base/assert.ts';
import { TWO_PI, wrapPhase } from '../base/math.ts';
import { fillNormals, streams } from '../base/random.ts';
import { createMatchedFilter, grossErrorFrom, turnsAt } from './matched-filter.ts';
import { bandFrequencies, distanceBound, rotate, sumOfSquares } from './rotary.ts';

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, i) => sum + x * at(b, i), 0);
const length = (a: Float64Array) => Math.sqrt(dot(a, a));
const frequencies = bandFrequencies(64, 10_000);
const vector = fc
  .array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 64, maxLength: 64 })
  .map((list) => Float64Array.from(list));
const position = fc.integer({ min: -100_000, max: 100_000 });

describe('rotary position encoding', () => {
  it('turns pair k by position · base^(−2k/d)', () => {
    expect(frequencies[0]).toBe(1);
    expect(at(frequencies, 16)).toBeCloseTo(0.01, 14);
    expect(at(frequencies, 31)).toBeCloseTo(Math.pow(10_000, -62 / 64), 16);
    expect([...rotate(Float64Array.of(1, 0), Math.PI / 2, Float64Array.of(1))]).toEqual([expect.closeTo(0, 14), expect.closeTo(1, 14)]);
  });

  it('is undone by its inverse and keeps lengths', () => {
    fc.assert(
      fc.property(vector, position, (x, m) => {
        const turned = rotate(x, m, frequencies);
        expect(Math.abs(length(turned) - length(x))).toBeLessThan(1e-12 * (1 + length(x)));
        rotate(turned, -m, frequencies).forEach((value, i) => expect(value).toBeCloseTo(at(x, i), 11));
      }),
      { numRuns: 50, seed: 1 },
    );
  });

  it('leaves only the relative position: ⟨R_m q, R_n k⟩ = qᵀ R_{n−m} k', () => {
    fc.assert(
      fc.property(vector, vector, position, position, (q, k, m, n) => {
        const both = dot(rotate(q, m, frequencies), rotate(k, n, frequencies));
        expect(both).toBeCloseTo(dot(q, rotate(k, n - m, frequencies)), 6);
      }),
      { numRuns: 50, seed: 2 },
    );
  });
});

/** ψ_k = Δθ_k + s·normal, wrapped. */
function noisyDifference(distance: number, s: number, trial: number): Float64Array {
  const normals = new Float64Array(32);
  fillNormals(17, streams.spare, trial, 0, 0, 2, normals);
  return Float64Array.from(frequencies, (theta, k) => wrapPhase(distance * theta + s * at(normals, k)));
}

describe('the matched filter', () => {
  const filter = createMatchedFilter(frequencies, 2000);

  it('finds any distance in its range exactly where the phases are exact', () => {
    fc.assert(
      fc.property(fc.double({ min: -1999, max: 1999, noNaN: true }), (distance) => {
        const difference = noisyDifference(distance, 0, 0);
        const { distance: found, score } = filter.estimate(difference);
        expect(Math.abs(found - distance)).toBeLessThan(1e-9);
        expect(score).toBeCloseTo(1, 12);
        const turns = turnsAt(difference, frequencies, found);
        frequencies.forEach((theta, k) => expect(at(difference, k) + TWO_PI * at(turns, k)).toBeCloseTo(distance * theta, 8));
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  it('has the highest of its scores at its estimate, and its aliases below', () => {
    for (let trial = 0; trial < 20; trial++) {
      const difference = noisyDifference(100 * trial - 1000, 0.8, trial);
      const best = filter.estimate(difference);
      expect(best.score).toBeGreaterThanOrEqual(Math.max(...filter.scores(difference)) - 1e-12);
      const [first, ...aliases] = filter.peaks(difference, 6);
      expect(first).toEqual(best);
      for (const alias of aliases) expect(alias.score).toBeLessThanOrEqual(best.score);
    }
  });

  // Oracle 17. 1500 trials each, seed 17: a share of ½ is then known within ± 0.013 (one standard error).
  const trials = 1500;
  const gross = grossErrorFrom(frequencies);
  function errorsAt(s: number): number[] {
    return Array.from({ length: trials }, (_, trial) => {
      const distance = ((trial * 619) % 3801) - 1900;
      return filter.estimate(noisyDifference(distance, s, trial)).distance - distance;
    });
  }

  it.each([
    [0.5, 0],
    [1, 0.12],
    [1.5, 0.81],
  ])('with phase noise %f rad is off by a peak or more in a share of %f', (s, expected) => {
    const share = errorsAt(s).filter((error) => Math.abs(error) > gross).length / trials;
    expect(Math.abs(share - expected)).toBeLessThan(0.05);
  });

  it('reaches the bound where the noise is small', () => {
    expect(sumOfSquares(frequencies)).toBeCloseTo(1 / (1 - Math.pow(10_000, -4 / 64)), 3);
    for (const s of [0.05, 0.2]) {
      const rms = Math.sqrt(errorsAt(s).reduce((sum, error) => sum + error * error, 0) / trials);
      // Standard error of an r.m.s. of 1500: 1.8%; four of them, and the bias of order s².
      expect(Math.abs(rms / distanceBound(s, frequencies) - 1)).toBeLessThan(0.075 + s * s);
    }
  });
});
