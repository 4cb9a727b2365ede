/** Deep synchrony of identical oscillators with noise (oracle 7): phases huddle about ψ like one harmonic spring each. */

/**
 * Variance (rad²) of the phases of N identical oscillators about their mean: σ²(1 − 1/N)/(2Kr), for σ² ≪ 2Kr.
 *
 * @param order r, 0 < r ≤ 1
 */
export function synchronousVariance(oscillators: number, coupling: number, noise: number, order: number): number {
  return (noise * noise * (1 - 1 / oscillators)) / (2 * coupling * order);
}

/** The factor that Euler–Maruyama's own stationary variance carries: 1/(1 − K r h/2), for a step of h seconds (AR(1) process). */
export function eulerMaruyamaExcess(coupling: number, order: number, stepS: number): number {
  return 1 / (1 - (coupling * order * stepS) / 2);
}
