/** What stands at the place in a figure that a person points at. */
import type { Figure, Series } from '../../../lab/experiments/types.ts';
import { shortNumber } from './number-format.ts';
import type { Frame } from './scales.ts';

/** A place that can be read: a value of the x axis, a category, or a cell. */
export interface Cursor {
  readonly x: number;
  /** Of a heat map only. */
  readonly y?: number;
}

/** The place next to a point of the drawing, in pixels; undefined where there is nothing to read. */
export function cursorAt(figure: Figure, frame: Frame, xPx: number, yPx: number): Cursor | undefined {
  const x = figure.kind === 'intervals' ? nearest(placesOf(figure), frame.y, yPx) : nearest(placesOf(figure), frame.x, xPx);
  if (x === undefined) return undefined;
  if (figure.kind !== 'heat') return { x };
  const y = nearest(figure.ys, frame.y, yPx);
  return y === undefined ? undefined : { x, y };
}

/** One place on, along x or (in a heat map) along y; the first place where there was none. */
export function moved(figure: Figure, cursor: Cursor | undefined, stepX: number, stepY: number): Cursor | undefined {
  const places = placesOf(figure);
  // The categories of intervals stand one below the other.
  const x = stepped(places, cursor?.x, figure.kind === 'intervals' ? stepX - stepY : stepX);
  if (x === undefined) return undefined;
  if (figure.kind !== 'heat') return { x };
  const y = stepped(figure.ys, cursor?.y, stepY);
  return y === undefined ? undefined : { x, y };
}

export function placeText(figure: Figure, { x, y }: Cursor): string {
  if (figure.kind === 'intervals') return figure.categories[x] ?? '';
  const across = `${figure.x.symbol ?? figure.x.label} ${shortNumber(x)}`;
  return y === undefined ? across : `${across}, ${figure.y.symbol ?? figure.y.label} ${shortNumber(y)}`;
}

export interface Reading {
  readonly name: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Of the series it belongs to, by its number in the figure; undefined for a cell. */
  readonly series?: number;
}

export function readingsAt(figure: Figure, { x, y }: Cursor): readonly Reading[] {
  if (figure.kind === 'heat') {
    const cell = figure.ys.indexOf(y ?? NaN) * figure.xs.length + figure.xs.indexOf(x);
    return [{ name: figure.value.symbol ?? figure.value.label, value: figure.cells[cell] ?? NaN, low: NaN, high: NaN }];
  }
  return figure.series.flatMap((series, index) => readingOf(series, index, x));
}

function readingOf({ name, draw, x, y, low, high }: Series, series: number, place: number): readonly Reading[] {
  const index = x.indexOf(place);
  const value = index < 0 && draw === 'line' ? between(x, y, place) : (y[index] ?? NaN);
  return Number.isFinite(value) ? [{ name, value, low: low?.[index] ?? NaN, high: high?.[index] ?? NaN, series }] : [];
}

/** On the line as it is drawn, from one point to the next. */
function between(x: readonly number[], y: readonly number[], place: number): number {
  const next = x.findIndex((value, i) => i > 0 && Math.min(value, x[i - 1] ?? NaN) < place && place < Math.max(value, x[i - 1] ?? NaN));
  const [fromX = NaN, toX = NaN, fromY = NaN, toY = NaN] = [x[next - 1], x[next], y[next - 1], y[next]];
  return fromY + ((toY - fromY) * (place - fromX)) / (toX - fromX);
}

/** Where something was measured, ascending; where only theory says something, theory's. */
export function placesOf(figure: Figure): readonly number[] {
  if (figure.kind === 'heat') return figure.xs;
  const measured = figure.series.filter(({ origin }) => origin === 'measured');
  const places = new Set((measured.length > 0 ? measured : figure.series).flatMap(({ x }) => x));
  return [...places].sort((a, b) => a - b);
}

function nearest(places: readonly number[], scale: (value: number) => number, px: number): number | undefined {
  let best: number | undefined;
  for (const place of places) if (best === undefined || Math.abs(scale(place) - px) < Math.abs(scale(best) - px)) best = place;
  return best;
}

function stepped(places: readonly number[], from: number | undefined, step: number): number | undefined {
  const index = from === undefined ? -1 : places.indexOf(from);
  return places[index < 0 ? 0 : Math.min(places.length - 1, Math.max(0, index + step))];
}
