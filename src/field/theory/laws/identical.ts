import { besselRatio } from '../bessel.ts';
import { known } from '../answer.ts';
import { kuramoto1984, sakaguchi1988, type LawTheory } from './law-theory.ts';

/** One frequency for all. */
export const identical: LawTheory = {
  criticalCoupling: (_widthRadS, diffusion) =>
    known(2 * diffusion, {
      formula: 'K_c = σ²',
      regime: 'N → ∞, coupling without delay',
      source: `${kuramoto1984}; ${sakaguchi1988}`,
    }),

  /** r(b) = I₁(b/D)/I₀(b/D): the mean of the density ∝ exp((b/D) cos θ). */
  share: (_widthRadS, diffusion) => (pull) => {
    if (pull === 0) return 1 / (2 * diffusion);
    return besselRatio(pull / diffusion) / pull;
  },

  peakPull: () => 0,

  stationary: (diffusion) => ({ formula: diffusion === 0 ? 'r = 1' : 'r = I₁(x)/I₀(x), x = 2Kr/σ²', source: kuramoto1984 }),

  characteristic: () => 1,
};
