/** What a plot shows, in a sentence, for those who do not see it. */
import type { Series } from '../store/series.ts';
import { extremesOf } from './extremes.ts';
import { lineValue, type PlotSpec } from './plot-spec.ts';
import { firstAtOrAfter, type TimeSpan } from './time-axis.ts';

export function plotSummary({ lines, format }: PlotSpec, series: Series, { fromS, toS }: TimeSpan): string {
  if (series.length === 0) return 'Nothing recorded yet.';
  const times = series.column('t_s');
  const from = firstAtOrAfter(times, series.length, fromS);
  const end = firstAtOrAfter(times, series.length, toS + 1e-9);
  const last = Math.max(0, end - 1);
  const parts = lines.flatMap((line) => {
    const extremes = extremesOf(series, line.column);
    extremes.range(from, end);
    const { low, high } = extremes;
    if (line.passing === true && Number.isNaN(low)) return [];
    const range = low <= high ? `, between ${format(low)} and ${format(high)}` : '';
    return `${line.label} ${format(lineValue(line, series, last))}${range}`;
  });
  return `At ${(times[last] as number).toFixed(0)} s: ${parts.join('; ')} since ${(times[from] as number).toFixed(0)} s.`;
}
