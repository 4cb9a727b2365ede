import { describe, expect, it } from 'vitest';
import { PI } from '../base/math.ts';
import { sampleInitialPhases, type InitialOptions } from './initial.ts';

const oscillators = 50_000;
function phases(options: InitialOptions, seed = 3): Float64Array {
  const phaseRad = new Float64Array(oscillators);
  sampleInitialPhases(seed, options, phaseRad);
  return phaseRad;
}

/** (1/N) Σ e^{ikθ}. */
function moment(phaseRad: Float64Array, k: number): { re: number; im: number } {
  const mean = (f: (x: number) => number): number => phaseRad.reduce((sum, x) => sum + f(k * x), 0) / phaseRad.length;
  return { re: mean(Math.cos), im: mean(Math.sin) };
}

describe('initial phases', () => {
  it('synchronised are all 0', () => {
    expect(phases({ kind: 'synchronised', r0: 0.5 }).every((x) => Object.is(x, 0))).toBe(true);
  });

  // A mean of N numbers on the unit circle has a standard error of at most 1/√N in each part.
  const tolerance = 5 / Math.sqrt(oscillators);

  it('uniform have no moment and lie in [−π, π)', () => {
    const list = phases({ kind: 'uniform', r0: 0.5 });
    for (const k of [1, 2, 3]) {
      const { re, im } = moment(list, k);
      expect(Math.max(Math.abs(re), Math.abs(im))).toBeLessThan(tolerance);
    }
    expect(list.every((x) => x >= -PI && x < PI)).toBe(true);
  });

  it.each([0, 0.3, 0.5, 0.9, 0.999])('on the Poisson kernel with r₀ = %s have the moments r₀^k', (r0) => {
    const list = phases({ kind: 'poisson', r0 });
    for (const k of [1, 2, 3]) {
      const { re, im } = moment(list, k);
      expect(Math.max(Math.abs(re - r0 ** k), Math.abs(im))).toBeLessThan(tolerance);
    }
    expect(list.every((x) => x >= -PI && x < PI)).toBe(true);
  });

  it('depend on the seed', () => {
    expect(phases({ kind: 'uniform', r0: 0 }, 1)).not.toEqual(phases({ kind: 'uniform', r0: 0 }, 2));
  });
});
