/** Sums by agent in four lanes (`src/field/order.ts` says in which order), and counts of phases. */
import { PHASE_BINS, PHASE_BINS_A_RADIAN } from '../../../base/shared-constants.ts';
import { agentEnd, agentIm, agentRe, agents, agentStart, lanes, oscillators, phaseCounts, phaseRad } from './memory.ts';

/** Adds oscillators from … to − 1, of which the first is on `agent`, to the lanes. */
export function addToLanes(from: u32, to: u32, agent: u32, sines: usize, cosines: usize): void {
  for (let i = from; i < to; agent++) {
    const end = min(agentEnd(agent), to);
    const own = lanes + 64 * agent;
    for (; i < end && (i & 3) != 0; i++) addOne(i, own, sines, cosines);
    if (i + 4 <= end) {
      let cos01 = v128.load(own);
      let cos23 = v128.load(own, 16);
      let sin01 = v128.load(own, 32);
      let sin23 = v128.load(own, 48);
      for (; i + 4 <= end; i += 4) {
        cos01 = f64x2.add(cos01, v128.load(cosines + 8 * i));
        cos23 = f64x2.add(cos23, v128.load(cosines + 8 * i, 16));
        sin01 = f64x2.add(sin01, v128.load(sines + 8 * i));
        sin23 = f64x2.add(sin23, v128.load(sines + 8 * i, 16));
      }
      v128.store(own, cos01);
      v128.store(own, cos23, 16);
      v128.store(own, sin01, 32);
      v128.store(own, sin23, 48);
    }
    for (; i < end; i++) addOne(i, own, sines, cosines);
  }
}

function addOne(i: u32, own: usize, sines: usize, cosines: usize): void {
  const lane = own + 8 * (i & 3);
  store<f64>(lane, load<f64>(lane) + load<f64>(cosines + 8 * i));
  store<f64>(lane, load<f64>(lane, 32) + load<f64>(sines + 8 * i), 32);
}

/** Writes z of every agent from the lanes, and clears them. */
export function takeLanes(): void {
  for (let agent: u32 = 0; agent < agents; agent++) {
    const count = <f64>(agentEnd(agent) - load<u32>(agentStart + 4 * agent));
    const own = lanes + 64 * agent;
    store<f64>(agentRe + 8 * agent, fold(own) / count);
    store<f64>(agentIm + 8 * agent, fold(own + 32) / count);
  }
  memory.fill(lanes, 0, 64 * agents);
}

function fold(own: usize): f64 {
  return load<f64>(own) + load<f64>(own, 16) + (load<f64>(own, 8) + load<f64>(own, 24));
}

/** Counts the phases of every agent anew (`src/field/phase-counts.ts`). */
export function countPhases(): void {
  memory.fill(phaseCounts, 0, 4 * PHASE_BINS * agents);
  let i: u32 = 0;
  for (let agent: u32 = 0; agent < agents; agent++) {
    const own = phaseCounts + 4 * PHASE_BINS * agent;
    for (const end = agentEnd(agent); i < end; i++) {
      const bin = <i32>floor(load<f64>(phaseRad + 8 * i) * PHASE_BINS_A_RADIAN);
      const place = own + 4 * (bin < 0 ? bin + PHASE_BINS : bin);
      store<u32>(place, load<u32>(place) + 1);
    }
  }
}
