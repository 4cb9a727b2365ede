/** Where an agent's mean field comes from. The laboratory puts exchanges over a network here; this file holds the plainest one. */

export interface MeanField {
  /**
   * Fills `outRe`, `outIm` (shape [M]) with H_a at `timeS`, given z_b of every agent now (shape [M]). A scheme with an inner
   * stage asks a second time within a step, with the z_b of that stage. Must not keep or change what it is given.
   */
  meanField(timeS: number, agentRe: Float64Array, agentIm: Float64Array, outRe: Float64Array, outIm: Float64Array): void;
}

/** Everyone hears everyone at once: H_a = Σ n_b z_b / N for every a, the paper's formula to the letter. */
export function allToAll(agentStart: Int32Array): MeanField {
  const agents = agentStart.length - 1;
  const oscillators = agentStart[agents] as number;
  return {
    meanField(_timeS, agentRe, agentIm, outRe, outIm) {
      let re = 0;
      let im = 0;
      for (let agent = 0; agent < agents; agent++) {
        const count = (agentStart[agent + 1] as number) - (agentStart[agent] as number);
        re += count * (agentRe[agent] as number);
        im += count * (agentIm[agent] as number);
      }
      outRe.fill(re / oscillators);
      outIm.fill(im / oscillators);
    },
  };
}
