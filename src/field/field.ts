/**
 * The field: N phase oscillators on M agents, moved one fixed step at a time.
 *
 *   dθ_i = [ω_i + K Im(H_a e^{−iθ_i})] dt + σ dW_i,   z_b = (1/n_b) Σ e^{iθ_i} over the n_b oscillators of agent b
 *
 * (Kuramoto 1975, Sakaguchi 1988). What H_a is made of is not decided here but by the exchange (`mean-field.ts`). What moves it is
 * a kernel in WebAssembly (`kernel/`), held bit for bit against a reference in TypeScript (`reference.ts`, `schemes/`, `order.ts`).
 */
import { assert } from '../base/assert.ts';
import { agentStarts } from './agent-starts.ts';
import type { Remembers } from '../base/remember.ts';
import type { CreateEngine, Drive, Engine, FieldOptions } from './engine.ts';
import { createKernel } from './kernel/engine.ts';
import type { MeanField } from './mean-field.ts';

export type { CreateEngine, FieldOptions };

/** Every array is allocated once and written in place; whoever reads one must not write it. */
export interface Field extends Remembers {
  readonly oscillators: number;
  readonly agents: number;
  /** Shape [N], rad in [−π, π). */
  readonly phaseRad: Float64Array;
  /** Shape [N]: whole turns taken since the start, modulo 2³². `phaseRad + winding·TWO_PI` is the unwrapped phase. */
  readonly winding: Int32Array;
  /** Shape [N], natural frequencies. */
  readonly frequencyRadS: Float64Array;
  /** Shape [M + 1]: agent a hosts oscillators agentStart[a] … agentStart[a + 1] − 1. */
  readonly agentStart: Int32Array;
  /** Shape [M]: z_b at the last boundary. */
  readonly agentRe: Float64Array;
  readonly agentIm: Float64Array;
  /** Shape [M]: Ω_b, mean drift of the agent's oscillators at the last boundary, as `begin` found it. */
  readonly agentFrequencyRadS: Float64Array;
  /** At the boundary t_n = n·stepS: asks the exchange for H_a and works out Ω_b = mean ω_b + K Im(H_b z̄_b). Moves nothing. */
  begin(stepIndex: number, coupling: number, exchange: MeanField): void;
  /** Moves the phases to t_{n+1} with noise σ (1/√s) and works out z there. Needs a `begin` before it. */
  finish(noise: number): void;
  /**
   * Counts the phases as they stand. Shape [M × PHASE_BINS], an agent's bins in a row: bin k holds the phases of
   * 2πk/PHASE_BINS … 2π(k + 1)/PHASE_BINS, modulo 2π. The same array at every call.
   */
  countPhases(): Uint32Array;
}

/**
 * @throws Error with a message for people where the host has no WebAssembly with 128-bit SIMD (`kernel/support.ts` asks first) or
 * not enough memory
 */
export function createField(options: FieldOptions, createEngine: CreateEngine = createKernel): Field {
  const { oscillators, agents, stepS } = options;
  assert(agents >= 1 && agents <= oscillators, 'at least one oscillator for every agent');
  assert(stepS > 0, 'a step above zero');
  const engine = createEngine(options);
  const agentStart = agentStarts(oscillators, agents);
  const meanFrequencyRadS = meanByAgent(engine.frequencyRadS, agentStart);
  const agentFrequencyRadS = meanFrequencyRadS.slice();
  let drive: Drive | undefined;
  let begun = false;
  return {
    oscillators,
    agents,
    phaseRad: engine.phaseRad,
    winding: engine.winding,
    frequencyRadS: engine.frequencyRadS,
    agentStart,
    agentRe: engine.agentRe,
    agentIm: engine.agentIm,
    agentFrequencyRadS,
    begin(stepIndex, coupling, exchange) {
      drive ??= createDrive(engine, exchange);
      // Never accumulated: n·stepS is the same however the run was chunked.
      drive.timeS = stepIndex * stepS;
      drive.step = stepIndex;
      drive.coupling = coupling;
      drive.exchange = exchange;
      askForForce(drive, engine, meanFrequencyRadS, agentFrequencyRadS);
      begun = true;
    },
    finish(noise) {
      assert(begun && drive !== undefined, 'begin before finish');
      begun = false;
      drive.noise = noise;
      engine.step(drive);
    },
    countPhases: engine.countPhases,
    remember(memory) {
      assert(memory.putsBack || !begun, 'remember between two steps');
      memory.all(engine.phaseRad, engine.winding, agentFrequencyRadS);
      if (!memory.putsBack) return;
      engine.renew();
      begun = false;
    },
  };
}

function createDrive({ forceRe, forceIm }: Engine, exchange: MeanField): Drive {
  return { step: 0, timeS: 0, coupling: 0, noise: 0, exchange, forceRe, forceIm };
}

/** Fills the drive's K·H_a, and Ω_a = ω̄_a + K Im(H_a z̄_a) of every agent. */
function askForForce(
  { timeS, coupling, exchange, forceRe, forceIm }: Drive,
  { agentRe, agentIm }: Engine,
  meanFrequencyRadS: Float64Array,
  agentFrequencyRadS: Float64Array,
): void {
  exchange.meanField(timeS, agentRe, agentIm, forceRe, forceIm);
  for (let a = 0; a < forceRe.length; a++) {
    const re = coupling * (forceRe[a] as number);
    const im = coupling * (forceIm[a] as number);
    forceRe[a] = re;
    forceIm[a] = im;
    agentFrequencyRadS[a] = (meanFrequencyRadS[a] as number) + (im * (agentRe[a] as number) - re * (agentIm[a] as number));
  }
}

function meanByAgent(values: Float64Array, agentStart: Int32Array): Float64Array {
  return Float64Array.from({ length: agentStart.length - 1 }, (_, a) => {
    const block = values.subarray(agentStart[a], agentStart[a + 1]);
    return block.reduce((sum, value) => sum + value, 0) / block.length;
  });
}
