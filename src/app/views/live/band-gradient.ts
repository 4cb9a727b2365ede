import type { Marks } from '../../plots/marks.ts';

/** Partitions as stripes of a background over this time, and everything else that was done as thin lines. */
export function bandGradient({ bands, ticks }: Marks, fromS: number, toS: number): string {
  const place = (timeS: number): number => (100 * (Math.min(toS, Math.max(fromS, timeS)) - fromS)) / (toS - fromS);
  const stripes = bands
    .filter((band) => band.fromS < toS && band.toS > fromS)
    .map((band) => stripe('var(--band-line)', `${place(band.fromS).toFixed(2)}%`, `${place(band.toS).toFixed(2)}%`));
  const lines = ticks
    .filter(({ atS }) => atS >= fromS && atS <= toS)
    .slice(-maxLines)
    .map(({ atS }) => stripe('var(--ink-faint)', `${place(atS).toFixed(2)}%`, `calc(${place(atS).toFixed(2)}% + 1px)`));
  return [...stripes, ...lines].join(', ');
}

/** More lines than these lie on each other anyway. */
const maxLines = 100;

function stripe(colour: string, from: string, to: string): string {
  return `linear-gradient(to right, transparent ${from}, ${colour} ${from}, ${colour} ${to}, transparent ${to})`;
}
