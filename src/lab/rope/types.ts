/** Carriers of a rotary encoding, and what is read from them: what the page and the experiments share. */
import type { PartitionShape } from '../scenario/schema.ts';

/** `carriers`: what is coupled are the carriers, and the position rides on them. `encoded`: the naive way, the encoded phases themselves. */
export type Coupled = 'carriers' | 'encoded';

export interface CarrierOptions {
  readonly seed: number;
  /** Position of every agent, shape [M], M ≥ 2. */
  readonly positions: readonly number[];
  /** θ_k, shape [bands]. */
  readonly frequencies: Readonly<Float64Array>;
  readonly coupled: Coupled;
  readonly stepS: number;
}

/** One Kuramoto field of M oscillators for every band, all of one natural frequency, cut and healed together. */
export interface Carriers {
  readonly stepsDone: number;
  readonly timeS: number;
  readonly partitioned: boolean;
  /** Every agent's group under the cut, shape [M]; all 0 without one. */
  readonly groups: readonly number[];
  partition(shape: PartitionShape): void;
  heal(): void;
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
