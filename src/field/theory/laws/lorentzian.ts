import { exp } from '../../../base/math.ts';
import { known } from '../answer.ts';
import { shareOfPull, termsFor } from '../pulled-oscillator.ts';
import { sakaguchi1988, type LawTheory } from './law-theory.ts';

/** g(ω) = (γ/π)/(ω² + γ²): its one pole above the real axis, ω = iγ, makes every mean a value at that pole. */
export const lorentzian: LawTheory = {
  criticalCoupling: (widthRadS, diffusion) =>
    known(2 * (widthRadS + diffusion), {
      formula: 'K_c = 2γ + σ²',
      regime: 'N → ∞, coupling without delay',
      source: `${sakaguchi1988}; without noise Kuramoto 1975`,
    }),

  /** r(b) = I_{1+γ/D}(b/D)/I_{γ/D}(b/D); without noise b/(γ + √(γ² + b²)). */
  share: (widthRadS, diffusion) => {
    const mean = { re: 0, im: 0 };
    return (pull) => {
      shareOfPull(pull, widthRadS, 0, diffusion, termsFor(pull, widthRadS, diffusion), mean);
      return mean.re;
    };
  },

  peakPull: () => 0,

  stationary: (diffusion) =>
    diffusion === 0
      ? { formula: 'r = √(1 − 2γ/K)', source: 'Kuramoto 1975' }
      : { formula: 'r = I_{1+ν}(x)/I_ν(x), x = 2Kr/σ², ν = 2γ/σ²', source: sakaguchi1988 },

  characteristic: (widthRadS, timeS) => exp(-widthRadS * Math.abs(timeS)),
};
