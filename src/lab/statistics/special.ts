/** The functions that exact intervals are made of, from + − × ÷ √ and our own exp and log: the same bits everywhere. */
import { exp, log } from '../../base/math.ts';

/** Coefficients for g = 7 and nine terms (Godfrey 2001): relative error of Γ below 10⁻¹⁴. */
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;
const halfLogTwoPi = 0.9189385332046728;

/** ln Γ(x) for x > 0 (Lanczos, SIAM J. Numer. Anal. B 1 (1964) 86–96). */
export function logGamma(x: number): number {
  if (x < 1) return logGamma(x + 1) - log(x);
  const z = x - 1;
  let sum: number = lanczos[0];
  for (let k = 1; k < lanczos.length; k++) sum += (lanczos[k] as number) / (z + k);
  const t = z + 7.5;
  return halfLogTwoPi + (z + 0.5) * log(t) - t + log(sum);
}

/** A term of this share of the sum changes no bit of it. */
const negligible = 2.3e-16;
/** More than the slowest argument that an interval of ours asks for (a, b up to 10⁹) needs. */
const maxTerms = 200_000;
/** Keeps Lentz's fractions from dividing by zero. */
const tiny = 1e-300;

/** I_x(a, b) for a, b > 0 and 0 ≤ x ≤ 1: the distribution function of Beta(a, b). Continued fraction, DLMF 8.17.22. */
export function regularisedBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges fast on this side of the mean.
  if (x > (a + 1) / (a + b + 2)) return 1 - regularisedBeta(1 - x, b, a);
  const front = exp(a * log(x) + b * log(1 - x) - (logGamma(a) + logGamma(b) - logGamma(a + b))) / a;
  return (
    front /
    continuedFraction((term) => {
      const m = Math.floor(term / 2);
      if (term % 2 === 0) return (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
      return (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    })
  );
}

/** 1 + d₁/(1 + d₂/(1 + …)) by Lentz's method as Thompson and Barnett modified it (J. Comput. Phys. 64 (1986) 490–509). */
function continuedFraction(numerator: (term: number) => number): number {
  let value = 1;
  let c = 1;
  let d = 0;
  for (let term = 1; term < maxTerms; term++) {
    const step = numerator(term);
    d = 1 / away(1 + step * d);
    c = away(1 + step / c);
    value *= c * d;
    if (Math.abs(c * d - 1) < negligible) break;
  }
  return value;
}

function away(x: number): number {
  return Math.abs(x) < tiny ? tiny : x;
}

/** P(a, x) for a > 0 and x ≥ 0: the distribution function of Gamma(a, 1). Series and continued fraction, DLMF 8.11.4 and 8.9.2. */
export function regularisedGamma(a: number, x: number): number {
  if (x <= 0) return 0;
  const front = exp(a * log(x) - x - logGamma(a));
  if (x < a + 1) {
    let sum = 1 / a;
    for (let n = 1, term = sum; n < maxTerms && term > sum * negligible; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return front * sum;
  }
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < maxTerms; n++) {
    const step = n * (a - n);
    b += 2;
    d = 1 / away(step * d + b);
    c = away(b + step / c);
    value *= c * d;
    if (Math.abs(c * d - 1) < negligible) break;
  }
  return 1 - front * value;
}
