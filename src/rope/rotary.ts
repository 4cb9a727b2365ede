/**
 * Rotary position encoding (Su et al. 2021, "RoFormer", eq. 15): pair k of a d-dimensional vector at position m is turned by
 * m·θ_k, θ_k = base^{−2k/d}. A turn back by the same angle undoes it, and of two encoded vectors only the distance of their
 * positions is left in ⟨R_m q, R_n k⟩ = qᵀ R_{n−m} k.
 */
import { assert } from '../base/assert.ts';
import { cos, exp, log, sin } from '../base/math.ts';

/** θ_k of every pair, rad a position, shape [d/2]: from 1 down. */
export function bandFrequencies(dimension: number, base: number): Float64Array {
  assert(dimension >= 2 && dimension % 2 === 0, 'an even dimension');
  assert(base > 1, 'a base above 1');
  return Float64Array.from({ length: dimension / 2 }, (_, k) => exp((-2 * k * log(base)) / dimension));
}

/** R_m x: every pair (x_2k, x_2k+1) of a vector of shape [d] turned by m·θ_k. With −m in place of m the inverse. */
export function rotate(vector: Readonly<Float64Array>, position: number, frequencies: Readonly<Float64Array>): Float64Array {
  assert(vector.length === 2 * frequencies.length, 'a frequency for every pair');
  const turned = new Float64Array(vector.length);
  for (let k = 0; k < frequencies.length; k++) {
    const angle = position * (frequencies[k] as number);
    const [x, y] = [vector[2 * k] as number, vector[2 * k + 1] as number];
    turned[2 * k] = x * cos(angle) - y * sin(angle);
    turned[2 * k + 1] = x * sin(angle) + y * cos(angle);
  }
  return turned;
}

/**
 * The least variance that an unbiased estimate of Δ can have from phase differences with independent errors of standard
 * deviation s (Cramér 1946, Rao 1945): s²/Σθ_k². As a standard deviation, in positions.
 */
export function distanceBound(phaseNoiseRad: number, frequencies: Readonly<Float64Array>): number {
  return phaseNoiseRad / Math.sqrt(sumOfSquares(frequencies));
}

export function sumOfSquares(values: Readonly<Float64Array>): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return sum;
}
