/** What moves a field: the kernel (`kernel/engine.ts`), or the reference in plain TypeScript (`reference.ts`), bit for bit alike. */
import type { FrequencyOptions } from './frequencies.ts';
import type { InitialOptions } from './initial.ts';
import type { MeanField } from './mean-field.ts';
import type { SchemeName } from './schemes/tables.ts';

export interface FieldOptions {
  /** 0 … 2³² − 1. */
  readonly seed: number;
  /** N ≥ 1. */
  readonly oscillators: number;
  /** M, 1 ≤ M ≤ N. */
  readonly agents: number;
  readonly frequency: FrequencyOptions;
  readonly initial: InitialOptions;
  readonly scheme: SchemeName;
  /** > 0. */
  readonly stepS: number;
}

/** What drives one step. `forceRe`, `forceIm`: K·H_a at its start, shape [M]. */
export interface Drive {
  step: number;
  timeS: number;
  coupling: number;
  noise: number;
  exchange: MeanField;
  readonly forceRe: Float64Array;
  readonly forceIm: Float64Array;
}

/** Either of them, or the reference with parts of somebody's own: the same bits, but for what those parts change. */
export type CreateEngine = (options: FieldOptions) => Engine;

/** Every array is allocated once and written in place. Names and shapes are those of `Field`. */
export interface Engine {
  readonly phaseRad: Float64Array;
  readonly winding: Int32Array;
  readonly frequencyRadS: Float64Array;
  readonly agentRe: Float64Array;
  readonly agentIm: Float64Array;
  /** Works out all that follows from the phases: somebody has put others there. */
  renew(): void;
  /** For the drive's `forceRe` and `forceIm`; a scheme with an inner stage overwrites them. */
  readonly forceRe: Float64Array;
  readonly forceIm: Float64Array;
  /** Moves phases, windings and z one step on. */
  step(drive: Readonly<Drive>): void;
  /** Counts the phases anew, see `Field.phaseCounts`. */
  countPhases(): Uint32Array;
}
