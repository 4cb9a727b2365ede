/** Carriers of a rotary encoding, and what is read from them: what the page and the experiments share. */
import type { SettingsOf } from '../scenario/parameter.ts';
import type { ropeParameters } from '../scenario/parameters-rope.ts';
import type { Intervention, PartitionShape } from '../scenario/schema.ts';

/** `carriers`: what is coupled are the carriers, and the position rides on them. `encoded`: the naive way, the encoded phases themselves. */
export type Coupled = RopeSettings['coupled'];

export interface CarrierOptions {
  readonly seed: number;
  /** Position of every agent, shape [M], M ≥ 2. */
  readonly positions: readonly number[];
  /** θ_k, shape [bands]. */
  readonly frequencies: Readonly<Float64Array>;
  readonly coupled: Coupled;
  readonly stepS: number;
}

/** Who no longer hears whom: a named shape, or groups of agents that hear each other; those that no group names are one more. */
export type Cut = { readonly shape: PartitionShape } | { readonly groups: readonly (readonly number[])[] };

/** One Kuramoto field of M oscillators for every band, all of one natural frequency, cut and healed together. */
export interface Carriers {
  readonly stepsDone: number;
  readonly timeS: number;
  readonly partitioned: boolean;
  /** Every agent's group under the cut, shape [M]; all 0 without one. An agent that is down is a group of its own. */
  readonly groups: readonly number[];
  partition(cut: Cut): void;
  heal(): void;
  /** Agents that are down couple to nothing and are heard by nobody; whoever is not named is up. */
  setDown(agents: ReadonlySet<number>): void;
  /** Coupling K in 1/s, noise σ in 1/√s. */
  advance(steps: number, coupling: number, noise: number): void;
  /** What agent a transmits in band k, wrapped, at [a · bands + k]: carrier + p_a θ_k. The same array at every call. */
  transmitted(): Float64Array;
  /** Mean over the bands of the carriers' order parameter; as they are coupled, so of the encoded phases in the naive way. */
  order(): number;
}

/** How far the distances that are read lie off. */
export interface ReadingQuality {
  /** Pairs of agents. */
  readonly pairs: number;
  /** Share of the pairs whose estimate stands on another peak. */
  readonly grossShare: number;
  /** r.m.s. error over all pairs, positions. */
  readonly rmsError: number;
  /** Median of the absolute errors, positions. */
  readonly medianError: number;
  /** r.m.s. of the phase differences' own errors over pairs and bands, rad: s. */
  readonly phaseNoiseRad: number;
}

/** What the carriers of a live run need to know of it. */
export interface MeshRun {
  /** Another number, another run. */
  readonly generation: number;
  readonly agents: number;
  /** K and σ that it was started with. */
  readonly coupling: number;
  readonly noise: number;
  /** In the order of their times. */
  readonly interventions: readonly Intervention[];
  /** How far it has come. */
  readonly timeS: number;
}

export type RopeSettings = Omit<SettingsOf<typeof ropeParameters>, 'shape'> & {
  /** Of the positions, and of what disturbs the phases. */
  readonly seed: number;
};

export interface ReadPair {
  readonly agent: number;
  /** Its position less that of agent 0. */
  readonly truth: number;
  readonly estimate: { readonly distance: number; readonly score: number };
  readonly aliases: readonly { readonly distance: number; readonly score: number }[];
  /** θ_k, ψ_k and the whole turns that bring ψ_k to Δ̂θ_k, shape [bands]. */
  readonly frequencies: Readonly<Float64Array>;
  readonly differenceRad: Readonly<Float64Array>;
  readonly turns: Readonly<Int32Array>;
  /** The score at `firstDistance + i · distanceStep`. */
  readonly firstDistance: number;
  readonly distanceStep: number;
  readonly scores: Readonly<Float64Array>;
}

/** A moment of the carriers. */
export interface ErrorRow {
  readonly timeS: number;
  readonly within: ReadingQuality;
  /** Of pairs on two sides of a cut; undefined without one. */
  readonly across: ReadingQuality | undefined;
}

export interface Verdict {
  readonly tone: 'holds' | 'fails' | 'partly';
  readonly text: string;
}

export interface RopeLook {
  /** Of the carriers: their time and the mean of their order parameters. */
  readonly timeS: number | undefined;
  readonly order: number | undefined;
  readonly groups: readonly number[];
  readonly positions: readonly number[];
  /** Where every agent stands as read from agent 0. */
  readonly read: readonly number[];
  readonly pair: ReadPair;
  /** Of pairs that hear each other. */
  readonly quality: ReadingQuality;
  readonly across: ReadingQuality | undefined;
  /** √(s²/Σθ_k²) at the s that was measured, positions. */
  readonly bound: number;
  readonly rows: readonly ErrorRow[];
  readonly verdict: Verdict;
}

export interface CurvePoint {
  readonly phaseNoiseRad: number;
  readonly grossShare: number;
  readonly rmsError: number;
  readonly bound: number;
  readonly trials: number;
}
