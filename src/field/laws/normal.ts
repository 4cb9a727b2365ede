import { normalQuantile } from '../../base/normal-quantile.ts';
import type { Law } from './law.ts';

/** Standard deviation 1. */
export const normal: Law = normalQuantile;
