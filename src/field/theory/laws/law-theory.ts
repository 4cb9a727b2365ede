/** What theory knows of one frequency law g, of centre 0 and a width in rad/s, with noise of diffusion constant D = σ²/2. */
import type { Known, Provenance } from '../answer.ts';

export interface LawTheory {
  /** K_c (1/s): where incoherence loses its stability. */
  criticalCoupling(widthRadS: number, diffusion: number): Known<number>;
  /**
   * The share of a constant pull b that comes back as order: b ↦ r(b)/b = Re ∫ g(ω) z_1(ω, b) dω / b, for b ≥ 0 (1/s), see
   * `pulled-oscillator.ts`. Coupling turns it into the self-consistent order, r = b/K where r(b)/b = 1/K.
   */
  share(widthRadS: number, diffusion: number): (pull: number) => number;
  /**
   * The pull (1/s) at which that share is largest; beyond it the share falls. 0 where it falls from the start: then order sets in
   * at K_c, continuously. Above 0, order sets in with a jump.
   */
  peakPull(widthRadS: number, diffusion: number): number;
  /** How the stationary order above threshold is written down, and by whom. */
  stationary(diffusion: number): Pick<Provenance, 'formula' | 'source'>;
  /** Characteristic function ∫ g(ω) e^{iωt} dω, real: how order decays without coupling and noise. */
  characteristic(widthRadS: number, timeS: number): number;
}

export const sakaguchi1988 = 'Sakaguchi, Prog. Theor. Phys. 79 (1988) 39–46';
export const kuramoto1984 = 'Kuramoto, “Chemical Oscillations, Waves, and Turbulence” (1984), § 5.4';

/** With noise, for laws whose mean over g has no shorter form. */
export const overStationaryDensities = {
  formula: 'r = ∫ g(ω) Re ⟨e^{iθ}⟩_ω dω, stationary Fokker–Planck equation',
  source: sakaguchi1988,
} as const;
