import { describe, expect, it } from 'vitest';
import { besselRatio } from './bessel.ts';
import { shareOfPull, termsFor } from './pulled-oscillator.ts';

const mean = { re: 0, im: 0 };
const share = (pull: number, dampingS: number, frequencyRadS: number, diffusion: number, terms = termsFor(pull, dampingS, diffusion)) => {
  shareOfPull(pull, dampingS, frequencyRadS, diffusion, terms, mean);
  return { ...mean };
};

describe('the share of a pull that comes back as order', () => {
  it('is I₁(b/D)/I₀(b/D)/b at rest, at any strength of noise, within a bounded number of terms', () => {
    for (const diffusion of [1e-12, 1e-8, 1e-6, 1e-5, 1e-3, 0.1, 1, 100]) {
      const { re, im } = share(1, 0, 0, diffusion);
      expect(Math.abs(re / besselRatio(1 / diffusion) - 1)).toBeLessThan(diffusion < 1e-5 ? 3e-11 : 1e-14);
      expect(im).toBeCloseTo(0, 15);
      expect(termsFor(1, 0, diffusion)).toBeLessThanOrEqual(2048);
    }
  });

  it('does not change with further terms', () => {
    for (const diffusion of [1e-3, 0.03, 1]) {
      for (const frequency of [0, 0.5, 1, 3]) {
        for (const damping of [0, 0.1, 2]) {
          const [few, many] = [share(1, damping, frequency, diffusion), share(1, damping, frequency, diffusion, 5000)];
          expect(Math.abs(few.re - many.re) + Math.abs(few.im - many.im)).toBeLessThan(1e-14);
        }
      }
    }
  });

  it('is ½/(D − iω) for a weak pull, and without noise that of a locked or a drifting oscillator', () => {
    const weak = share(0, 0, 2, 0.5);
    expect(weak.re).toBeCloseTo(0.25 / 4.25, 15);
    expect(weak.im).toBeCloseTo(1 / 4.25, 15);
    // Locked: sin θ = ω/b. Drifting: ⟨e^{iθ}⟩ = i(ω − √(ω² − b²))/b, as |sin θ| is where it turns slowest.
    const locked = share(2, 0, 1, 0);
    expect(locked.re).toBeCloseTo(Math.sqrt(3) / 4, 15);
    expect(locked.im).toBeCloseTo(1 / 4, 15);
    for (const sign of [1, -1]) {
      const drifting = share(1, 0, sign * 1.25, 0);
      expect(drifting.re).toBeCloseTo(0, 15);
      expect(drifting.im).toBeCloseTo(sign * 0.5, 15);
    }
  });
});
