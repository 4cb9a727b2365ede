import { expect, test } from 'vitest';
import type { Table, TimeseriesColumn } from '../../lab/run/types.ts';
import { difference } from './difference.ts';

function table(firstS: number, r: readonly number[], validated: readonly number[]): Table<TimeseriesColumn> {
  const columns: Partial<Record<TimeseriesColumn, Float64Array>> = {
    t_s: Float64Array.from(r, (_, i) => firstS + i),
    r: Float64Array.from(r),
    tokens_validated: Float64Array.from(validated),
  };
  return { length: r.length, column: (name) => columns[name] ?? new Float64Array(0) };
}

const here = table(0, [0.1, 0.2, 0.6, 0.7, 0.8], [0, 10, 20, 25, 30]);
const left = table(1, [0.2, 0.5, 0.5], [10, 25, 40]);

test('two branches are compared over the time that both have been through since they parted', () => {
  const found = difference(here, left, 100);
  expect(found?.overS).toBe(2);
  expect(found?.r).toBeCloseTo(0.15, 12);
  expect(found?.validated).toBe(-15);
});

test('what lies beyond the moment that is shown does not count, and before there is anything nothing is told', () => {
  expect(difference(here, left, 2.5)).toMatchObject({ overS: 1, validated: -5 });
  expect(difference(here, left, 1)).toBeUndefined();
  expect(difference(here, table(5, [], []), 9)).toBeUndefined();
});
