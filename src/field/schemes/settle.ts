/** What every scheme begins and ends with. */
import { sincosPhases, wrapRange } from '../../base/math.ts';
import { NORMALS_A_BLOCK } from '../../base/random.ts';
import { addToLanes } from '../order.ts';
import type { FieldState } from './scheme.ts';

/** Normal numbers of oscillators from … to − 1, from a multiple of 16, to the beginning of `out`. */
export function drawNormals(state: FieldState, step: number, component: 0 | 1, from: number, to: number, out: Float64Array): void {
  state.normals(step, component, from / NORMALS_A_BLOCK, Math.ceil((to - from) / NORMALS_A_BLOCK), out);
}

/**
 * From phases somewhere on the line to wrapped phases, windings, sines, cosines and sums, for oscillators from … to − 1, of which
 * the first is on `agent`.
 */
export function settle(state: FieldState, from: number, to: number, agent: number): void {
  const { phaseRad, sine, cosine } = state;
  wrapRange(phaseRad, from, to, state.winding);
  sincosPhases(phaseRad, from, to, sine, cosine);
  addToLanes(sine, cosine, from, to, state.agentStart, agent, state.lanes);
}

/** The agent that hosts oscillator i, looked for from `agent` on. */
export function agentAt(agentStart: Int32Array, i: number, agent: number): number {
  let host = agent;
  while (i >= (agentStart[host + 1] as number)) host++;
  return host;
}
