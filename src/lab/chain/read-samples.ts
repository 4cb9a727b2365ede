/** The samples back out of their tables, and the rows that are not as they were written. */
import { createTable, type GrowingTable } from '../run/table.ts';
import { agentColumns, timeseriesColumns } from '../run/types.ts';
import type { Samples } from './chain.ts';

export interface ReadSamples extends Samples {
  /** Samples with a row that no number could be read from, or that was written another way. */
  readonly spoiled: ReadonlySet<number>;
}

export function readSamples(timeseriesCsv: string, agentsCsv: string, agents: number): ReadSamples {
  const spoiled = new Set<number>();
  const timeseries = readTable(timeseriesCsv, timeseriesColumns, (row) => spoiled.add(row));
  const agentSamples = readTable(agentsCsv, agentColumns, (row) => spoiled.add(Math.floor(row / agents)));
  // Where one table has fewer rows than the other, what is there of the sample is no whole.
  const whole = Math.floor(agentSamples.length / agents);
  for (let sample = whole; sample < timeseries.length; sample++) {
    spoiled.add(sample);
    for (let row = agentSamples.length; row < (sample + 1) * agents; row++) agentSamples.push(absent);
  }
  return { timeseries, agentSamples, agents, spoiled };
}

const absent = new Float64Array(agentColumns.length).fill(NaN);

function readTable<Name extends string>(text: string, columns: readonly Name[], onSpoiled: (row: number) => void): GrowingTable<Name> {
  const table = createTable(columns);
  const values = new Float64Array(columns.length);
  let at = 0;
  for (let row = -1; at < text.length; row++) {
    const end = text.indexOf('\r\n', at);
    const line = text.slice(at, end < 0 ? text.length : end);
    at = end < 0 ? text.length : end + 2;
    const isWhole = end >= 0;
    if (row < 0) {
      // Names in another order would give every number another meaning.
      if (!isWhole || line !== columns.join(',')) onSpoiled(0);
      continue;
    }
    const cells = line.split(',');
    let sound = isWhole && cells.length === columns.length;
    for (let i = 0; i < values.length; i++) {
      const cell = cells[i] ?? '';
      const value = cell === '' ? NaN : Number(cell);
      values[i] = value;
      sound &&= cell === '' || String(value) === cell;
    }
    if (!sound) onSpoiled(row);
    table.push(values);
  }
  return table;
}
