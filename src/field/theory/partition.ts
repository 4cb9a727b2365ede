/** What a cut does to coupling, and what keeps two sides apart while it lasts. */
import { exp } from '../../base/math.ts';
import { scaledI0 } from './bessel.ts';

/**
 * Coupling (1/s) that a component of n_c of the N oscillators feels while it hears nobody else. Divided by the population, K n_c/N:
 * splitting can take every side below the critical coupling. Divided by those heard, K as before.
 */
export function effectiveCoupling(
  coupling: number,
  oscillators: number,
  population: number,
  normalisation: 'population' | 'reachable',
): number {
  return normalisation === 'reachable' ? coupling : (coupling * oscillators) / population;
}

/**
 * Variance (rad²) of the difference of two components' mean unwrapped phases θ̄, t seconds after it was known: σ²t(1/n₁ + 1/n₂). Exact:
 * inside a component all forces cancel (Newton's third law), and θ̄ − ω̄t is the mean of the Wiener processes.
 */
export function meanPhaseSpread(noise: number, timeS: number, oscillators1: number, oscillators2: number): number {
  return noise * noise * timeS * (1 / oscillators1 + 1 / oscillators2);
}

/**
 * By what the angle ψ of the order parameter of identical oscillators diffuses faster than their mean phase: 1/(1 − I₀(x)^{−2}),
 * x = 2Kr/σ², so that Var ψ(t) ≈ that · σ²t/n for long t. An oscillator that slips a turn moves θ̄ by 2π/n and leaves ψ where it was, and
 * slips are rare only in deep synchrony, where the factor is 1.
 *
 * Source: Bertini, Giacomin & Poquet, Probab. Theory Relat. Fields 160 (2014) 593–653, Theorem 1.1 (their σ is 1, D_K² is this).
 *
 * @param coupling K ≥ 0 that the component feels, above its threshold σ²
 * @param order its stationary r > 0
 */
export function orderPhaseFactor(coupling: number, noise: number, order: number): number {
  const x = (2 * coupling * order) / (noise * noise);
  // I₀(x)^{−1} = e^{−x}/(e^{−x} I₀(x)).
  const inverse = exp(-x) / scaledI0(x);
  return 1 / (1 - inverse * inverse);
}
