/** Modified Bessel functions of the first kind, scaled by e^{−x} so that no argument overflows. Within 10⁻¹³, relative. */
import { exp, TWO_PI } from '../../base/math.ts';

/** e^{−x} I₀(x), x ≥ 0. */
export function scaledI0(x: number): number {
  return scaledBessel(0, x);
}

/** e^{−x} I₁(x), x ≥ 0. */
export function scaledI1(x: number): number {
  return scaledBessel(1, x);
}

/** I₁(x)/I₀(x), x ≥ 0, infinity included. */
export function besselRatio(x: number): number {
  return x < SERIES_LIMIT ? series(1, x) / series(0, x) : asymptotic(1, x) / asymptotic(0, x);
}

/**
 * Below, the series of DLMF 10.25.2, all of whose terms are positive; above, the asymptotic one of DLMF 10.40.1, whose
 * terms there fall below 10⁻²⁰ before they rise again.
 */
const SERIES_LIMIT = 30;

function scaledBessel(order: 0 | 1, x: number): number {
  return x < SERIES_LIMIT ? exp(-x) * series(order, x) : asymptotic(order, x) / Math.sqrt(TWO_PI * x);
}

/** Σ (x/2)^{2k + order} / (k! (k + order)!). */
function series(order: 0 | 1, x: number): number {
  const quarter = (x * x) / 4;
  let term = order === 0 ? 1 : x / 2;
  let sum = term;
  for (let k = 1; term > 1e-17 * sum; k++) {
    term *= quarter / (k * (k + order));
    sum += term;
  }
  return sum;
}

/** Σ (−1)^k a_k / x^k with a_k/a_{k−1} = (4 order² − (2k − 1)²)/(8k). */
function asymptotic(order: 0 | 1, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; Math.abs(term) > 1e-17; k++) {
    const odd = 2 * k - 1;
    term *= (odd * odd - 4 * order * order) / (8 * k * x);
    sum += term;
  }
  return sum;
}
