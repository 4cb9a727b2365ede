/** A history, or a span of it, as a file for another tool. */
import { csvChunks } from '../lab/export/csv.ts';
import { perfettoChunks } from '../lab/export/perfetto.ts';
import { shivizChunks } from '../lab/export/shiviz.ts';
import { eventColumns, eventRow } from '../lab/export/tables.ts';
import { executionRows, importedColumns } from '../lab/import/shiviz-summary.ts';
import { rowOf } from '../lab/trace/from-run.ts';
import type { ExportFormat } from './trace-api.ts';
import type { Subject } from './trace-subject.ts';

const mediaTypes: Readonly<Record<ExportFormat, string>> = { shiviz: 'text/plain', perfetto: 'application/json', csv: 'text/csv' };

/** @param from a time in seconds; in a log the place of an event. */
export function exportEvents(subject: Subject, fields: readonly string[], format: ExportFormat, from: number, to: number): Blob {
  const { length, timeS } = subject.events();
  let first = 0;
  while (first < length && (timeS[first] as number) < from) first++;
  let end = first;
  while (end < length && (timeS[end] as number) <= to) end++;
  return new Blob([...chunksOf(subject, fields, format, first, end)], { type: mediaTypes[format] });
}

function chunksOf(subject: Subject, fields: readonly string[], format: ExportFormat, first: number, end: number): Iterable<string> {
  const events = subject.events();
  // An event of a log for ShiViz stands in one line.
  if (format === 'shiviz') return shivizChunks(events, first, end, (event) => subject.wordsOf(event).replace(/\s*\n\s*/g, ' '));
  if (format === 'perfetto')
    return perfettoChunks(events, { from: first, until: end, cuts: subject.cuts(), outages: subject.outages(), textOf: subject.textOf });
  if (subject.execution !== undefined) return csvChunks(importedColumns(fields), [...executionRows(subject.execution)].slice(first, end));
  return csvChunks(eventColumns, rows());

  function* rows() {
    for (let event = first; event < end; event++) yield eventRow(rowOf(events, event));
  }
}
