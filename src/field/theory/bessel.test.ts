/** Reference values: mpmath 1.3 with 30 digits. */
import { describe, expect, it } from 'vitest';
import { besselRatio, scaledI0, scaledI1 } from './bessel.ts';

const relative = (found: number, exact: number): number => Math.abs(found / exact - 1);

describe('scaled Bessel functions', () => {
  it('agree with 30-digit values on both sides of the seam between the two series', () => {
    const table = [
      [0.1, 0.9071009257823011, 0.045298446808809324],
      [1, 0.46575960759364043, 0.20791041534970844],
      [5, 0.18354081260932836, 0.16397226694454237],
      [29.9, 0.07326921904600191, 0.07203337491186879],
      [30, 0.0731459464822373, 0.07191633059864755],
      [50, 0.05656162664745419, 0.0559931238928954],
      [1000, 0.012617240455891257, 0.012610930256928629],
    ] as const;
    for (const [x, i0, i1] of table) {
      expect(relative(scaledI0(x), i0)).toBeLessThan(1e-13);
      expect(relative(scaledI1(x), i1)).toBeLessThan(1e-13);
      expect(relative(besselRatio(x), i1 / i0)).toBeLessThan(1e-13);
    }
    expect([scaledI0(0), scaledI1(0), besselRatio(0), besselRatio(Infinity)]).toEqual([1, 0, 0, 1]);
  });
});
