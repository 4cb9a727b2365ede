/**
 * N = 2 without noise: the difference φ of the phases obeys φ̇ = Δω − K sin φ (Adler, Proc. IRE 34 (1946) 351–357), for a coupling of
 * K/2 from each to the other.
 */
import { atan2, TWO_PI } from '../../base/math.ts';

export type Pair =
  /** |Δω| ≤ K: φ* (rad, sin φ* = Δω/K) and r = |cos(φ* /2)| for good. */
  | { readonly locked: true; readonly phaseRad: number; readonly order: number }
  /** |Δω| > K: φ gains a turn every `periodS` = 2π/√(Δω² − K²). */
  | { readonly locked: false; readonly periodS: number };

/** @param differenceRadS Δω; @param coupling K ≥ 0, 1/s */
export function pairOfOscillators(differenceRadS: number, coupling: number): Pair {
  const size = Math.abs(differenceRadS);
  const beyond = (size - coupling) * (size + coupling);
  if (beyond > 0) return { locked: false, periodS: TWO_PI / Math.sqrt(beyond) };
  const cosine = Math.sqrt(-beyond);
  // cos²(φ/2) = (1 + cos φ)/2.
  const order = coupling === 0 ? 1 : Math.sqrt((1 + cosine / coupling) / 2);
  return { locked: true, phaseRad: atan2(differenceRadS, cosine), order };
}
