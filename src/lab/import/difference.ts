/** Where a run first parts from its record. */
import { timeseriesChunks, timeseriesName } from '../export/tables.ts';
import { timeseriesColumns, type Run } from '../run/types.ts';

/** The first cell in which a recorded `timeseries.csv` is another than that of the run; undefined when none is. */
export function firstDifference(recorded: string, run: Run): string | undefined {
  let offset = 0;
  let line = 1;
  for (const chunk of timeseriesChunks(run)) {
    if (!recorded.startsWith(chunk, offset)) return differenceWithin(recorded.slice(offset, offset + 2 * chunk.length), chunk, line);
    offset += chunk.length;
    line += chunk.split('\n').length - 1;
  }
  return recorded.length === offset ? undefined : `${timeseriesName}, line ${String(line)}: recorded more rows than were replayed`;
}

function differenceWithin(recorded: string, replayed: string, firstLine: number): string {
  const was = recorded.split('\r\n');
  const is = replayed.split('\r\n');
  const row = is.findIndex((text, index) => text !== was[index]);
  const place = `${timeseriesName}, line ${String(firstLine + row)}`;
  const recordedCells = was[row]?.split(',') ?? [];
  const cells = is[row]?.split(',') ?? [];
  const column = cells.findIndex((cell, index) => cell !== recordedCells[index]);
  if (recordedCells.length < cells.length || column < 0) return `${place}: another form of row`;
  const at = firstLine + row === 1 ? '' : ` (t_s ${cells[0] ?? ''})`;
  return `${place}${at}: ${timeseriesColumns[column] ?? ''} was ${recordedCells[column] ?? ''}, is ${cells[column] ?? ''}`;
}
