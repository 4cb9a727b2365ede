import { CHUNK } from '../../base/shared-constants.ts';
import type { Drive } from '../engine.ts';
import { takeLanes } from '../order.ts';
import type { FieldState, Scheme } from './scheme.ts';
import { agentAt, drawNormals, settle } from './settle.ts';

/**
 * θ(t + h) = θ(t) + h f(θ) + σ√h ξ with f = ω + K Im(H e^{−iθ}); Maruyama 1955. For additive noise strong order 1.
 */
export const eulerMaruyama: Scheme = (state) => {
  const xi = new Float64Array(CHUNK);
  return (drive) => {
    const amplitude = drive.noise * Math.sqrt(state.stepS);
    let agent = 0;
    for (let from = 0; from < state.oscillators; from += CHUNK) {
      const to = Math.min(from + CHUNK, state.oscillators);
      agent = agentAt(state.agentStart, from, agent);
      if (amplitude !== 0) drawNormals(state, drive.step, 0, from, to, xi);
      move(state, drive, amplitude, from, to, agent, xi);
      settle(state, from, to, agent);
    }
    takeLanes(state.lanes, state.agentStart, state.agentRe, state.agentIm);
  };
};

function move(
  state: FieldState,
  { forceRe, forceIm }: Readonly<Drive>,
  amplitude: number,
  from: number,
  to: number,
  firstAgent: number,
  xi: Float64Array,
): void {
  const { phaseRad, sine, cosine, frequencyRadS, agentStart, stepS } = state;
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
    const change = drift * stepS;
    phaseRad[i] = (phaseRad[i] as number) + (amplitude === 0 ? change : change + amplitude * (xi[i - from] as number));
  }
}
