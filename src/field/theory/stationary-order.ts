/** Where coupling holds against spread and noise: K_c, and the order parameter that stays when N → ∞. */
import type { LawName } from '../laws/registry.ts';
import { known, unknown, type Answer, type Provenance, type Known } from './answer.ts';
import { theoryOfLaw } from './laws/registry.ts';
import { risingRoot } from './root.ts';

/** What a population is made of. */
export interface Population {
  readonly law: LawName;
  /** Width of the law, rad/s, ≥ 0: γ, standard deviation, or half the distance of two peaks. */
  readonly widthRadS: number;
  /** σ ≥ 0, 1/√s. */
  readonly noise: number;
}

/** Diffusion constant of the phases, 1/s. */
const diffusionOf = ({ noise }: Population): number => (noise * noise) / 2;

/**
 * The coupling K_c (1/s) above which incoherence is unstable, for N → ∞ and coupling without delay:
 * K_c = 2 / ∫ g(ω) D/(D² + ω²) dω, D = σ²/2 (Sakaguchi, Prog. Theor. Phys. 79 (1988) 39–46), in closed form for each of the laws.
 */
export function criticalCoupling(population: Population): Known<number> {
  const { law, widthRadS } = population;
  return theoryOfLaw(law, widthRadS).criticalCoupling(widthRadS, diffusionOf(population));
}

/**
 * The stationary order parameter for N → ∞ and coupling K ≥ 0 (1/s): the self-consistent r = ∫ g(ω) Re z_1(ω, Kr) dω (Sakaguchi 1988;
 * without noise Kuramoto 1975). 0 below threshold. Of several, the largest, and the regime says that r = 0 is stable too.
 * Relative error below 10⁻¹⁰, away from where the answer rises vertically. None where order oscillates.
 */
export function stationaryOrder(population: Population, coupling: number): Answer {
  const { law, widthRadS } = population;
  const diffusion = diffusionOf(population);
  const theory = theoryOfLaw(law, widthRadS);
  const threshold = theory.criticalCoupling(widthRadS, diffusion).value;
  if (coupling === 0 && threshold === 0)
    return unknown('Without coupling, spread and noise every phase keeps its distance: r stays what it was.');
  const share = theory.share(widthRadS, diffusion);
  const peakPull = theory.peakPull(widthRadS, diffusion);
  const lowest = 1 / share(peakPull);
  if (coupling < lowest) {
    if (coupling <= threshold) return known(0, below);
    return unknown('No stationary order: the two groups turn against each other, and r rises and falls with them.');
  }
  const pull = risingRoot((b) => 1 / share(b) - coupling, peakPull, coupling);
  return known(Math.min(1, pull / coupling), { ...theory.stationary(diffusion), regime: coupling < threshold ? bistable : above });
}

const below: Provenance = {
  formula: 'r = 0',
  regime: 'N → ∞, below threshold; a finite field shows about 1/√N',
  source: 'Strogatz & Mirollo, J. Stat. Phys. 63 (1991) 613–635',
};

const above = 'N → ∞, coupling without delay';

const bistable = 'N → ∞, reached from synchrony; r = 0 is stable as well';
