/** Reference values: mpmath 1.3, 20 digits; K_c by bisection in every branch, r from Bessel functions of complex order. */
import { describe, expect, it } from 'vitest';
import { delayedCriticalCoupling, delayedOrder, lockedRotations } from './delay.ts';
import { stationaryOrder } from './stationary-order.ts';

const relative = (found: number, exact: number): number => Math.abs(found / exact - 1);

describe('synchronous rotation under a delay', () => {
  it('is every root of Ω = ω₀ − K sin Ωτ, stable iff cos Ωτ > 0', () => {
    for (const [frequency, coupling, delay] of [[2, 3, 1] as const, [0, 0.5, 1] as const, [-5, 20, 2.5] as const]) {
      const found = lockedRotations(frequency, coupling, delay);
      let signChanges = 0;
      const f = (x: number): number => x - frequency + coupling * Math.sin(x * delay);
      const steps = 200_000;
      for (let k = 0; k < steps; k++) {
        const x = frequency - coupling * 1.001 + (2.002 * coupling * k) / steps;
        if (f(x) > 0 !== f(x + (2.002 * coupling) / steps) > 0) signChanges++;
      }
      expect(found).toHaveLength(signChanges);
      for (const { frequencyRadS, stable } of found) {
        expect(Math.abs(f(frequencyRadS))).toBeLessThan(1e-12 * (1 + coupling * delay * 10));
        expect(stable).toBe(Math.cos(frequencyRadS * delay) > 0);
      }
    }
  });

  it('is that with ω₀ without delay or coupling', () => {
    expect(lockedRotations(2, 3, 0)).toEqual([{ frequencyRadS: 2, stable: true }]);
    expect(lockedRotations(2, 0, 1)).toEqual([{ frequencyRadS: 2, stable: false }]);
  });
});

describe('the onset of order under a delay', () => {
  it('is at the smallest 2(γ + D)/cos Ωτ with Ω = ω₀ − (γ + D) tan Ωτ', () => {
    const table = [
      [2, 0.5, 1, 2.102677700573493, 1.0751684595980423],
      [0, 0.5, 3, 1, 0],
      [10, 0.7, 0.3, 10.512172238213663, 4.7907350526712971],
      [-3.5, 0.2, 2, 0.45551833363645883, -3.3910310224433851],
    ] as const;
    for (const [frequency, damping, delay, coupling, rotation] of table) {
      // Spread and noise act through γ + D alone.
      for (const share of [0, 0.3, 1]) {
        const onset = delayedCriticalCoupling(frequency, share * damping, Math.sqrt(2 * (1 - share) * damping), delay);
        expect(relative(onset.coupling, coupling)).toBeLessThan(1e-12);
        expect(onset.frequencyRadS).toBeCloseTo(rotation, 11);
      }
    }
    expect(delayedCriticalCoupling(2, 0.5, 1, 0)).toEqual({ coupling: 2, frequencyRadS: 2 });
    expect(() => delayedCriticalCoupling(2, 0, 0, 1)).toThrow('spread or noise');
  });

  it('is followed by the r and Ω that carry themselves', () => {
    const first = delayedOrder(2, 0, 1, 1, 2.5);
    expect(relative(first?.order ?? NaN, 0.68671247657812634)).toBeLessThan(1e-11);
    expect(first?.frequencyRadS).toBeCloseTo(0.81687466260819205, 10);
    const second = delayedOrder(2, 0.3, 0.8, 0.5, 3);
    expect(relative(second?.order ?? NaN, 0.78135409270087161)).toBeLessThan(1e-11);
    expect(second?.frequencyRadS).toBeCloseTo(0.96264950343978857, 10);
    expect(delayedOrder(2, 0, 1, 1, 2.1)).toBeUndefined();
    const undelayed = stationaryOrder({ law: 'lorentzian', widthRadS: 0.5, noise: 0.6 }, 2);
    expect(delayedOrder(7, 0.5, 0.6, 0, 2)?.order).toBeCloseTo(undelayed.known ? undelayed.value : NaN, 12);
  });
});
