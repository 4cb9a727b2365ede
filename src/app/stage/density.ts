/**
 * How the phases of each component are spread over the circle, as a smoothed histogram. From a few thousand points up
 * single points no longer show it: then the kernel counts all oscillators.
 */
import { PHASE_BINS } from '../../base/shared-constants.ts';
import { maxAgents } from './levels.ts';

/** 3° each: those that the kernel counts in. */
export const densityBins = PHASE_BINS;
/** Components with more circles than this have too little room for a density each. */
export const maxDensities = 8;

/** Time constant of the smoothing: long enough that the counting noise does not flicker. */
const smoothingS = 0.12;
/** Neighbouring bins that one count is spread over, binomial weights. */
const kernel = [1 / 16, 4 / 16, 6 / 16, 4 / 16, 1 / 16] as const;

export interface Density {
  /** Shape [maxDensities × densityBins]: 1 is the density of evenly spread phases. */
  readonly values: Float32Array;
  /** By what was counted: shape [M × densityBins], an agent's bins in a row. */
  advance(agentCounts: Readonly<Uint32Array>, componentOf: Readonly<Int16Array>, elapsedS: number): void;
}

export function createDensity(): Density {
  const values = new Float32Array(maxDensities * densityBins);
  const counts = new Uint32Array(maxAgents * densityBins);
  const totals = new Uint32Array(maxAgents);

  function advance(agentCounts: Readonly<Uint32Array>, componentOf: Readonly<Int16Array>, elapsedS: number): void {
    counts.fill(0);
    totals.fill(0);
    for (let k = 0; k < agentCounts.length; k++) {
      const component = componentOf[Math.floor(k / densityBins)] as number;
      const bin = component * densityBins + (k % densityBins);
      const count = agentCounts[k] as number;
      counts[bin] = (counts[bin] as number) + count;
      totals[component] = (totals[component] as number) + count;
    }
    smooth(elapsedS);
  }

  function smooth(elapsedS: number): void {
    const share = elapsedS > 0 ? 1 - Math.exp(-elapsedS / smoothingS) : 1;
    for (let c = 0; c < maxDensities; c++) smoothInto(c, share);
  }

  function smoothInto(component: number, share: number): void {
    const first = component * densityBins;
    const evenly = (totals[component] as number) / densityBins;
    for (let bin = 0; bin < densityBins; bin++) {
      let sum = 0;
      for (let k = 0; k < kernel.length; k++) {
        const neighbour = (bin + k - 2 + densityBins) % densityBins;
        sum += (kernel[k] as number) * (counts[first + neighbour] as number);
      }
      const target = evenly > 0 ? sum / evenly : 0;
      const before = values[first + bin] as number;
      values[first + bin] = before + (target - before) * share;
    }
  }

  return { values, advance };
}

/** Height of the drawn density, 0 … 1: grows as the square root, so that a sharp peak leaves the rest visible. */
export function densityHeight(value: number): number {
  return Math.min(1, Math.sqrt(value / 16));
}
