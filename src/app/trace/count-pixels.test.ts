import { describe, expect, it } from 'vitest';
import { inkOf, paintCounts } from './count-pixels.ts';
import { asItIs, lanesOf } from './lanes.ts';

const [columns, rowPx] = [3, 20];
const names = ['node1', 'node2'];
const inks = { all: inkOf([1, 0, 0]), lost: inkOf([2, 0, 0]), validated: inkOf([3, 0, 0]) };

function paint(counts: Partial<Record<'all' | 'lost' | 'validated', readonly number[]>>, arrangement = asItIs, row = rowPx) {
  const lanes = lanesOf(names, arrangement, undefined);
  const pixels = new Uint32Array(columns * lanes.length * row);
  const none = [0, 0, 0, 0, 0, 0];
  const { all = none, lost = none, validated = none } = counts;
  const marks = { x: new Float64Array(0), agent: new Int32Array(0), kind: new Uint8Array(0) };
  const counted = { columns, all: Uint32Array.from(all), lost: Uint32Array.from(lost), validated: Uint32Array.from(validated), marks };
  paintCounts(pixels, counted, lanes, row, inks);
  const bytes = new Uint8Array(pixels.buffer);
  /** In one column, from above: which ink, and how opaque. */
  return (column: number) =>
    Array.from({ length: lanes.length * row }, (_, y) => [
      bytes[4 * (y * columns + column)] ?? 0,
      bytes[4 * (y * columns + column) + 3] ?? 0,
    ]);
}

const inkIn = (pixels: readonly (readonly number[])[], ink: number): readonly number[] =>
  pixels.flatMap(([its], y) => (its === ink ? [y] : []));

describe('counts as pixels', () => {
  it('stand on their lifeline, as high as the square root of their number', () => {
    const column = paint({ all: [100, 25, 0, 0, 0, 1] });
    const heightOf = (which: number): number =>
      column(which).reduce((sum, [ink, alpha = 0]) => sum + (ink === 1 ? alpha / (0.8 * 255) : 0), 0);
    expect(heightOf(0)).toBeCloseTo(0.42 * rowPx, 1);
    expect(heightOf(1)).toBeCloseTo((0.42 * rowPx) / 2, 1);
    // One event beside hundreds is a pixel at least.
    expect(heightOf(2)).toBeCloseTo(1, 1);
    expect(Math.max(...inkIn(column(0), 1))).toBe(rowPx / 2 - 1);
    expect(inkIn(column(2), 1)).toEqual([1.5 * rowPx - 1]);
  });

  it('have what was validated below the line, and what was lost at the lower edge', () => {
    const column = paint({ all: [9, 9, 9, 9, 9, 9], validated: [1, 0, 0, 0, 0, 0], lost: [0, 1, 0, 0, 0, 0] });
    expect(Math.min(...inkIn(column(0), 3))).toBe(rowPx / 2 + 1);
    expect(Math.max(...inkIn(column(1), 2))).toBe(rowPx / 2 + 7);
    expect(inkIn(column(2), 2)).toEqual([]);
  });

  it('are fainter where there is little and a lifeline has no room for heights', () => {
    const column = paint({ all: [100, 10, 0, 0, 0, 0] }, asItIs, 6);
    const strongest = (which: number): number => Math.max(...column(which).map(([, alpha]) => alpha ?? 0));
    expect(strongest(0)).toBe(255);
    expect(strongest(1)).toBeLessThan(100);
  });

  it('are added up where lifelines are folded, and left out where one is hidden', () => {
    const folded = { ...asItIs, grouping: 'name', folded: new Set(['node']) } as const;
    const sum = paint({ all: [50, 25, 0, 50, 0, 0] }, folded)(1).filter(([ink]) => ink === 1).length;
    const alone = paint({ all: [100, 25, 0, 0, 0, 0] })(1).filter(([ink]) => ink === 1).length;
    expect(sum).toBe(alone);
    const hidden = paint({ all: [9, 0, 0, 0, 9, 0] }, { ...asItIs, hidden: new Set(['node1']) });
    expect(inkIn(hidden(0), 1)).toEqual([]);
    expect(inkIn(hidden(1), 1).length).toBeGreaterThan(3);
  });
});
