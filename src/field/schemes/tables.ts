/** Every integration scheme, by the name that a scenario calls it, and the numbers that make those with an inner stage. */

/**
 * With h the step, f the drift, S₀ and S₁ standard normal numbers:
 *   H  = θ + reach·h f(θ) + σ√h (stage0·S₀ + stage1·S₁)       at time t + reach·h
 *   θ⁺ = θ + h (first·f(θ) + second·f(H)) + σ√h S₀
 */
export interface TwoStageTable {
  readonly reach: number;
  readonly first: number;
  readonly second: number;
  readonly stage0: number;
  /** Zero where a scheme needs no second set of normal numbers; then none is drawn. */
  readonly stage1: number;
}

/** Predictor to the end of the step, then the mean of both drifts. For additive noise strong order 1, weak order 2. */
const heun: TwoStageTable = { reach: 1, first: 1 / 2, second: 1 / 2, stage0: 1, stage1: 0 };

/**
 * SRA1 of Rößler, SIAM J. Numer. Anal. 48 (2010) 922–952, table 6.3: strong order 1.5 for additive noise. Its stage is
 * H = θ + ¾ h f + (3/2) σ ΔZ/h with ΔZ = ½ h (ΔW + ΔV/√3), where ΔV is a second, independent increment.
 */
const SQRT_3 = 1.7320508075688772;
const sra1: TwoStageTable = { reach: 3 / 4, first: 1 / 3, second: 2 / 3, stage0: 3 / 4, stage1: 3 / 4 / SQRT_3 };

/** Undefined: one stage, `euler-maruyama.ts`. */
export const schemeTables = { 'euler-maruyama': undefined, heun, sra1 } as const satisfies Record<string, TwoStageTable | undefined>;

export type SchemeName = keyof typeof schemeTables;
