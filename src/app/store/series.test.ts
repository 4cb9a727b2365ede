import { describe, expect, test } from 'vitest';
import { rowColumns } from '../../worker/frame-rows.ts';
import { extremesOf } from '../plots/extremes.ts';
import { createSeries } from './series.ts';

const width = rowColumns.length;

function rows(generation: number, firstRow: number, count: number, branch = 0) {
  const rowValues = Float64Array.from({ length: count * width }, (_, i) => firstRow + Math.floor(i / width) + (i % width) / 100);
  return { generation, branch, firstRow, rows: count, rowValues };
}

describe('the series', () => {
  test('keeps every row in order while it grows past its first capacity', () => {
    const series = createSeries();
    for (let first = 0; first < 5_000; first += 50) series.append(rows(1, first, 50));
    expect(series.length).toBe(5_000);
    expect(series.column('t_s')[4_999]).toBe(4_999);
    expect(series.column('conflicts')[0]).toBe(0.17);
    expect(series.column('r')[1_024]).toBe(1_024.01);
  });

  test('takes no rows that do not follow on', () => {
    const series = createSeries();
    series.append(rows(1, 0, 10));
    series.append(rows(1, 5, 10));
    series.append(rows(1, 12, 10));
    expect(series.length).toBe(10);
  });

  test('starts afresh with the first rows of another run', () => {
    const series = createSeries();
    series.append(rows(1, 0, 10));
    series.append(rows(2, 0, 3));
    expect(series.generation).toBe(2);
    expect(series.length).toBe(3);
  });

  test('sets the rows aside that another branch of the run has not', () => {
    const series = createSeries();
    series.append(rows(1, 0, 10));
    series.append(rows(1, 4, 3, 1));
    expect([series.branch, series.length]).toEqual([1, 7]);
    expect([...(series.left?.column('t_s') ?? [])]).toEqual([3, 4, 5, 6, 7, 8, 9]);
    expect([...(series.left?.column('r') ?? [])][1]).toBe(4.01);
    // A run that stands in the past has no rows to give, and takes none away.
    series.append(rows(1, 2, 0, 1));
    expect(series.length).toBe(7);
  });

  test('knows the extremes of any stretch, also after another branch has taken the place of the first', () => {
    const series = createSeries();
    const peak = rows(1, 0, 100);
    peak.rowValues[70 * width + rowColumns.indexOf('r')] = 1_000;
    series.append(peak);
    const highest = (): number => {
      const extremes = extremesOf(series, 'r');
      extremes.range(0, series.length);
      return extremes.high;
    };
    expect(highest()).toBe(1_000);
    series.append(rows(1, 60, 100, 1));
    expect(highest()).toBe(159.01);
    const { left } = series;
    const ofLeft = left === undefined ? undefined : extremesOf(left, 'r');
    ofLeft?.range(0, left?.length ?? 0);
    expect(ofLeft?.high).toBe(1_000);
  });
});
