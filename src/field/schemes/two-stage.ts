/** The common form of schemes that look at the drift a second time, at an inner stage of the step. */
import { sincosPhases, wrapRange } from '../../base/math.ts';
import { CHUNK } from '../../base/shared-constants.ts';
import type { Drive } from '../engine.ts';
import { addToLanes, takeLanes } from '../order.ts';
import type { FieldState, Scheme } from './scheme.ts';
import { agentAt, drawNormals, settle } from './settle.ts';
import type { TwoStageTable } from './tables.ts';

export function twoStage(table: TwoStageTable): Scheme {
  return (state) => {
    const scratch = createScratch(state);
    return (drive) => {
      firstStage(state, drive, table, scratch);
      takeLanes(state.lanes, state.agentStart, scratch.agentRe, scratch.agentIm);
      const { forceRe, forceIm } = scratch;
      drive.exchange.meanField(drive.timeS + table.reach * state.stepS, scratch.agentRe, scratch.agentIm, forceRe, forceIm);
      for (let a = 0; a < state.agents; a++) {
        forceRe[a] = drive.coupling * (forceRe[a] as number);
        forceIm[a] = drive.coupling * (forceIm[a] as number);
      }
      secondStage(state, table, scratch);
      takeLanes(state.lanes, state.agentStart, state.agentRe, state.agentIm);
    };
  };
}

/** Of the inner stage: sine and cosine [N], z and K·H [M]. */
interface Scratch {
  readonly sine: Float64Array;
  readonly cosine: Float64Array;
  readonly agentRe: Float64Array;
  readonly agentIm: Float64Array;
  readonly forceRe: Float64Array;
  readonly forceIm: Float64Array;
  readonly normals0: Float64Array;
  readonly normals1: Float64Array;
}

function createScratch({ oscillators, agents }: FieldState): Scratch {
  return {
    sine: new Float64Array(oscillators),
    cosine: new Float64Array(oscillators),
    agentRe: new Float64Array(agents),
    agentIm: new Float64Array(agents),
    forceRe: new Float64Array(agents),
    forceIm: new Float64Array(agents),
    normals0: new Float64Array(CHUNK),
    normals1: new Float64Array(CHUNK),
  };
}

function firstStage(state: FieldState, drive: Readonly<Drive>, table: TwoStageTable, scratch: Scratch): void {
  const amplitude = drive.noise * Math.sqrt(state.stepS);
  const needsSecond = amplitude * table.stage1 !== 0;
  let agent = 0;
  for (let from = 0; from < state.oscillators; from += CHUNK) {
    const to = Math.min(from + CHUNK, state.oscillators);
    agent = agentAt(state.agentStart, from, agent);
    if (amplitude !== 0) drawNormals(state, drive.step, 0, from, to, scratch.normals0);
    if (needsSecond) drawNormals(state, drive.step, 1, from, to, scratch.normals1);
    moveToStage(state, drive, amplitude, table, scratch, from, to, agent);
    wrapRange(scratch.sine, from, to);
    sincosPhases(scratch.sine, from, to, scratch.sine, scratch.cosine);
    addToLanes(scratch.sine, scratch.cosine, from, to, state.agentStart, agent, state.lanes);
  }
}

/** Leaves θ + h·first·f(θ) + σ√h S₀ in `phaseRad` and the stage's angle H in `scratch.sine`. */
function moveToStage(
  state: FieldState,
  { forceRe, forceIm }: Readonly<Drive>,
  amplitude: number,
  table: TwoStageTable,
  scratch: Scratch,
  from: number,
  to: number,
  firstAgent: number,
): void {
  const { phaseRad, sine, cosine, frequencyRadS, agentStart, stepS } = state;
  const { normals0, normals1 } = scratch;
  const [stageAmplitude0, stageAmplitude1] = [amplitude * table.stage0, amplitude * table.stage1];
  const [reachS, firstS] = [table.reach * stepS, table.first * stepS];
  let agent = firstAgent;
  let end = agentStart[agent + 1] as number;
  let re = forceRe[agent] as number;
  let im = forceIm[agent] as number;
  for (let i = from; i < to; i++) {
    if (i === end) {
      agent++;
      end = agentStart[agent + 1] as number;
      re = forceRe[agent] as number;
      im = forceIm[agent] as number;
    }
    const phase = phaseRad[i] as number;
    const drift = (frequencyRadS[i] as number) + (im * (cosine[i] as number) - re * (sine[i] as number));
    let change = drift * firstS;
    let stageChange = drift * reachS;
    if (amplitude !== 0) {
      const xi = normals0[i - from] as number;
      const own = stageAmplitude0 * xi;
      change += amplitude * xi;
      stageChange += stageAmplitude1 === 0 ? own : own + stageAmplitude1 * (normals1[i - from] as number);
    }
    phaseRad[i] = phase + change;
    scratch.sine[i] = phase + stageChange;
  }
}

/** Adds h·second·f(H), with f(H) from the stage's own sines, cosines and mean field, and settles. */
function secondStage(state: FieldState, table: TwoStageTable, scratch: Scratch): void {
  let agent = 0;
  for (let from = 0; from < state.oscillators; from += CHUNK) {
    const to = Math.min(from + CHUNK, state.oscillators);
    agent = agentAt(state.agentStart, from, agent);
    moveToEnd(state, table, scratch, from, to, agent);
    settle(state, from, to, agent);
  }
}

function moveToEnd(state: FieldState, table: TwoStageTable, scratch: Scratch, from: number, to: number, firstAgent: number): void {
  const { phaseRad, frequencyRadS, agentStart } = state;
  const { sine, cosine, forceRe, forceIm } = scratch;
  const secondS = table.second * state.stepS;
  let agent = firstAgent;
  let end = agentStart[agent + 1] as number;
  let re = forceRe[agent] as number;
  let im = forceIm[agent] as number;
  for (let i = from; i < to; i++) {
    if (i === end) {
      agent++;
      end = agentStart[agent + 1] as number;
      re = forceRe[agent] as number;
      im = forceIm[agent] as number;
    }
    const drift = (frequencyRadS[i] as number) + (im * (cosine[i] as number) - re * (sine[i] as number));
    phaseRad[i] = (phaseRad[i] as number) + drift * secondS;
  }
}
