/**
 * Coupling that arrives τ seconds late and at an angle α, the same for all: dθ_i = [ω_i + K Im(z(t − τ) e^{−i(θ_i + α)})] dt + σ dW_i.
 * Source: Yeung & Strogatz, Phys. Rev. Lett. 82 (1999) 648–651; the angle: Sakaguchi & Kuramoto, Prog. Theor. Phys. 76 (1986) 576–581.
 * In a rotation with Ω both are one angle, Ωτ + α.
 */
import { assert } from '../../base/assert.ts';
import { atan2, cos, PI, sin, tan, TWO_PI } from '../../base/math.ts';
import { shareOfPull, termsFor } from './pulled-oscillator.ts';
import { risingRoot } from './root.ts';

/** Everyone turns with Ω in perfect synchrony: identical oscillators without noise. */
export interface LockedRotation {
  /** Ω, a root of Ω = ω₀ − K sin Ωτ. */
  readonly frequencyRadS: number;
  /** Iff K cos Ωτ > 0. */
  readonly stable: boolean;
}

/**
 * All synchronous rotations of identical oscillators without noise, by rising Ω (Yeung & Strogatz 1999; first Schuster & Wagner, Prog.
 * Theor. Phys. 81 (1989) 939–945, for two). There are about 2Kτ/π of them once Kτ > 1.
 *
 * @param frequencyRadS ω₀; @param coupling K ≥ 0, 1/s; @param delayS τ ≥ 0; Kτ ≤ 10,000
 */
export function lockedRotations(frequencyRadS: number, coupling: number, delayS: number): readonly LockedRotation[] {
  if (coupling === 0 || delayS === 0) return [{ frequencyRadS, stable: coupling > 0 }];
  // f(Ω) = Ω − ω₀ + K sin Ωτ has its extrema where 1 + Kτ cos Ωτ = 0: between two neighbours it has one root or none.
  const f = (x: number): number => x - frequencyRadS + coupling * sin(x * delayS);
  const [low, high] = [frequencyRadS - coupling, frequencyRadS + coupling];
  const edges = [low, ...extrema(low, high, coupling, delayS), high];
  const roots: number[] = [];
  for (let k = 0; k + 1 < edges.length; k++) {
    const [from, to] = [edges[k] as number, edges[k + 1] as number];
    const [atFrom, atTo] = [f(from), f(to)];
    if (atFrom > 0 === atTo > 0) continue;
    roots.push(atFrom <= 0 ? risingRoot(f, from, to) : risingRoot((x) => -f(x), from, to));
  }
  return roots.map((root) => ({ frequencyRadS: root, stable: cos(root * delayS) > 0 }));
}

/** Where cos Ωτ = −1/(Kτ) between low and high, by rising Ω. */
function extrema(low: number, high: number, coupling: number, delayS: number): number[] {
  const product = coupling * delayS;
  if (product <= 1) return [];
  const angle = atan2(Math.sqrt(1 - 1 / (product * product)), -1 / product);
  const found: number[] = [];
  for (let turn = Math.floor((low * delayS) / TWO_PI) - 1; turn <= (high * delayS) / TWO_PI + 1; turn++) {
    found.push((turn * TWO_PI - angle) / delayS, (turn * TWO_PI + angle) / delayS);
  }
  return found.filter((x) => x > low && x < high).sort((a, b) => a - b);
}

/** A way in which order can set in under a delay. */
export interface DelayedOnset {
  /** K_c, 1/s. */
  readonly coupling: number;
  /** Ω with which the order then turns. */
  readonly frequencyRadS: number;
}

/**
 * Where incoherence loses its stability, for a Lorentzian law of half-width γ ≥ 0 and noise σ with D = σ²/2, γ + D > 0:
 * K_c = 2(γ + D)/cos Ωτ with Ω = ω₀ − (γ + D) tan Ωτ, the smallest positive one of the many roots (Yeung & Strogatz 1999, eq. 10 and its
 * noisy form). Without delay 2(γ + D)/cos α: 2γ + σ² without either. Without delay and with |α| ≥ π/2 there is none: infinite.
 */
