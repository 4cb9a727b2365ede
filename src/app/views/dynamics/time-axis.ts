import type { Axis } from '../../bench/axes.ts';

/** The last so many seconds; from the beginning a part of it, so that nothing is squeezed at first. */
export function timeAxis(nowS: number, shownS: number): Axis {
  const spanS = Math.min(shownS, Math.max(shownS / 4, nowS));
  return { domain: [Math.max(0, nowS - spanS), Math.max(nowS, spanS)], label: 'time, s' };
}
