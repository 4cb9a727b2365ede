import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createColumns, readColumns } from './downsample.ts';

/** Rows every 0.1 s from 0 on. */
const times = (rows: number): Float64Array => Float64Array.from({ length: rows }, (_, i) => i / 10);
const someValues = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 1, maxLength: 400 });

describe('a line of many rows', () => {
  test('keeps its lowest and highest value, its first and its last', () => {
    fc.assert(
      fc.property(someValues, fc.integer({ min: 1, max: 40 }), (list, columnsPerS) => {
        const values = Float64Array.from(list);
        const columns = createColumns();
        readColumns(columns, times(values.length), values, 0, values.length, columnsPerS);
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
    readColumns(columns, times(10_000), new Float64Array(10_000), 0, 10_000, 0.3);
    expect(columns.count).toBe(300);
  });

  test('keeps a peak of a single row', () => {
    const values = new Float64Array(10_000);
    values[5_123] = 7;
    const columns = createColumns();
    readColumns(columns, times(10_000), values, 0, 10_000, 0.1);
    expect(Math.max(...columns.high.subarray(0, columns.count))).toBe(7);
  });

  test('groups the rows of a moving window as it grouped them before', () => {
    const values = Float64Array.from({ length: 600 }, (_, i) => Math.sin(i));
    const [early, late] = [createColumns(), createColumns()];
    readColumns(early, times(600), values, 0, 500, 2);
    readColumns(late, times(600), values, 100, 600, 2);
    const shared = 400 / 5;
    expect([...late.high.subarray(0, shared)]).toEqual([...early.high.subarray(20, 20 + shared)]);
  });

  test('stays as it is where there are fewer rows than pixels', () => {
    const columns = createColumns();
    readColumns(columns, times(5), Float64Array.of(3, 1, 4, 1, 5), 1, 4, 1_000);
    expect([...columns.first.subarray(0, columns.count)]).toEqual([1, 4, 1]);
  });

  test('breaks where a value is missing', () => {
    const columns = createColumns();
    readColumns(columns, times(4), Float64Array.of(1, NaN, 2, 3), 0, 4, 1);
    expect([...columns.last.subarray(0, columns.count)]).toEqual([1, NaN, 3]);
  });
});
