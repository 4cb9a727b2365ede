import { expect, it } from 'vitest';
import { timeseries, timeseriesChunks } from '../export/tables.ts';
import { createRun } from '../run/run.ts';
import { checkScenario } from '../scenario/parse.ts';
import { firstDifference } from './difference.ts';

const scenario = checkScenario({ schema: 'chorus.scenario/1', field: { oscillators: 4 }, mesh: { agents: 2 }, sampleS: 0.01 });
if (!scenario.ok) throw new Error('a sound scenario');
const run = createRun(scenario.value);
run.advance(1000);
const text = [...timeseriesChunks(run)].join('');

it('finds none in the record of the same run', () => {
  expect(text.length).toBeGreaterThan(100_000);
  expect(firstDifference(text, timeseries, run)).toBeUndefined();
});

it('names line, time, column and both values of the first cell that is another', () => {
  const lines = text.split('\r\n');
  const cells = lines[900]?.split(',') ?? [];
  const changed = lines.with(900, cells.with(1, '0.5').join(',')).join('\r\n');
  expect(firstDifference(changed, timeseries, run)).toBe(
    `timeseries.csv, line 901 (t_s ${cells[0] ?? ''}): r was 0.5, is ${cells[1] ?? ''}`,
  );
  expect(firstDifference(`T${text.slice(1)}`, timeseries, run)).toBe('timeseries.csv, line 1: t_s was T_s, is t_s');
});

it('says so when rows are missing or left over', () => {
  expect(firstDifference(text.slice(0, 50_000), timeseries, run)).toMatch(/^timeseries\.csv, line \d+/);
  expect(firstDifference(`${text}1,2\r\n`, timeseries, run)).toBe('timeseries.csv, line 1003: recorded more rows than were replayed');
  expect(firstDifference('', timeseries, run)).toBe('timeseries.csv, line 1: another form of row');
});
