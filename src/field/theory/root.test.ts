import { describe, expect, it } from 'vitest';
import { risingRoot } from './root.ts';

describe('the root of a rising function', () => {
  it('is found to the last digits in a bounded number of steps, however the function bends', () => {
    const bends: readonly ((x: number) => number)[] = [
      (x) => x - 0.3,
      (x) => x * x * x - 0.027,
      (x) => Math.exp(40 * (x - 0.3)) - 1,
      (x) => Math.atan(1e6 * (x - 0.3)),
      (x) => 1 - 0.3 / x,
      (x) => Math.sign(x - 0.3) * Math.abs(x - 0.3) ** 9,
    ];
    for (const f of bends) {
      let asked = 0;
      const counted = (x: number): number => {
        asked++;
        return f(x);
      };
      expect(Math.abs(risingRoot(counted, 1e-3, 1) - 0.3)).toBeLessThan(1e-15);
      expect(asked).toBeLessThan(243);
    }
  });

  it('is an end where the function does not change sign, or vanishes there', () => {
    expect(risingRoot((x) => x, 0, 1)).toBe(0);
    expect(risingRoot((x) => x + 1, 0, 1)).toBe(0);
    expect(risingRoot((x) => x - 1, 0, 1)).toBe(1);
    expect(risingRoot((x) => x - 2, 0, 1)).toBe(1);
  });
});
