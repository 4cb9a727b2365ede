import { cos, PI, sin } from '../../base/math.ts';
import type { Law } from './law.ts';

/** Density 1/(π(1 + x²)), half-width 1: −cot πp. Taken from the nearer end, where sin πp is small and exact. */
export const lorentzian: Law = (probability) => {
  const upper = probability > 0.5;
  const angle = PI * (upper ? 1 - probability : probability);
  const distance = cos(angle) / sin(angle);
  return upper ? distance : -distance;
};
