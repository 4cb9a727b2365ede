import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createColumns, readColumns, type Columns } from './downsample.ts';
import { createExtremes } from './extremes.ts';

/** Rows every 0.1 s from 0 on. */
const times = (rows: number): Float64Array => Float64Array.from({ length: rows }, (_, i) => i / 10);
/** As it is read where all rows are there from the beginning. */
function read(columns: Columns, timeS: Float64Array, values: Float64Array, from: number, to: number, columnsPerS: number): void {
  const extremes = createExtremes();
  extremes.update(values, values.length);
  readColumns(columns, timeS, values, extremes, from, to, columnsPerS);
}

/** What it comes to, by a look at every row. */
function byEveryRow(timeS: Float64Array, values: Float64Array, from: number, to: number, columnsPerS: number): readonly number[][] {
  const columns: number[][] = [];
  let current = NaN;
  let latest: readonly number[] | undefined;
  for (let row = from; row < to; row++) {
    const [time = NaN, value = NaN] = [timeS[row], values[row]];
    const column = Math.floor(time * columnsPerS);
    const [begun = NaN, first = NaN, low = NaN, high = NaN, last = NaN] = latest ?? [];
    if (latest !== undefined && Number.isNaN(value) && Number.isNaN(last)) continue;
    const goesOn = column === current && !Number.isNaN(value) && !Number.isNaN(last);
    const next = goesOn ? [begun, first, Math.min(low, value), Math.max(high, value), value] : [time, value, value, value, value];
    columns.splice(goesOn ? columns.length - 1 : columns.length, 1, next);
    current = column;
    latest = next;
  }
  return columns;
}

const listed = ({ count, timeS, first, low, high, last }: Columns): readonly number[][] =>
  Array.from({ length: count }, (_, c) => [timeS[c] ?? NaN, first[c] ?? NaN, low[c] ?? NaN, high[c] ?? NaN, last[c] ?? NaN]);

const someValues = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 1, maxLength: 400 });

describe('a line of many rows', () => {
  test('keeps its lowest and highest value, its first and its last', () => {
    fc.assert(
      fc.property(someValues, fc.integer({ min: 1, max: 40 }), (list, columnsPerS) => {
        const values = Float64Array.from(list);
        const columns = createColumns();
        read(columns, times(values.length), values, 0, values.length, columnsPerS);
        const { count } = columns;
        expect(Math.min(...columns.low.subarray(0, count))).toBe(Math.min(...values));
        expect(Math.max(...columns.high.subarray(0, count))).toBe(Math.max(...values));
        expect(columns.first[0]).toBe(values[0]);
        expect(columns.last[count - 1]).toBe(values.at(-1));
      }),
    );
  });

  test('has no more columns than there are pixels', () => {
    const columns = createColumns();
    read(columns, times(10_000), new Float64Array(10_000), 0, 10_000, 0.3);
    expect(columns.count).toBe(300);
  });

  test('keeps a peak of a single row', () => {
    const values = new Float64Array(10_000);
    values[5_123] = 7;
    const columns = createColumns();
    read(columns, times(10_000), values, 0, 10_000, 0.1);
    expect(Math.max(...columns.high.subarray(0, columns.count))).toBe(7);
  });

  test('groups the rows of a moving window as it grouped them before', () => {
    const values = Float64Array.from({ length: 600 }, (_, i) => Math.sin(i));
    const [early, late] = [createColumns(), createColumns()];
    read(early, times(600), values, 0, 500, 2);
    read(late, times(600), values, 100, 600, 2);
    const shared = 400 / 5;
    expect([...late.high.subarray(0, shared)]).toEqual([...early.high.subarray(20, 20 + shared)]);
  });

  test('stays as it is where there are fewer rows than pixels', () => {
    const columns = createColumns();
    read(columns, times(5), Float64Array.of(3, 1, 4, 1, 5), 1, 4, 1_000);
    expect([...columns.first.subarray(0, columns.count)]).toEqual([1, 4, 1]);
  });

  test('breaks where a value is missing', () => {
    const columns = createColumns();
    read(columns, times(4), Float64Array.of(1, NaN, 2, 3), 0, 4, 1);
    expect([...columns.last.subarray(0, columns.count)]).toEqual([1, NaN, 3]);
  });

  test('has the same picture as a look at every row would give, while it grows and has gaps', () => {
    const value = fc.oneof({ weight: 60, arbitrary: fc.double({ min: -10, max: 10, noNaN: true }) }, fc.constant(NaN));
    const stretch = fc.record({ kind: fc.constantFrom('numbers', 'gap', 'mixed'), rows: fc.integer({ min: 1, max: 900 }), seed: value });
    const rowsOf = ({ kind, rows, seed }: { kind: string; rows: number; seed: number }): number[] =>
      Array.from({ length: rows }, (_, i) => (kind === 'gap' || (kind === 'mixed' && i % 7 === 3) ? NaN : ((i * 37) % 101) + (seed || 0)));
    fc.assert(
      fc.property(
        fc.array(stretch, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 20 }),
        fc.double({ min: 0.01, max: 30, noNaN: true }),
        (stretches, fewer, columnsPerS) => {
          const extremes = createExtremes();
          let all: number[] = [];
          for (const rows of stretches.map(rowsOf)) {
            all = [...all, ...rows];
            extremes.update(Float64Array.from(all), all.length);
          }
          const values = Float64Array.from(all);
          const [from, to] = [Math.floor(all.length / 5), Math.max(0, all.length - fewer)];
          const columns = createColumns();
          readColumns(columns, times(all.length), values, extremes, from, to, columnsPerS);
          expect(listed(columns)).toEqual(byEveryRow(times(all.length), values, from, to, columnsPerS));
        },
      ),
    );
  });

  test('is read in steps by its columns, not by its rows', () => {
    const rows = 1_000_000;
    const extremes = createExtremes();
    extremes.update(new Float64Array(rows), rows);
    let steps = 0;
    const counted = { ...extremes, next: (row: number, end: number) => (steps++, extremes.next(row, end)), low: 0, high: 0 };
    readColumns(createColumns(), times(rows), new Float64Array(rows), counted, 0, rows, 0.01);
    // A thousand rows a column: at most seven blocks of each of three sizes at either end.
    expect(steps).toBeLessThan(1_000 * 43);
  });
});
