/** What is known of Kuramoto in D dimensions for N → ∞ (Chandra, Girvan & Ott, Phys. Rev. X 9 (2019) 011002). */
import { assert } from '../../base/assert.ts';
import { exp } from '../../base/math.ts';
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

/**
 * |ρ| in D = 3 with rotations and no noise, N → ∞: what stays of ρ when each vector rests where its rotation and the pull k = K|ρ|
 * balance. With ω its rotation vector (normal components of standard deviation s), w = |ω| and c the cosine between ω and ρ, the balance
 * ω × x + k(ρ̂ − (x·ρ̂)x) = 0 gives c = (x·ρ̂)(x·ω̂) and w²(1 − (x·ω̂)²) = k²(1 − (x·ρ̂)²), so
 * (x·ρ̂)² = [k² − w² + √((k² − w²)² + 4k²w²c²)]/2k². As k → 0 that is c², and ρ is ½: the jump.
 *
 * @returns ρ and the coupling K = k/ρ that it belongs to
 */
export function rotatedOrder(pull: number, width: number): { readonly order: number; readonly coupling: number } {
  let sum = 0;
  let weight = 0;
  for (let i = 0; i < speeds; i++) {
    const speed = ((i + 0.5) / speeds) * mostSpeed;
    const w = speed * width;
    const share = speed * speed * exp((-speed * speed) / 2);
    const apart = pull * pull - w * w;
    for (let j = 0; j < cosines; j++) {
      const c = (j + 0.5) / cosines;
      const across = 2 * pull * w * c;
      sum += (share * Math.sqrt((apart + Math.sqrt(apart * apart + across * across)) / 2)) / pull / cosines;
    }
    weight += share;
  }
  const order = sum / weight;
  return { order, coupling: pull / order };
}

/** Midpoints of the integral over w (in standard deviations; beyond lies less than 10⁻¹²) and over c. */
const speeds = 160;
const mostSpeed = 8;
const cosines = 48;

/** |ρ| at a coupling: `rotatedOrder` the other way round. */
export function sphereOrderWithRotations(coupling: number, width: number): number {
  if (coupling <= 0) return 0;
  // K(k) = k/ρ rises from 0, and ρ ≤ 1.
  return rotatedOrder(
    risingRoot((pull) => rotatedOrder(pull, width).coupling - coupling, 1e-6, coupling),
    width,
  ).order;
}
