/** What a plot shows, in a sentence, for those who do not see it. */
import type { Series } from '../store/series.ts';
import type { PlotSpec } from './plot-spec.ts';
import { firstAtOrAfter, type TimeSpan } from './time-axis.ts';

export function plotSummary({ lines, format }: PlotSpec, series: Series, { fromS, toS }: TimeSpan): string {
  if (series.length === 0) return 'Nothing recorded yet.';
  const times = series.column('t_s');
  const from = firstAtOrAfter(times, series.length, fromS);
  const end = firstAtOrAfter(times, series.length, toS + 1e-9);
  const last = series.length - 1;
  const parts = lines.map(({ label, column }) => {
    const values = series.column(column);
    let low = Infinity;
    let high = -Infinity;
    for (let row = from; row < end; row++) {
      low = Math.min(low, values[row] as number);
      high = Math.max(high, values[row] as number);
    }
    return `${label} ${format(values[last] as number)}, between ${format(low)} and ${format(high)}`;
  });
  return `At ${(times[last] as number).toFixed(0)} s: ${parts.join('; ')} since ${(times[from] as number).toFixed(0)} s.`;
}
