import { atan2, cos, exp, PI, sin } from '../../../base/math.ts';
import { known } from '../answer.ts';
import { shareOfPull, termsFor } from '../pulled-oscillator.ts';
import { overStationaryDensities, sakaguchi1988, type LawTheory } from './law-theory.ts';

const pazo2005 = 'Pazó, Phys. Rev. E 72, 046211 (2005)';

/** g(ω) = 1/2γ on (−γ, γ). */
export const uniform: LawTheory = {
  criticalCoupling: (widthRadS, diffusion) =>
    known((2 * widthRadS) / atan2(widthRadS, diffusion), {
      formula: diffusion === 0 ? 'K_c = 4γ/π' : 'K_c = 2γ / arctan(2γ/σ²)',
      regime: diffusion === 0 ? 'N → ∞, coupling without delay; order jumps to π/4 there' : 'N → ∞, coupling without delay',
      source: diffusion === 0 ? pazo2005 : sakaguchi1988,
    }),

  share: (widthRadS, diffusion) => (diffusion === 0 ? noiseless(widthRadS) : noisy(widthRadS, diffusion)),

  /** Without noise every pull up to γ has the same share, π/4γ: at K_c all orders up to π/4 are self-consistent at once. */
  peakPull: (widthRadS, diffusion) => (diffusion === 0 ? widthRadS : 0),

  stationary: (diffusion) =>
    diffusion === 0 ? { formula: 'r = ½[√(1 − q²) + arcsin(q)/q], q = γ/Kr', source: pazo2005 } : overStationaryDensities,

  characteristic: (widthRadS, timeS) => {
    const angle = widthRadS * timeS;
    return angle === 0 ? 1 : sin(angle) / angle;
  },
};

/** r(b) = ½[√(1 − γ²/b²) + (b/γ) arcsin(γ/b)], all oscillators being locked when b ≥ γ (Pazó 2005). */
function noiseless(widthRadS: number): (pull: number) => number {
  return (pull) => {
    if (pull <= widthRadS) return PI / (4 * widthRadS);
    const cosine = Math.sqrt((pull - widthRadS) * (pull + widthRadS));
    return cosine / (2 * pull * pull) + atan2(widthRadS, cosine) / (2 * widthRadS);
  };
}

/**
 * The integral is taken along the arc ω = γe^{iφ} above the real axis; by symmetry 0 < φ < π/2 suffices. Weak noise leaves z_1 a
 * sharp edge at the end φ = 0, which the double exponential rule (Takahasi & Mori 1974) takes in its stride:
 * φ = (π/2)/(1 + e^{−π sinh t}).
 */
const STEP = 1 / 12;
const REACH = 38;
const nodes = Array.from({ length: 2 * REACH + 1 }, (_, k) => {
  const t = (k - REACH) * STEP;
  const grown = exp(t);
  const sinh = (grown - 1 / grown) / 2;
  const cosh = (grown + 1 / grown) / 2;
  const ratio = exp(-PI * sinh);
  const angle = PI / 2 / (1 + ratio);
  const weight = (STEP * angle * PI * cosh * ratio) / (1 + ratio);
  return { sine: sin(angle), cosine: cos(angle), weight };
});

function noisy(widthRadS: number, diffusion: number): (pull: number) => number {
  const mean = { re: 0, im: 0 };
  return (pull) => {
    let sum = 0;
    for (const { sine, cosine, weight } of nodes) {
      const dampingS = widthRadS * sine;
      shareOfPull(pull, dampingS, widthRadS * cosine, diffusion, termsFor(pull, dampingS, diffusion), mean);
      sum += weight * (sine * mean.re + cosine * mean.im);
    }
    return sum;
  };
}
