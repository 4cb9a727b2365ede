import { describe, expect, it } from 'vitest';
import { lorentzianOrderOverTime } from './ott-antonsen.ts';

describe('the order over time of a Lorentzian law', () => {
  it('satisfies ṙ = (K/2 − γ)r − (K/2)r³ and starts at r₀, below, at and above threshold', () => {
    for (const coupling of [0, 0.5, 1, 1 + 1e-9, 1 + 1e-4, 2, 20]) {
      for (const order0 of [1e-3, 0.5, 1]) {
        const r = lorentzianOrderOverTime(coupling, 0.5, order0);
        expect(r(0)).toBeCloseTo(order0, 15);
        for (const t of [0.1, 1, 3, 10]) {
          const h = 1e-4;
          const slope = (r(t + h) - r(t - h)) / (2 * h);
          // The difference is off by h²/6 of the third derivative, at most some 20³·r here, and by rounding, 10⁻¹⁶/h.
          expect(Math.abs(slope - ((coupling / 2 - 0.5) * r(t) - (coupling / 2) * r(t) ** 3))).toBeLessThan(1e-5 * (1 + coupling));
        }
      }
    }
  });

  it('is r₀²/(1 + K r₀² t) at threshold, tends to √(1 − 2γ/K) above it, and stays 0 from 0', () => {
    expect(lorentzianOrderOverTime(1, 0.5, 0.8)(7) ** 2).toBeCloseTo(0.64 / (1 + 0.64 * 7), 14);
    expect(lorentzianOrderOverTime(2, 0.5, 0.01)(1e4)).toBeCloseTo(Math.sqrt(0.5), 14);
    expect(lorentzianOrderOverTime(2, 0.5, 0)(10)).toBe(0);
  });

  it('is the same by both expressions of its formula where they meet', () => {
    const [square0, limit, t] = [0.3 ** 2, 1 - 1 / 1.6, 2.5];
    const textbook = limit / (1 + (limit / square0 - 1) * Math.exp(-0.6 * t));
    expect(lorentzianOrderOverTime(1.6, 0.5, 0.3)(t) ** 2).toBeCloseTo(textbook, 14);
  });
});
