/** What the reference's integration schemes are given, and what they are. */
import type { Drive } from '../engine.ts';

/**
 * Standard normal numbers for one step: writes those of oscillators 16·firstBlock … to `out[0 … 16·blocks − 1]`. Component 0 makes
 * ΔW; component 1 is a second, independent set for schemes that need one.
 */
export type NormalSource = (step: number, component: 0 | 1, firstBlock: number, blocks: number, out: Float64Array) => void;

/** The arrays of a field that a scheme reads and writes; shapes [N] by oscillator, [M] by agent. */
export interface FieldState {
  readonly stepS: number;
  readonly oscillators: number;
  readonly agents: number;
  /** Shape [M + 1]. */
  readonly agentStart: Int32Array;
  readonly frequencyRadS: Float64Array;
  readonly phaseRad: Float64Array;
  readonly winding: Int32Array;
  /** sin θ and cos θ of the phases: what the order parameter needed is what the drift needs next. */
  readonly sine: Float64Array;
  readonly cosine: Float64Array;
  readonly agentRe: Float64Array;
  readonly agentIm: Float64Array;
  /** Running sums, all zero between steps (`order.ts`). */
  readonly lanes: Float64Array;
  readonly normals: NormalSource;
}

/** Moves phases, windings, sines, cosines and z of the state one step on. */
export type Stepper = (drive: Readonly<Drive>) => void;

/** Allocates what it needs beside the state, once; stepping allocates nothing. */
export type Scheme = (state: FieldState) => Stepper;
