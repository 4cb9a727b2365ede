/** The lines of a plot: those of the run, and dotted those of the branch of it that was left. */
import type { ScaleLinear } from 'd3-scale';
import type { Rows, Series } from '../store/series.ts';
import { createColumns, readColumns } from './downsample.ts';
import { extremesOf } from './extremes.ts';
import type { Marks } from './marks.ts';
import type { Pen } from '../drawing/pen.ts';
import { lineValue, type PlotLine, type PlotSpec } from './plot-spec.ts';
import type { PlotTheme } from './plot-theme.ts';
import { firstAtOrAfter, type TimeSpan } from './time-axis.ts';

export interface Plotted {
  readonly firstRow: number;
  /** Exclusive. */
  readonly endRow: number;
  /** Those that are shown. */
  readonly lines: readonly PlotLine[];
  /** For each of them what is taken off its values. */
  readonly bases: readonly number[];
}

export interface Drawing extends Plotted {
  readonly spec: PlotSpec;
  readonly series: Series;
  readonly theme: PlotTheme;
  readonly marks: Marks;
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
  readonly nowS: number;
  /** The moment that is shown where that is in the past. */
  readonly presentS: number | undefined;
  /** What a pointer is just drawing. */
  readonly drawn: TimeSpan | undefined;
  /** Row that is read; −1 for none. */
  readonly cursorRow: number;
}

const columns = createColumns();

export function drawLine(pen: Pen, drawing: Drawing, line: PlotLine, base: number, bottom: number): void {
  const { series, firstRow, endRow, theme, x } = drawing;
  pen.beginPath();
  trace(pen, drawing, line, base, series, firstRow, endRow);
  const colour = theme.colour(line.colour);
  pen.strokeStyle = colour;
  pen.lineWidth = line.widthPx;
  pen.lineJoin = 'round';
  pen.stroke();
  if (line.filled === true && columns.count > 1) {
    pen.lineTo(x(columns.timeS[columns.count - 1] as number), bottom);
    pen.lineTo(x(columns.timeS[0] as number), bottom);
    pen.fillStyle = colour;
    pen.globalAlpha = 0.16;
    pen.fill();
    pen.globalAlpha = 1;
  }
  drawDot(pen, drawing, line, base, endRow - 1, 2.5);
}

/** The branch that was left, from where it parts. */
export function drawLeft(pen: Pen, drawing: Drawing): void {
  const { left } = drawing.series;
  if (left === undefined || left.length < 2) return;
  const [fromS = 0, toS = 0] = drawing.x.domain();
  const times = left.column('t_s');
  const first = Math.max(0, firstAtOrAfter(times, left.length, fromS) - 1);
  const end = Math.min(left.length, firstAtOrAfter(times, left.length, toS) + 1);
  pen.setLineDash([2, 4]);
  drawing.lines.forEach((line, i) => {
    pen.strokeStyle = drawing.theme.colour(line.colour);
    pen.lineWidth = line.widthPx;
    pen.globalAlpha = 0.85;
    pen.beginPath();
    trace(pen, drawing, line, drawing.bases[i] as number, left, first, end);
    pen.stroke();
  });
  pen.globalAlpha = 1;
  pen.setLineDash([]);
}

export function drawDot(pen: Pen, { series, theme, x, y }: Drawing, line: PlotLine, base: number, row: number, radius: number): void {
  if (row < 0) return;
  const value = lineValue(line, series, row);
  if (Number.isNaN(value)) return;
  pen.beginPath();
  pen.arc(x(series.column('t_s')[row] as number), y(value - base), radius, 0, 2 * Math.PI);
  pen.fillStyle = theme.colour(line.colour);
  pen.fill();
}

/** Whether the line has a number in these rows. */
export function isInSight(rows: Rows, { column }: PlotLine, { firstRow, endRow }: Plotted): boolean {
  const extremes = extremesOf(rows, column);
  extremes.range(firstRow, endRow);
  return !Number.isNaN(extremes.low);
}

/** Leaves its columns in `columns`. */
function trace(pen: Pen, { x, y }: Drawing, line: PlotLine, base: number, rows: Rows, firstRow: number, endRow: number): void {
  const { column } = line;
  readColumns(columns, rows.column('t_s'), rows.column(column), extremesOf(rows, column), firstRow, endRow, x(1) - x(0));
  let broken = true;
  for (let c = 0; c < columns.count; c++) {
    const last = columns.last[c] as number;
    if (Number.isNaN(last)) {
      broken = true;
      continue;
    }
    const across = x(columns.timeS[c] as number);
    if (broken) pen.moveTo(across, y((columns.first[c] as number) - base));
    else pen.lineTo(across, y((columns.first[c] as number) - base));
    broken = false;
    if (columns.low[c] === columns.high[c]) continue;
    pen.lineTo(across, y((columns.low[c] as number) - base));
    pen.lineTo(across, y((columns.high[c] as number) - base));
    pen.lineTo(across, y(last - base));
  }
}
