/**
 * A frequency law in standard form: centre 0, width 1. Maps a probability p, 0 < p < 1, to its quantile, by deterministic
 * functions only. A frequency is centre + width · quantile.
 */
export type Law = (probability: number) => number;
