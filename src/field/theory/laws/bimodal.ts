import { cos } from '../../../base/math.ts';
import { known } from '../answer.ts';
import { shareOfPull, termsFor } from '../pulled-oscillator.ts';
import { overStationaryDensities, sakaguchi1988, type LawTheory } from './law-theory.ts';

/** Half at −γ, half at γ. */
export const bimodal: LawTheory = {
  /**
   * Eigenvalues of incoherence: λ = −D + K/4 ± √(K²/16 − γ²). A real one crosses 0 first when γ ≤ D, a complex pair when γ > D:
   * then order sets in as two groups that turn against each other.
   */
  criticalCoupling: (widthRadS, diffusion) =>
    widthRadS <= diffusion
      ? known((2 * (diffusion * diffusion + widthRadS * widthRadS)) / diffusion, {
          formula: 'K_c = σ² + 4γ²/σ²',
          regime: 'N → ∞, coupling without delay, γ ≤ σ²/2',
          source: `${sakaguchi1988}; Bonilla, Neu & Spigler, J. Stat. Phys. 67 (1992) 313–330`,
        })
      : known(4 * diffusion, {
          formula: 'K_c = 2σ²',
          regime: 'N → ∞, coupling without delay, γ > σ²/2: order sets in as two groups that turn against each other',
          source: 'Bonilla, Neu & Spigler, J. Stat. Phys. 67 (1992) 313–330; Crawford, J. Stat. Phys. 74 (1994) 1047–1084',
        }),

  share: (widthRadS, diffusion) => {
    const mean = { re: 0, im: 0 };
    return (pull) => {
      shareOfPull(pull, 0, widthRadS, diffusion, termsFor(pull, 0, diffusion), mean);
      return mean.re;
    };
  },

  peakPull: (widthRadS, diffusion) => {
    // Without noise the share is √(b² − γ²)/b² beyond γ; noise moves its peak to smaller pulls, and to 0 in the end.
    const highest = Math.SQRT2 * widthRadS;
    if (diffusion === 0) return highest;
    return peak(bimodal.share(widthRadS, diffusion), highest);
  },

  stationary: (diffusion) =>
    diffusion === 0
      ? { formula: 'r² = ½[1 + √(1 − 4γ²/K²)]', source: 'two groups, each in step: the locked pair of Adler 1946' }
      : overStationaryDensities,

  characteristic: (widthRadS, timeS) => cos(widthRadS * timeS),
};

/** Where a function of one hump is largest between 0 and `end`: by golden section (Kiefer 1953), to 8 digits. */
function peak(f: (x: number) => number, end: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let low = 0;
  let high = end;
  let left = high - golden * (high - low);
  let right = low + golden * (high - low);
  let [atLeft, atRight] = [f(left), f(right)];
  while (high - low > 1e-8 * end) {
    if (atLeft >= atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - golden * (high - low);
      atLeft = f(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + golden * (high - low);
      atRight = f(right);
    }
  }
  return low === 0 ? 0 : (low + high) / 2;
}
