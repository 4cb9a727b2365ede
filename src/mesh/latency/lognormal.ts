import { exp } from '../../base/math.ts';
import type { Latency } from './latency.ts';

/** Every message draws its own delay: median · e^{sigma · normal}. */
export function createLognormal(medianMs: number, sigma: number): Latency {
  const medianS = medianMs / 1000;
  return { delayS: (_from, _to, normal) => medianS * exp(sigma * normal), medianS: () => medianS };
}
