/** Where a run first parts from its record. */
import { csvChunks } from '../export/csv.ts';
import type { TableFile } from '../export/tables.ts';
import type { Run } from '../run/types.ts';

/** The first cell in which a recorded table is another than that of the run; undefined when none is. */
export function firstDifference(recorded: string, table: TableFile, run: Run): string | undefined {
  let offset = 0;
  let line = 1;
  for (const chunk of csvChunks(table.columns, table.rows(run) ?? [])) {
    if (!recorded.startsWith(chunk, offset)) return differenceWithin(recorded.slice(offset, offset + 2 * chunk.length), chunk, table, line);
    offset += chunk.length;
    line += chunk.split('\n').length - 1;
  }
  return recorded.length === offset ? undefined : `${table.name}, line ${String(line)}: recorded more rows than were replayed`;
}

function differenceWithin(recorded: string, replayed: string, { name, columns }: TableFile, firstLine: number): string {
  const was = recorded.split('\r\n');
  const is = replayed.split('\r\n');
  const row = is.findIndex((text, index) => text !== was[index]);
  const place = `${name}, line ${String(firstLine + row)}`;
  const recordedCells = was[row]?.split(',') ?? [];
  const cells = is[row]?.split(',') ?? [];
  const column = cells.findIndex((cell, index) => cell !== recordedCells[index]);
  if (recordedCells.length < cells.length || column < 0) return `${place}: another form of row`;
  const at = firstLine + row === 1 ? '' : ` (${columns[0] ?? ''} ${cells[0] ?? ''})`;
  return `${place}${at}: ${columns[column] ?? ''} was ${recordedCells[column] ?? ''}, is ${cells[column] ?? ''}`;
}
