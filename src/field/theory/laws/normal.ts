import { cos, exp, PI, sin, TWO_PI } from '../../../base/math.ts';
import { known } from '../answer.ts';
import { scaledI0, scaledI1 } from '../bessel.ts';
import { scaledErfc } from '../error-function.ts';
import { shareOfPull, termsFor } from '../pulled-oscillator.ts';
import { kuramoto1984, overStationaryDensities, sakaguchi1988, type LawTheory } from './law-theory.ts';

/** g(ω) = e^{−ω²/2s²}/(s√2π). */
export const normal: LawTheory = {
  criticalCoupling: (widthRadS, diffusion) =>
    // ∫ g(ω) D/(D² + ω²) dω = √(π/2)/s · e^{x²} erfc x, x = D/(s√2): the Voigt function at its centre (DLMF 7.19).
    known((widthRadS * Math.sqrt(8 / PI)) / scaledErfc(diffusion / (widthRadS * Math.SQRT2)), {
      formula: diffusion === 0 ? 'K_c = γ√(8/π)' : 'K_c = γ√(8/π) / [e^{x²} erfc x], x = σ²/(γ√8)',
      regime: 'N → ∞, coupling without delay; γ: the standard deviation',
      source: `${sakaguchi1988}; without noise Kuramoto 1975`,
    }),

  share: (widthRadS, diffusion) => (diffusion === 0 ? noiseless(widthRadS) : noisy(widthRadS, diffusion)),

  peakPull: () => 0,

  stationary: (diffusion) =>
    diffusion === 0 ? { formula: 'r = (Kr/γ)√(π/8) e^{−y}[I₀(y) + I₁(y)], y = K²r²/4γ²', source: kuramoto1984 } : overStationaryDensities,

  characteristic: (widthRadS, timeS) => exp(-(widthRadS * widthRadS * timeS * timeS) / 2),
};

/** r(b) = (b/s)√(π/8) e^{−y}[I₀(y) + I₁(y)], y = b²/4s² (Kuramoto 1984, § 5.4, with the integral over the locked ones done). */
function noiseless(widthRadS: number): (pull: number) => number {
  return (pull) => {
    const y = (pull * pull) / (4 * widthRadS * widthRadS);
    return (Math.sqrt(PI / 8) / widthRadS) * (scaledI0(y) + scaledI1(y));
  };
}

/**
 * The integral is taken along ω = s(u + 2i), u real, where z_1 is smooth and g has grown by e² only; there the rule of equal steps
 * is off by e^{−4π/h}, 10⁻¹⁶ (Trefethen & Weideman, SIAM Review 56 (2014) 385–458). By symmetry half of the nodes suffice.
 */
const RAISED = 2;
const STEP = 1 / 3;
const nodes = Array.from({ length: 27 }, (_, k) => {
  const u = k * STEP;
  const weight = ((k === 0 ? 1 : 2) * STEP * exp((RAISED * RAISED - u * u) / 2)) / Math.sqrt(TWO_PI);
  return { u, re: weight * cos(RAISED * u), im: -weight * sin(RAISED * u) };
});

function noisy(widthRadS: number, diffusion: number): (pull: number) => number {
  const mean = { re: 0, im: 0 };
  return (pull) => {
    const terms = termsFor(pull, RAISED * widthRadS, diffusion);
    let sum = 0;
    for (const node of nodes) {
      shareOfPull(pull, RAISED * widthRadS, node.u * widthRadS, diffusion, terms, mean);
      sum += node.re * mean.re - node.im * mean.im;
    }
    return sum;
  };
}
