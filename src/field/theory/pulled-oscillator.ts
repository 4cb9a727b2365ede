/**
 * One noisy oscillator under a constant pull: the stationary mean of e^{iθ} for
 *
 *   dθ = (ω − b sin θ) dt + √(2D) dW.
 *
 * Its moments z_n = ⟨e^{inθ}⟩ obey (nD − iω) z_n = (b/2)(z_{n−1} − z_{n+1}), z_0 = 1, so that z_1 is a continued fraction: the ratio
 * I_{1+ν}(b/D)/I_ν(b/D) of modified Bessel functions, ν = −iω/D. Sources: Sakaguchi, Prog. Theor. Phys. 79 (1988) 39–46 (the Fokker–Planck
 * equation of the population); Risken, "The Fokker–Planck Equation" (1989), §§ 9.2, 11.3 (continued fractions of this kind).
 *
 * z_1 has no singularity for Im ω > −D. Hence ω may be complex, which serves twice: the mean over a Lorentzian law of half-width γ is
 * z_1 at ω = iγ (Ott & Antonsen, Chaos 18, 037113 (2008), used the same without noise), and integrals over other laws may be taken
 * along a path above the real axis, where z_1 is smooth however weak the noise.
 */

/** A complex number that is written to again and again. */
export interface Complex {
  re: number;
  im: number;
}

/** e^{−2·18} is below 10⁻¹⁵: what a term further would change of z_1. */
const SETTLED = 18;
/** Only noise below D = 10⁻⁵ b ever asks for more; the tail then stands for the rest with an error of some D²/b². */
const MAX_TERMS = 2048;

/**
 * Terms of the continued fraction that `shareOfPull` needs. The ratio of neighbouring moments is at most that of constant
 * coefficients, e^{−arsinh y}, y = ((n − ½)D + Re a)/b (Amos, Math. Comp. 28 (1974) 239–251), and arsinh y ≥ y/√(1 + y²).
 *
 * @param pull b ≥ 0
 * @param dampingS Re a = Im ω ≥ 0, 1/s
 * @param diffusion D ≥ 0, 1/s
 */
export function termsFor(pull: number, dampingS: number, diffusion: number): number {
  if (diffusion === 0) return 1;
  let settled = 0;
  let terms = 1;
  for (; terms < MAX_TERMS && settled < SETTLED; terms++) {
    const a = (terms - 0.5) * diffusion + dampingS;
    settled += a / Math.sqrt(a * a + pull * pull);
  }
  return terms;
}

/**
 * Writes z_1/b, the share of the pull b that comes back as order, to `out`; at b → 0 the susceptibility ½/(D + a). Relative error 10⁻¹⁴
 * where `terms` is what `termsFor` says and below its cap.
 *
 * @param pull b ≥ 0
 * @param dampingS Re a ≥ 0 where a = −iω, so the imaginary part of ω; above 0 where there is no noise
 * @param frequencyRadS real part of ω
 */
export function shareOfPull(pull: number, dampingS: number, frequencyRadS: number, diffusion: number, terms: number, out: Complex): void {
  const quarter = (pull * pull) / 4;
  // s_n = (b/2) z_n/z_{n−1} = (b²/4)/(nD + a + s_{n+1}), from the tail down to n = 2.
  tail(pull, (terms + 0.5) * diffusion + dampingS, -frequencyRadS, out);
  for (let n = terms; n >= 2; n--) {
    const re = n * diffusion + dampingS + out.re;
    const im = out.im - frequencyRadS;
    const scale = quarter / (re * re + im * im);
    out.re = re * scale;
    out.im = -im * scale;
  }
  const re = diffusion + dampingS + out.re;
  const im = out.im - frequencyRadS;
  const scale = 0.5 / (re * re + im * im);
  out.re = re * scale;
  out.im = -im * scale;
}

/**
 * s = (b²/2)/(A + √(A² + b²)): what s_n would be if the coefficients stayed as they are around n. Without noise they do, and it is
 * exact. Of the two roots that one for which |z_1| ≤ 1.
 */
function tail(pull: number, re: number, im: number, out: Complex): void {
  const squareRe = re * re - im * im + pull * pull;
  const squareIm = 2 * re * im;
  const size = Math.sqrt(squareRe * squareRe + squareIm * squareIm);
  let rootRe = Math.sqrt(Math.max(0, (size + squareRe) / 2));
  let rootIm = Math.sqrt(Math.max(0, (size - squareRe) / 2));
  if (squareIm < 0) rootIm = -rootIm;
  if (re * rootRe + im * rootIm < 0) [rootRe, rootIm] = [-rootRe, -rootIm];
  const sumRe = re + rootRe;
  const sumIm = im + rootIm;
  const squared = sumRe * sumRe + sumIm * sumIm;
  const scale = squared === 0 ? 0 : (pull * pull) / (2 * squared);
  out.re = sumRe * scale;
  out.im = -sumIm * scale;
}
