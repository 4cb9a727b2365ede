/**
 * The kernel as an engine of a field: an instance of the module in `assembly/` for every field, with one memory that is laid out
 * once. The arrays of the field are views of that memory, and a step allocates nothing.
 */
import { circleTable } from '../../base/math.ts';
import { normalTable } from '../../base/normal-table.ts';
import { streams } from '../../base/random.ts';
import { PHASE_BINS } from '../../base/shared-constants.ts';
import { agentStarts } from '../agent-starts.ts';
import type { Drive, Engine, FieldOptions } from '../engine.ts';
import { sampleFrequencies } from '../frequencies.ts';
import { sampleInitialPhases } from '../initial.ts';
import { schemeTables, type TwoStageTable } from '../schemes/tables.ts';
import { startKernel, type KernelExports } from './support.ts';

/** @throws Error with a message for people where the host cannot run the kernel or has too little memory */
export function createKernel(options: FieldOptions): Engine {
  const { seed, oscillators, agents } = options;
  const table: TwoStageTable | undefined = schemeTables[options.scheme];
  const kernel = startKernel();
  if (kernel.allocate(oscillators, agents, table !== undefined) === 0) {
    throw new Error(`There is not enough memory for ${oscillators} oscillators: choose fewer, or close other pages.`);
  }
  const { buffer } = kernel.memory;
  const numbers = (place: { readonly value: number }, length: number): Float64Array => new Float64Array(buffer, place.value, length);
  const engine = {
    phaseRad: numbers(kernel.phaseRad, oscillators),
    winding: new Int32Array(buffer, kernel.winding.value, oscillators),
    frequencyRadS: numbers(kernel.frequencyRadS, oscillators),
    agentRe: numbers(kernel.agentRe, agents),
    agentIm: numbers(kernel.agentIm, agents),
    forceRe: numbers(kernel.forceRe, agents),
    forceIm: numbers(kernel.forceIm, agents),
  };
  numbers(kernel.NORMAL_TABLE, normalTable().length).set(normalTable());
  numbers(kernel.CIRCLE_TABLE, circleTable.length).set(circleTable);
  new Int32Array(buffer, kernel.agentStart.value, agents + 1).set(agentStarts(oscillators, agents));
  sampleFrequencies(seed, options.frequency, engine.frequencyRadS);
  sampleInitialPhases(seed, options.initial, engine.phaseRad);
  kernel.begin();
  const phaseCounts = new Uint32Array(buffer, kernel.phaseCounts.value, agents * PHASE_BINS);
  return {
    ...engine,
    renew: kernel.begin,
    step: table === undefined ? eulerMaruyama(kernel, options) : twoStage(kernel, options, table, engine),
    countPhases() {
      kernel.countPhases();
      return phaseCounts;
    },
  };
}

const WORD_COUNT = 4294967296;

function eulerMaruyama(kernel: KernelExports, { seed, stepS }: FieldOptions): Engine['step'] {
  const rootStep = Math.sqrt(stepS);
  return ({ step, noise }) => {
    kernel.eulerMaruyama(stepS, noise * rootStep, seed, streams.fieldNoise, step, Math.floor(step / WORD_COUNT));
  };
}

function twoStage(
  kernel: KernelExports,
  { seed, stepS }: FieldOptions,
  { reach, first, second, stage0, stage1 }: TwoStageTable,
  { agentRe, agentIm, forceRe, forceIm }: Pick<Engine, 'agentRe' | 'agentIm' | 'forceRe' | 'forceIm'>,
): Engine['step'] {
  const rootStep = Math.sqrt(stepS);
  const [reachS, firstS, secondS] = [reach * stepS, first * stepS, second * stepS];
  return ({ step, noise, timeS, coupling, exchange }: Readonly<Drive>) => {
    const amplitude = noise * rootStep;
    const stepHigh = Math.floor(step / WORD_COUNT);
    kernel.firstStage(firstS, reachS, amplitude, amplitude * stage0, amplitude * stage1, seed, streams.fieldNoise, step, stepHigh);
    exchange.meanField(timeS + reachS, agentRe, agentIm, forceRe, forceIm);
    for (let a = 0; a < forceRe.length; a++) {
      forceRe[a] = coupling * (forceRe[a] as number);
      forceIm[a] = coupling * (forceIm[a] as number);
    }
    kernel.secondStage(secondS);
  };
}
