/** What is known of Kuramoto in D dimensions for N → ∞ (Chandra, Girvan & Ott, Phys. Rev. X 9 (2019) 011002). */
import { assert } from '../../base/assert.ts';
import { risingRoot } from '../theory/root.ts';

/** Identical oscillators with noise σ: order sets in at K_c = Dσ²/2. */
export function sphereThreshold(dimension: number, noise: number): number {
  return (dimension * noise * noise) / 2;
}

/**
 * |ρ| of identical oscillators with noise in the stationary state, whose density is ∝ exp(κ x·ρ̂) (von Mises & Fisher):
 * ρ = I_{D/2}(κ)/I_{D/2−1}(κ) with κ = 2Kρ/σ².
 */
export function sphereOrder(dimension: number, coupling: number, noise: number): number {
  assert(noise > 0, 'noise: without it every coupling synchronises identical oscillators');
  if (coupling <= sphereThreshold(dimension, noise)) return 0;
  const rate = (2 * coupling) / (noise * noise);
  // κ(ρ)/ρ rises through `rate` once: the ratio is concave in κ.
  const kappa = risingRoot((k) => k / besselRatio(dimension, k) - rate, 1e-9, rate);
  return kappa / rate;
}

/** More than the largest κ asked for needs (they converge once 2n ≫ κ). */
const fractionTerms = 400;

/** I_{D/2}(x)/I_{D/2−1}(x) by Gauss's continued fraction (DLMF 10.33.1), x > 0. */
function besselRatio(dimension: number, x: number): number {
  let rest = 0;
  for (let n = fractionTerms; n >= 0; n--) rest = x / (dimension + 2 * n + x * rest);
  return rest;
}

/**
 * With frequency matrices W and no noise, in odd dimensions: |ρ| at K = 0⁺. Each vector relaxes to the axis that its rotation leaves alone,
 * on the side of ρ, so ρ is the mean of |cos| over directions: Γ(D/2)/(√π Γ((D + 1)/2)), ½ for D = 3. Even dimensions have no such axis.
 */
export function sphereJump(dimension: number): number {
  assert(dimension % 2 === 1, 'an odd dimension');
  let jump = 1;
  for (let d = 1; d < dimension; d += 2) jump *= d / (d + 1);
  return jump;
}
