/**
 * Order parameters. The sum over an agent's oscillators is taken in four lanes, oscillator i in lane i mod 4, in the order of i;
 * then (lane 0 + lane 2) + (lane 1 + lane 3). Two pairs of lanes at a time give the same bits.
 */

/** Room for the running sums of M agents: 8 numbers each, the lanes of Σ cos θ and then of Σ sin θ. */
export function createLanes(agents: number): Float64Array {
  return new Float64Array(8 * agents);
}

/** Adds oscillators from … to − 1, of which the first is on `agent`, to the lanes. */
export function addToLanes(
  sine: Float64Array,
  cosine: Float64Array,
  from: number,
  to: number,
  agentStart: Int32Array,
  agent: number,
  lanes: Float64Array,
): void {
  let base = 8 * agent;
  let end = agentStart[agent + 1] as number;
  for (let i = from; i < to; i++) {
    if (i === end) {
      base += 8;
      end = agentStart[base / 8 + 1] as number;
    }
    const lane = base + (i & 3);
    lanes[lane] = (lanes[lane] as number) + (cosine[i] as number);
    lanes[lane + 4] = (lanes[lane + 4] as number) + (sine[i] as number);
  }
}

/** Writes z_b = (1/n_b) Σ e^{iθ} of every agent from the lanes, and clears them. */
export function takeLanes(lanes: Float64Array, agentStart: Int32Array, outRe: Float64Array, outIm: Float64Array): void {
  for (let agent = 0; agent < outRe.length; agent++) {
    const count = (agentStart[agent + 1] as number) - (agentStart[agent] as number);
    outRe[agent] = fold(lanes, 8 * agent) / count;
    outIm[agent] = fold(lanes, 8 * agent + 4) / count;
  }
  lanes.fill(0);
}

function fold(lanes: Float64Array, k: number): number {
  return (lanes[k] as number) + (lanes[k + 2] as number) + ((lanes[k + 1] as number) + (lanes[k + 3] as number));
}

/** A complex number that is written to again and again. */
export interface Complex {
  re: number;
  im: number;
}

/**
 * Writes Σ n_b z_b / Σ n_b over the agents for which `includes` holds: r e^{iψ} of their oscillators together. Shapes: agentStart
 * [M + 1], agentRe and agentIm [M]. NaN when there are none: nobody's order is not perfect order.
 */
export function orderParameter(
  agentStart: Int32Array,
  agentRe: Float64Array,
  agentIm: Float64Array,
  out: Complex,
  includes: (agent: number) => boolean = everyone,
): void {
  let re = 0;
  let im = 0;
  let population = 0;
  for (let agent = 0; agent < agentRe.length; agent++) {
    if (!includes(agent)) continue;
    const count = (agentStart[agent + 1] as number) - (agentStart[agent] as number);
    re += count * (agentRe[agent] as number);
    im += count * (agentIm[agent] as number);
    population += count;
  }
  out.re = re / population;
  out.im = im / population;
}

const everyone = (): boolean => true;
