import { minority } from './minority.ts';
import type { Shape } from './partition.ts';

/** Half a period cut, half a period whole. */
export const flapPeriodS = 4;

/** The `minority` cut, opening and closing: first closed, then open, each for half of `flapPeriodS`. */
export const flapping: Shape = (agents) => {
  const cut = minority(agents);
  return {
    open: (from, to, sinceOnsetS) => sinceOnsetS % flapPeriodS >= flapPeriodS / 2 || cut.open(from, to, sinceOnsetS),
  };
};
