/** Where the data of a figure lie on it, in pixels. */
import { scaleLinear, scaleLog, type ScaleContinuousNumeric } from 'd3-scale';
import type { Axis, Figure, Series } from '../../../lab/experiments/types.ts';

export type Scale = ScaleContinuousNumeric<number, number>;

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly x: Scale;
  readonly y: Scale;
}

export const margin = { top: 14, right: 16, bottom: 46, left: 58 } as const;

export function frameOf(figure: Figure, width: number, height: number): Frame {
  const [left, right] = [margin.left, Math.max(margin.left + 1, width - margin.right)];
  const [bottom, top] = [Math.max(margin.top + 1, height - margin.bottom), margin.top];
  return {
    width,
    height,
    x: scaleOf(figure.x, domainX(figure), [left, right]),
    y: scaleOf(figure.y, domainY(figure), [bottom, top]),
  };
}

function scaleOf(axis: Axis, domain: readonly [number, number], range: readonly [number, number]): Scale {
  return axis.scale === 'log' ? scaleLog(domain, range) : scaleLinear(domain, range);
}

function domainX(figure: Figure): readonly [number, number] {
  if (figure.kind === 'intervals') return [-0.5, figure.categories.length - 0.5];
  if (figure.kind === 'heat') return cellEdges(figure.xs);
  const marks = figure.marks.map(({ x }) => x);
  return spread(figure.x, [...figure.series.flatMap(({ x }) => x), ...marks, ...figure.spans.flatMap(({ from, to }) => [from, to])], false);
}

function domainY(figure: Figure): readonly [number, number] {
  if (figure.kind === 'heat') return cellEdges(figure.ys);
  const values = figure.series.flatMap(({ y, low = [], high = [] }: Series) => [...y, ...low, ...high]);
  return spread(figure.y, values, true);
}

/** The span of equally wide cells of which the centres are given. */
function cellEdges(centres: readonly number[]): readonly [number, number] {
  const [first = 0, second = first + 1] = centres;
  const half = (second - first) / 2;
  return [first - half, (centres.at(-1) ?? first) + half];
}

/** From the least to the greatest finite value; a linear axis of values begins at 0 where they are all of one sign. */
function spread({ scale }: Axis, values: readonly number[], withMargin: boolean): readonly [number, number] {
  const usable = values.filter((value) => Number.isFinite(value) && (scale === 'linear' || value > 0));
  if (usable.length === 0) return scale === 'log' ? [1, 10] : [0, 1];
  let low = usable.reduce((least, value) => Math.min(least, value));
  let high = usable.reduce((most, value) => Math.max(most, value));
  if (scale === 'log') return low === high ? [low / 2, high * 2] : [low, high];
  if (withMargin && low >= 0) low = 0;
  if (withMargin && high <= 0) high = 0;
  if (low === high) high = low + 1;
  return [low, withMargin ? high + 0.04 * (high - low) : high];
}
