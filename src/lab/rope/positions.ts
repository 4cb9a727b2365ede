import { fillUniforms, streams } from '../../base/random.ts';

/** Whole positions of so many agents, drawn from 0 … span. */
export function drawPositions(seed: number, agents: number, span: number): readonly number[] {
  const uniform = new Float64Array(agents);
  fillUniforms(seed, streams.positions, uniform);
  return [...uniform].map((u) => Math.floor(u * (span + 1)));
}
