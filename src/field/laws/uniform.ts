import type { Law } from './law.ts';

/** Density ½ on (−1, 1). */
export const uniform: Law = (probability) => 2 * probability - 1;