export function delayedCriticalCoupling(frequencyRadS: number, widthRadS: number, noise: number, delayS: number, lagRad = 0): DelayedOnset {
  const damping = widthRadS + (noise * noise) / 2;
  assert(damping > 0, 'spread or noise: without either, incoherence has no threshold');
  if (delayS === 0) {
    const share = cos(lagRad);
    return { coupling: share > 0 ? (2 * damping) / share : Infinity, frequencyRadS: frequencyRadS - damping * tan(lagRad) };
  }
  // One root in every branch |x − 2πm| < π/2 of x = Ωτ + α, where cos x > 0. K_c grows with |Ω − ω₀|, and that with |ω₀τ + α − 2πm|.
  const m = nearestBranch(frequencyRadS, delayS, lagRad);
  const angle = branchRoot(m, (x) => (x - lagRad) / delayS + damping * tan(x - m * TWO_PI) - frequencyRadS);
  return { coupling: (2 * damping) / cos(angle - m * TWO_PI), frequencyRadS: (angle - lagRad) / delayS };
}

/**
 * Order parameter and Ω above that onset, for the same populations and coupling K (1/s): z = r e^{iΩt} pulls with angle −Ωτ against
 * itself (with a lag −Ωτ − α), so r and Ω solve r e^{iΩτ} = z_1(ω₀ − Ω, Kr) (`pulled-oscillator.ts`). The largest r of the branch in which order first sets in;
 * `undefined` where that branch has none. Relative error 10⁻¹¹.
 */
export function delayedOrder(
  frequencyRadS: number,
  widthRadS: number,
  noise: number,
  delayS: number,
  coupling: number,
  lagRad = 0,
): { readonly order: number; readonly frequencyRadS: number } | undefined {
  if (delayS === 0 && cos(lagRad) <= 0) return undefined;
  const m = nearestBranch(frequencyRadS, delayS, lagRad);
  const diffusion = (noise * noise) / 2;
  const mean = { re: 0, im: 0 };
  const rotation = (pull: number): number => {
    const terms = termsFor(pull, widthRadS, diffusion);
    /** Without delay: Ω at which the mean stands ahead of the rotation by α. */
    const lagging = (): number => {
      if (lagRad === 0) return frequencyRadS;
      const reach = 2 * (pull + (widthRadS + diffusion) * Math.abs(tan(lagRad)));
      return risingRoot((x) => lagRad - ahead(x), frequencyRadS - reach, frequencyRadS + reach);
    };
    const ahead = (frequency: number): number => {
      shareOfPull(pull, widthRadS, frequencyRadS - frequency, diffusion, terms, mean);
      return atan2(mean.im, mean.re);
    };
    const frequency = delayS === 0 ? lagging() : (branchRoot(m, (x) => x - m * TWO_PI - ahead((x - lagRad) / delayS)) - lagRad) / delayS;
    ahead(frequency);
    return frequency;
  };
  // The coupling that holds a pull b up is b/r = 1/|share|, which may fall before it rises: the last crossing is looked for from above.
  const excess = (pull: number): number => {
    rotation(pull);
    return 1 / Math.sqrt(mean.re * mean.re + mean.im * mean.im) - coupling;
  };
  for (let k = SCAN - 1; k >= 0; k--) {
    const low = (coupling * k) / SCAN;
    if (excess(low) > 0) continue;
    const pull = risingRoot(excess, low, (coupling * (k + 1)) / SCAN);
    return { order: Math.min(1, pull / coupling), frequencyRadS: rotation(pull) };
  }
  return undefined;
}

const SCAN = 64;

const nearestBranch = (frequencyRadS: number, delayS: number, lagRad: number): number =>
  Math.round((frequencyRadS * delayS + lagRad) / TWO_PI);

/** The root of a rising f in the branch (2πm − π/2, 2πm + π/2), just inside whose ends f is below and above 0. */
function branchRoot(m: number, f: (angleRad: number) => number): number {
  const reach = (PI / 2) * (1 - 1e-12);
  return risingRoot(f, m * TWO_PI - reach, m * TWO_PI + reach);
}
