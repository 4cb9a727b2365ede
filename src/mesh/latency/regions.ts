import { at } from '../../base/assert.ts';
import { gcpRegions, gcpRttAverageMs, gcpRttDeviationMs, gcpRttMinMs } from './gcp.ts';
import type { Latency } from './latency.ts';

/** Region of agent a among M: spread evenly over the table, neighbours in number being neighbours on the map. */
export function regionOf(agent: number, agents: number): number {
  return Math.floor((agent * gcpRegions.length) / agents);
}

/** Name of the region of agent a among M. */
export function regionName(agent: number, agents: number): string {
  return at(gcpRegions, regionOf(agent, agents));
}

/**
 * Half of a round trip that was measured between the two agents' regions: its average, spread by the standard deviation
 * that ping reported, never below half of the fastest round trip that was seen.
 */
export function createRegions(agents: number): Latency {
  const size = agents * agents;
  const averageS = new Float64Array(size);
  const deviationS = new Float64Array(size);
  const leastS = new Float64Array(size);
  for (let from = 0; from < agents; from++) {
    for (let to = 0; to < agents; to++) {
      const cell = (table: readonly (readonly number[])[]) => at(at(table, regionOf(from, agents)), regionOf(to, agents)) / 2000;
      averageS[from * agents + to] = cell(gcpRttAverageMs);
      deviationS[from * agents + to] = cell(gcpRttDeviationMs);
      leastS[from * agents + to] = cell(gcpRttMinMs);
    }
  }
  return {
    delayS(from, to, normal) {
      const pair = from * agents + to;
      return Math.max((averageS[pair] as number) + (deviationS[pair] as number) * normal, leastS[pair] as number);
    },
    medianS: (from, to) => averageS[from * agents + to] as number,
  };
}
