/** The kernel of the field: what the host calls. `src/field/kernel/engine.ts` is the only caller. */
import { CHUNK } from '../../../base/shared-constants.ts';
import { sincos } from './circle.ts';
import {
  agentAt,
  agentIm,
  agentRe,
  agentStart,
  allocate,
  CIRCLE_TABLE,
  cosine,
  forceIm,
  forceRe,
  frequencyRadS,
  NORMAL_TABLE,
  NORMALS_0,
  NORMALS_1,
  oscillators,
  phaseCounts,
  phaseRad,
  sine,
  stageCosine,
  stageSine,
  winding,
} from './memory.ts';
import { advance, advanceToStage } from './move.ts';
import { fillNormals } from './normals.ts';
import { addToLanes, countPhases, takeLanes } from './order.ts';

export { allocate, countPhases };
/** Where the host finds the arrays, once `allocate` has laid them out. */
export { agentIm, agentRe, agentStart, CIRCLE_TABLE, forceIm, forceRe, frequencyRadS, NORMAL_TABLE, phaseCounts, phaseRad, winding };

/** Sines, cosines and z of the phases that the host has put there. */
export function begin(): void {
  for (let o: usize = 0; o < 8 * oscillators; o += 16) sincos(v128.load(phaseRad + o), sine + o, cosine + o);
  addToLanes(0, oscillators, 0, sine, cosine);
  takeLanes();
}

/** One step of Euler–Maruyama. Seed, stream, and the number of the step in two halves name its random numbers. */
export function eulerMaruyama(stepS: f64, amplitude: f64, seed: u32, stream: u32, stepLow: u32, stepHigh: u32): void {
  let agent: u32 = 0;
  for (let from: u32 = 0; from < oscillators; from += CHUNK) {
    const to = min(from + CHUNK, oscillators);
    agent = agentAt(from, agent);
    if (amplitude != 0) {
      fillNormals(from, to - from, stepLow, stepHigh, 0, seed, stream, NORMALS_0);
      advance(from, to, agent, sine, cosine, stepS, amplitude, true);
    } else {
      advance(from, to, agent, sine, cosine, stepS, 0, false);
    }
    addToLanes(from, to, agent, sine, cosine);
  }
  takeLanes();
}

/** The way to the inner stage: leaves z of the stage. `stageAmplitude1` 0: no second set of normal numbers is drawn. */
export function firstStage(
  firstS: f64,
  reachS: f64,
  amplitude: f64,
  stageAmplitude0: f64,
  stageAmplitude1: f64,
  seed: u32,
  stream: u32,
  stepLow: u32,
  stepHigh: u32,
): void {
  let agent: u32 = 0;
  for (let from: u32 = 0; from < oscillators; from += CHUNK) {
    const to = min(from + CHUNK, oscillators);
    agent = agentAt(from, agent);
    if (amplitude == 0) {
      advanceToStage(from, to, agent, firstS, reachS, 0, 0, 0, 0);
    } else {
      fillNormals(from, to - from, stepLow, stepHigh, 0, seed, stream, NORMALS_0);
      if (stageAmplitude1 == 0) {
        advanceToStage(from, to, agent, firstS, reachS, amplitude, stageAmplitude0, 0, 1);
      } else {
        fillNormals(from, to - from, stepLow, stepHigh, 1, seed, stream, NORMALS_1);
        advanceToStage(from, to, agent, firstS, reachS, amplitude, stageAmplitude0, stageAmplitude1, 2);
      }
    }
    addToLanes(from, to, agent, stageSine, stageCosine);
  }
  takeLanes();
}

/** From the inner stage to the end of the step, with the forces of the stage. */
export function secondStage(secondS: f64): void {
  let agent: u32 = 0;
  for (let from: u32 = 0; from < oscillators; from += CHUNK) {
    const to = min(from + CHUNK, oscillators);
    agent = agentAt(from, agent);
    advance(from, to, agent, stageSine, stageCosine, secondS, 0, false);
    addToLanes(from, to, agent, sine, cosine);
  }
  takeLanes();
}
