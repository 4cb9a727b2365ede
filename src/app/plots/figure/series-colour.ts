/** Which colour a series has: theory is ink, a claim the accent, what was measured one colour after the other. */
import type { Series } from '../../../lab/experiments/types.ts';

/** So many colours are told apart; more series than that also differ by their names at the cursor. */
const colours = 6;

export function seriesColours(series: readonly Series[]): readonly string[] {
  let measured = 0;
  return series.map(({ origin }) => {
    if (origin === 'theory') return 'var(--ink-muted)';
    if (origin === 'claimed') return 'var(--accent)';
    return `var(--series-component-${String(measured++ % colours)})`;
  });
}

/** `share` 0 … 1 of the way from nothing to all of it. */
export function heatColour(share: number): string {
  return `color-mix(in oklab, var(--surface-sunken), var(--accent) ${(100 * Math.min(1, Math.max(0, share))).toFixed(1)}%)`;
}
