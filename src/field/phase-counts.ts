/** How the phases of every agent are spread over the circle. */
import { PHASE_BINS, PHASE_BINS_A_RADIAN } from '../base/shared-constants.ts';

export { PHASE_BINS };

/**
 * Adds the phases of every agent to its bins.
 *
 * @param phaseRad shape [N], in [−π, π)
 * @param agentStart shape [M + 1]
 * @param counts shape [M × PHASE_BINS]: bin k counts from 2πk/PHASE_BINS on
 */
export function addPhaseCounts(phaseRad: Readonly<Float64Array>, agentStart: Readonly<Int32Array>, counts: Uint32Array): void {
  for (let agent = 0; agent < agentStart.length - 1; agent++) {
    const first = agent * PHASE_BINS;
    const end = agentStart[agent + 1] as number;
    for (let i = agentStart[agent] as number; i < end; i++) {
      const bin = Math.floor((phaseRad[i] as number) * PHASE_BINS_A_RADIAN);
      const place = first + (bin < 0 ? bin + PHASE_BINS : bin);
      counts[place] = (counts[place] as number) + 1;
    }
  }
}
