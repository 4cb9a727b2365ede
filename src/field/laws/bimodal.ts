import type { Law } from './law.ts';

/** Half at −1, half at 1; the one in the middle of an odd number of quantiles goes up. */
export const bimodal: Law = (probability) => (probability < 0.5 ? -1 : 1);
