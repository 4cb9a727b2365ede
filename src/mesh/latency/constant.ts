import type { Latency } from './latency.ts';

export function createConstant(oneWayMs: number): Latency {
  const delayS = oneWayMs / 1000;
  return { delayS: () => delayS, medianS: () => delayS };
}
