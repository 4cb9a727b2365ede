import { describe, expect, test } from 'vitest';
import type { HeatFigure, IntervalFigure, LineFigure, Series } from '../../../lab/experiments/types.ts';
import { cursorAt, moved, placeText, readingsAt } from './cursor.ts';
import { frameOf } from './scales.ts';

const axis = { label: 'x', scale: 'linear' } as const;
const head = { name: 'f', title: 'F', x: axis, y: axis, summary: '' };
const lines: LineFigure = {
  ...head,
  kind: 'lines',
  marks: [],
  spans: [],
  series: [
    { name: 'theory', origin: 'theory', draw: 'line', x: [0, 1, 2, 3], y: [0, 0, 1, 1] },
    { name: 'measured', origin: 'measured', draw: 'points', x: [1, 3], y: [0.1, NaN], low: [0, NaN], high: [0.2, NaN] },
  ],
};
const heat: HeatFigure = {
  ...head,
  kind: 'heat',
  xs: [0.5, 1.5],
  ys: [10, 20],
  cells: [1, 2, 3, NaN],
  value: axis,
  range: [0, 3],
  series: [],
};

describe('the cursor of a figure', () => {
  test('goes to the nearest place that was measured, and reads every series there', () => {
    const frame = frameOf(lines, 400, 300);
    const cursor = cursorAt(lines, frame, frame.x(1.4), 0);
    expect(cursor).toEqual({ x: 1 });
    expect(readingsAt(lines, { x: 1 })).toEqual([
      { name: 'theory', value: 0, low: NaN, high: NaN, series: 0 },
      { name: 'measured', value: 0.1, low: 0, high: 0.2, series: 1 },
    ]);
    expect(readingsAt(lines, { x: 3 }).map(({ name }) => name)).toEqual(['theory']);
  });

  test('moves by keys, from place to place, and stays at the ends', () => {
    expect(moved(lines, undefined, 1, 0)).toEqual({ x: 1 });
    expect(moved(lines, { x: 1 }, 1, 0)).toEqual({ x: 3 });
    expect(moved(lines, { x: 3 }, 1, 0)).toEqual({ x: 3 });
    expect(moved({ ...lines, series: [] }, undefined, 1, 0)).toBeUndefined();
  });

  test('reads a line between its points, as it is drawn', () => {
    expect(readingsAt(lines, { x: 1.5 })).toEqual([{ name: 'theory', value: 0.5, low: NaN, high: NaN, series: 0 }]);
    expect(readingsAt(lines, { x: 4 })).toEqual([]);
  });

  test('goes down and up through the categories of intervals', () => {
    const intervals: IntervalFigure = {
      ...head,
      kind: 'intervals',
      categories: ['a', 'b'],
      marks: [],
      series: [{ ...lines.series[0], x: [0, 1], y: [1, 2], draw: 'points' } as Series],
    };
    const frame = frameOf(intervals, 400, 300);
    expect(cursorAt(intervals, frame, 0, frame.y(0.9))).toEqual({ x: 1 });
    expect(moved(intervals, { x: 0 }, 0, -1)).toEqual({ x: 1 });
    expect(placeText(intervals, { x: 1 })).toBe('b');
  });

  test('reads the cell of a heat map', () => {
    const frame = frameOf(heat, 400, 300);
    expect(cursorAt(heat, frame, frame.x(1.6), frame.y(12))).toEqual({ x: 1.5, y: 10 });
    expect(readingsAt(heat, { x: 1.5, y: 10 })[0]?.value).toBe(2);
    expect(moved(heat, { x: 1.5, y: 10 }, 0, 1)).toEqual({ x: 1.5, y: 20 });
  });
});

describe('the frame of a figure', () => {
  test('holds all that is drawn, and begins at 0 where no value is negative', () => {
    const { x, y } = frameOf({ ...lines, marks: [{ label: 'K_c', x: 5 }] }, 400, 300);
    expect(x.domain()[1]).toBeGreaterThanOrEqual(5);
    expect(y.domain()[0]).toBe(0);
    expect(y.domain()[1]).toBeGreaterThan(1);
  });

  test('leaves out of a logarithmic axis what has no logarithm, and is not empty where nothing is left', () => {
    const log = { ...axis, scale: 'log' } as const;
    const [series] = lines.series.slice(1);
    const { y } = frameOf({ ...lines, y: log, series: series === undefined ? [] : [series] }, 400, 300);
    expect(y.domain()).toEqual([0.1, 0.2]);
    expect(frameOf({ ...lines, y: log, series: [] }, 400, 300).y.domain()).toEqual([1, 10]);
  });

  test('of a heat map ends where its cells end', () => {
    const { x, y } = frameOf(heat, 400, 300);
    expect(x.domain()).toEqual([0, 2]);
    expect(y.domain()).toEqual([5, 25]);
  });
});
