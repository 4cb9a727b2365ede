import type { Shape } from './partition.ts';

/** Agent 0 hears nobody and nobody hears it. */
export const isolate: Shape = () => ({ open: (from, to) => (from === 0) === (to === 0) });
