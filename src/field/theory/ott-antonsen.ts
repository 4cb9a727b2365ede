import { exp } from '../../base/math.ts';

/**
 * r(t) of N → ∞ oscillators with a Lorentzian law, coupled without delay or noise, that start on the Poisson kernel of order r₀ (in
 * synchrony too: r₀ = 1). There r obeys ṙ = (K/2 − γ) r − (K/2) r³ exactly, so
 *
 *   r² = r₀² e^{2at} / [1 + (K/2) r₀² (e^{2at} − 1)/a],   a = K/2 − γ;   at K = 2γ: r² = r₀²/(1 + K r₀² t).
 *
 * Source: Ott & Antonsen, Chaos 18, 037113 (2008), eqs. 8–10.
 *
 * @param coupling K ≥ 0, 1/s
 * @param widthRadS γ ≥ 0
 * @param order0 0 ≤ r₀ ≤ 1
 * @returns r at t ≥ 0, s
 */
export function lorentzianOrderOverTime(coupling: number, widthRadS: number, order0: number): (timeS: number) => number {
  const doubleRate = coupling - 2 * widthRadS;
  const square0 = order0 * order0;
  return (timeS) => {
    if (square0 === 0) return 0;
    // Both forms of (e^{2at} − 1)/2a, with the factor e^{2at} cancelled where it grows.
    if (doubleRate > 0) {
      const left = exp(-doubleRate * timeS);
      return Math.sqrt(square0 / (left + coupling * square0 * grown(doubleRate, timeS)));
    }
    return Math.sqrt((square0 * exp(doubleRate * timeS)) / (1 + coupling * square0 * grown(-doubleRate, timeS)));
  };
}

/** (1 − e^{−λt})/λ, for λ ≥ 0; t itself for λ → 0. */
function grown(rate: number, timeS: number): number {
  const x = rate * timeS;
  // Below, the first terms of the series are exact to the last digit and the difference is not.
  return x < 1e-5 ? timeS * (1 - x / 2 + (x * x) / 6) : (1 - exp(-x)) / rate;
}
