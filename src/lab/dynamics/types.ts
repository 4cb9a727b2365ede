/** The wider dynamics, each on a bench of its own: what a bench is set to, and what is to be seen on it. */
import type { Answer } from '../../field/theory/answer.ts';
import type { Verdict } from '../rope/types.ts';
import type { SettingsOf } from '../scenario/parameter.ts';
import type {
  dynamicsParameters,
  noiseLawParameters,
  recoveryParameters,
  sphereParameters,
  tokenClockParameters,
} from '../scenario/parameters-dynamics.ts';

export type { Answer } from '../../field/theory/answer.ts';
export type { Verdict } from '../rope/types.ts';

export type SphereSettings = SettingsOf<typeof sphereParameters>;
export type RecoverySettings = SettingsOf<typeof recoveryParameters>;
export type NoiseSettings = SettingsOf<typeof noiseLawParameters>;
export type TokenSettings = SettingsOf<typeof tokenClockParameters> & {
  /** Whether nobody makes a token at present. */
  readonly silent: boolean;
};

interface Look {
  readonly timeS: number;
  readonly verdict: Verdict;
}

export interface Bench<Settings, L extends Look> {
  /** What is to be seen under these settings after so many seconds more; settings that do not hold on the way begin anew. */
  readonly look: (settings: Settings, advanceS: number) => L;
  restart(): void;
}

/** A curve of order against coupling, where there is one. */
export interface OrderCurve {
  readonly coupling: readonly number[];
  readonly order: readonly number[];
}

export interface SphereTheory {
  readonly order: Answer;
  readonly threshold: Answer;
  /** |ρ| at K = 0⁺ where it jumps. */
  readonly jump: number | undefined;
  readonly curve: OrderCurve | undefined;
}

export interface SphereLook extends Look {
  /** Every vector as it is seen, shape [N × 3]: itself for D ≤ 3, else its components along ρ and two directions across it. */
  readonly points: Float32Array;
  /** ρ, seen likewise. */
  readonly mean: readonly [number, number, number];
  /** |ρ| now, and its mean over the last seconds. */
  readonly order: number;
  readonly meanOrder: number;
  /** Largest distance of a length |x| from 1. */
  readonly offSphere: number;
  readonly theory: SphereTheory;
  /** Measured meanwhile at one coupling after the other, up to the one that the figure ends at. */
  readonly measured: OrderCurve;
  readonly measuredAll: boolean;
  readonly mostCoupling: number;
}

export interface Point {
  readonly v: number;
  readonly w: number;
}

export interface RecoveryRow {
  readonly timeS: number;
  /** Share of its coupling that agent 0 has, and the mean of all agents'. */
  readonly share: number;
  readonly meanShare: number;
  readonly order: number;
}

export interface RecoveryLook extends Look {
  /** Every agent in the plane, shape [M]; agent 0 first. */
  readonly agents: readonly Point[];
  /** Where agent 0 came from, oldest first. */
  readonly trail: readonly Point[];
  readonly rest: Point;
  /** The two currents at which the rest point changes its stability. */
  readonly hopf: readonly [number, number];
  /** Whether the rest point is unstable, so that all go round. */
  readonly goesRound: boolean;
  /** w at v, where v̇ = 0 and where ẇ = 0. */
  readonly nullclines: { readonly v: readonly number[]; readonly cubic: readonly number[]; readonly line: readonly number[] };
  readonly rows: readonly RecoveryRow[];
  /** Order at the rest point; none while agents go round. */
  readonly theory: Answer;
}

export interface Histogram {
  readonly from: number;
  readonly to: number;
  /** Density in every bin, measured and by the law; no law where there is none. */
  readonly measured: readonly number[];
  readonly law: readonly number[] | undefined;
  /** Largest distance of the two distribution functions (Kolmogorov & Smirnov). */
  readonly distance: number | undefined;
}

export interface TurningLook {
  /** Points in the plane, shape [2 × walkers]: x and y of one after the other. */
  readonly points: Float32Array;
  /** Largest distance of |X| from 1. */
  readonly off: number;
}

export interface NoiseLook extends Look {
  /** Phases from their mean ψ. */
  readonly additive: Histogram;
  readonly turning: TurningLook;
  /** The same equation by its tangent. */
  readonly tangent: TurningLook;
  readonly reflected: Histogram;
  readonly clamped: Histogram;
  /** Share of the clamped ones that stand on the wall. */
  readonly onWall: number;
  readonly walkers: number;
  /** A distance that chance alone passes once in a thousand cases. */
  readonly chance: number;
}

export type TokenClock = 'driven' | 'loop';

export interface ClockLook {
  /** Shape [N], rad. */
  readonly phases: Float32Array;
  readonly order: number;
  /** Angle of the order parameter. */
  readonly psiRad: number;
  /** Mean turning from token to token as wrapped phases tell it; NaN before there are two tokens. */
  readonly apparentRadS: number;
  /** Order and sine of the mean phase over time: for `driven` one row a token. */
  readonly rows: readonly { readonly timeS: number; readonly order: number; readonly sine: number }[];
}

export interface TokenLook extends Look {
  readonly driven: ClockLook;
  readonly loop: ClockLook;
  /** The mean phase is taken to be lost when no token was made for so long. */
  readonly silentS: number;
  /** f below which a step of 1/f is unstable: K r/2, at r = 1. */
  readonly leastRateHz: number;
  /** What ω seems to be when it is looked at once a token. */
  readonly aliasRadS: number;
}

export type PartName = SettingsOf<typeof dynamicsParameters>['part'];

/** The benches under one roof; each answers like its `look`. */
export interface DynamicsLaboratory {
  sphere(settings: SphereSettings, advanceS: number): SphereLook;
  recovery(settings: RecoverySettings, advanceS: number): RecoveryLook;
  noise(settings: NoiseSettings, advanceS: number): NoiseLook;
  tokens(settings: TokenSettings, advanceS: number): TokenLook;
  restart(part: PartName): void;
}
