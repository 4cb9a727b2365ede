/** What was measured, as a figure shows it. */
import type { Estimate } from '../statistics/intervals.ts';
import type { Series } from './types.ts';

/** The mean at each `x`, with its interval; all of one length. */
export function measuredMeans(name: string, x: readonly number[], means: readonly Estimate[], draw: Series['draw'] = 'points'): Series {
  return {
    name,
    origin: 'measured',
    draw,
    x,
    y: means.map(({ value }) => value),
    low: means.map(({ low }) => low),
    high: means.map(({ high }) => high),
    band: '95% interval of the mean',
  };
}
