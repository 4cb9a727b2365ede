import { describe, expect, test } from 'vitest';
import { createRun } from '../lab/run/run.ts';
import { defaultScenario } from '../lab/scenario/parse.ts';
import { rowColumns, writeRows, type RowColumn } from './frame-rows.ts';

const run = createRun({
  ...defaultScenario,
  interventions: [
    { atS: 1, do: 'partition', shape: 'minority' },
    { atS: 3, do: 'heal' },
    { atS: 4, do: 'crash', agent: 0 },
  ],
});
run.advance(500);

const rows = run.timeseries.length;
const values = new Float64Array(rows * rowColumns.length);
writeRows(values, run, 0, rows);
const at = (row: number, column: RowColumn): number => values[row * rowColumns.length + rowColumns.indexOf(column)] ?? NaN;
const apart = Array.from({ length: rows }, (_, row) => row).filter((row) => at(row, 'components') === 2);

describe('the rows that the page plots', () => {
  test('tell r of each component while the mesh is apart: that of the larger is what the samples say of the largest', () => {
    expect(apart.length).toBeGreaterThan(15);
    for (const row of apart) {
      // Agents 0 … 6 are cut off.
      expect(at(row, 'r_component_1')).toBeCloseTo(at(row, 'r_largest'), 12);
      expect(Math.abs(at(row, 'r_component_0') - at(row, 'r_largest'))).toBeGreaterThan(1e-6);
      expect(at(row, 'r_component_2')).toBeNaN();
    }
  });

  test('tell of no component while there is one, though an agent be down', () => {
    for (const row of [5, rows - 1]) expect(at(row, 'r_component_0')).toBeNaN();
  });

  test('are those of the time series otherwise, and of the clocks the distance', () => {
    const last = rows - 1;
    expect(at(last, 'conflicts')).toBe(run.timeseries.column('conflicts')[last]);
    expect(at(last, 'clock_spread')).toBe(at(last, 'clock_max') - at(last, 'clock_min'));
  });

  test('may begin anywhere', () => {
    const part = new Float64Array(2 * rowColumns.length);
    writeRows(part, run, apart[3] ?? 0, 2);
    expect([...part]).toEqual([...values.subarray((apart[3] ?? 0) * rowColumns.length, ((apart[3] ?? 0) + 2) * rowColumns.length)]);
  });
});
