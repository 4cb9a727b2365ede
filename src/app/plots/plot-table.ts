/** The numbers behind a plot, for those who have them read: some rows, evenly spread over the time in sight. */
import type { Series } from '../store/series.ts';
import { writeText } from '../widgets/write-text.ts';
import { lineValue, type PlotSpec } from './plot-spec.ts';
import { firstAtOrAfter, type TimeSpan } from './time-axis.ts';

/** As many as one likes to walk through. */
const rowsShown = 12;

/** @param body of a table with a column for the time and one for every line */
export function writeTable(body: HTMLTableSectionElement, spec: PlotSpec, series: Series, { fromS, toS }: TimeSpan): void {
  const times = series.column('t_s');
  const first = firstAtOrAfter(times, series.length, fromS);
  const last = firstAtOrAfter(times, series.length, toS + 1e-9) - 1;
  const count = Math.max(0, Math.min(rowsShown, last - first + 1));
  while (body.rows.length > count) body.deleteRow(-1);
  for (let i = 0; i < count; i++) {
    const row = first + Math.round((i * (last - first)) / Math.max(1, count - 1));
    const cells = [`${(times[row] as number).toFixed(1)} s`, ...spec.lines.map((line) => spec.format(lineValue(line, series, row)))];
    writeRow(body.rows[i] ?? body.insertRow(), cells);
  }
}

function writeRow(row: HTMLTableRowElement, cells: readonly string[]): void {
  cells.forEach((text, c) => {
    const cell = row.cells[c] ?? row.appendChild(c === 0 ? rowHead() : document.createElement('td'));
    writeText(cell, text);
  });
}

function rowHead(): HTMLTableCellElement {
  const cell = document.createElement('th');
  cell.scope = 'row';
  return cell;
}
