/** Where the data of a figure lie on it, in pixels. */
import { scaleLinear, scaleLog, type ScaleContinuousNumeric } from 'd3-scale';
import type { Axis, Figure, IntervalFigure, Series } from '../../../lab/experiments/types.ts';

export type Scale = ScaleContinuousNumeric<number, number>;

/** `x` and `y` are those of the drawing: of an interval figure the values lie along x, the categories one below the other. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: Scale;
  readonly y: Scale;
}

const margin = { top: 24, right: 16, bottom: 46, left: 58 } as const;
/** Of an interval figure: how far its series are from one another within a category, and what lies between categories. */
export const pitchPx = 9;
const categoryGapPx = 16;
const leastCategoryPx = 38;

/** Of a drawing so wide. */
export function heightOf(figure: Figure, width: number): number {
  if (figure.kind !== 'intervals') return Math.round(Math.min(430, Math.max(256, 0.52 * width)));
  const category = Math.max(leastCategoryPx, figure.series.length * pitchPx + categoryGapPx);
  return margin.top + Math.max(2, figure.categories.length) * category + margin.bottom;
}

export function frameOf(figure: Figure, width: number, height: number): Frame {
  const left = figure.kind === 'intervals' ? Math.round(Math.min(180, 0.36 * width)) : margin.left;
  const right = Math.max(left + 1, width - margin.right);
  const { top } = margin;
  const bottom = Math.max(top + 1, height - margin.bottom);
  const edges = { width, height, left, right, top, bottom };
  if (figure.kind === 'intervals') {
    const rows = scaleLinear([-0.5, Math.max(1, figure.categories.length) - 0.5], [top, bottom]);
    return { ...edges, x: scaleOf(figure.y, domainY(figure), [left, right]), y: rows };
  }
  return { ...edges, x: scaleOf(figure.x, domainX(figure), [left, right]), y: scaleOf(figure.y, domainY(figure), [bottom, top]) };
}

function scaleOf(axis: Axis, domain: readonly [number, number], range: readonly [number, number]): Scale {
  return axis.scale === 'log' ? scaleLog(domain, range) : scaleLinear(domain, range);
}

/** In pixels, the edges of cells of which the centres are given: half way between neighbours as they are drawn. */
export function edgesPx(centres: readonly number[], scale: Scale): readonly number[] {
  const places = centres.map((centre) => scale(centre));
  const [first = 0, second = first + 1] = places;
  const [last = 0, before = last - 1] = [places.at(-1), places.at(-2)];
  const inner = places.slice(1).map((place, i) => (place + (places[i] ?? place)) / 2);
  return [first - (second - first) / 2, ...inner, last + (last - before) / 2];
}

function domainX(figure: Exclude<Figure, IntervalFigure>): readonly [number, number] {
  if (figure.kind === 'heat') return cellRange(figure.xs, figure.x);
  const marks = figure.marks.map(({ x }) => x);
  return spread(figure.x, [...figure.series.flatMap(({ x }) => x), ...marks, ...figure.spans.flatMap(({ from, to }) => [from, to])], false);
}

function domainY(figure: Figure): readonly [number, number] {
  if (figure.kind === 'heat') return cellRange(figure.ys, figure.y);
  const values = figure.series.flatMap(({ y, low = [], high = [] }: Series) => [...y, ...low, ...high]);
  return spread(figure.y, figure.kind === 'intervals' ? [...values, ...figure.marks.map(({ x }) => x)] : values, true);
}

/** From the outer edge of the first cell to that of the last; on a logarithmic axis a cell reaches as far by ratio. */
function cellRange(centres: readonly number[], { scale }: Axis): readonly [number, number] {
  const [first = 1, second = 2 * first] = centres;
  const [last = first, before = first] = [centres.at(-1), centres.at(-2)];
  if (scale === 'log') return [first / Math.sqrt(second / first), last * Math.sqrt(last / before)];
  return [first - (second - first) / 2, last + (last - before) / 2];
}

/** From the least to the greatest finite value; a linear axis of values begins at 0 where they are all of one sign. */
function spread({ scale, bounds }: Axis, values: readonly number[], withMargin: boolean): readonly [number, number] {
  const usable = values.filter((value) => Number.isFinite(value) && (scale === 'linear' || value > 0));
  if (usable.length === 0) return bounds ?? (scale === 'log' ? [1, 10] : [0, 1]);
  let low = usable.reduce((least, value) => Math.min(least, value));
  let high = usable.reduce((most, value) => Math.max(most, value));
  if (scale === 'log') return low === high ? [low / 2, high * 2] : [low, high];
  if (withMargin && low >= 0) low = 0;
  if (withMargin && high <= 0) high = 0;
  if (low === high) high = low + 1;
  const [least, most] = bounds ?? [-Infinity, Infinity];
  return [Math.max(least, low), Math.min(most, withMargin ? high + 0.04 * (high - low) : high)];
}
