import { besselRatio } from './bessel.ts';

/**
 * Stationary order parameter of N → ∞ oscillators with one frequency, coupling K (1/s) and noise σ (1/√s): the root r > 0 of
 * r = I₁(x)/I₀(x), x = 2Kr/σ², above the critical coupling K_c = σ², and 0 below it. Without noise 1, for K > 0.
 *
 * Source: Kuramoto, "Chemical Oscillations, Waves, and Turbulence" (1984), §5.4; Bertini, Giacomin & Pakdaman, J. Stat. Phys. 138
 * (2010) 270–290, eq. 1.5.
 */
export function stationaryOrder(coupling: number, noise: number): number {
  const variance = noise * noise;
  if (coupling <= variance) return 0;
  if (variance === 0) return 1;
  // I₁/I₀ is concave in r and leaves 0 more steeply than r, so that the difference changes sign once on (0, 1).
  let low = 0;
  let high = 1;
  // Each halving settles one binary digit of r.
  for (let digit = 0; digit < 53; digit++) {
    const r = (low + high) / 2;
    if (besselRatio((2 * coupling * r) / variance) > r) low = r;
    else high = r;
  }
  return (low + high) / 2;
}
