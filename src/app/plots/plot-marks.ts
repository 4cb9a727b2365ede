/** The marks of a plot: partition bands, grid, lines, interventions, cursor. */
import type { ScaleLinear } from 'd3-scale';
import type { Series } from '../store/series.ts';
import { createColumns, readColumns } from './downsample.ts';
import type { Marks } from './marks.ts';
import type { PlotLine, PlotSpec } from './plot-spec.ts';
import type { PlotTheme } from './plot-theme.ts';

export interface Plotted {
  readonly firstRow: number;
  /** Exclusive. */
  readonly endRow: number;
  /** For each line what is taken off its values. */
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
  /** Row that is read; −1 for none. */
  readonly cursorRow: number;
}

type Context = CanvasRenderingContext2D;

const columns = createColumns();
/** Narrower bands have no room for a word. */
const labelledBandPx = 48;

export function drawMarks(context: Context, drawing: Drawing): void {
  const { x, y, spec, bases } = drawing;
  const [left, right] = x.range() as [number, number];
  const [bottom, top] = y.range() as [number, number];
  context.save();
  context.beginPath();
  context.rect(left, top - 4, right - left, bottom - top + 5);
  context.clip();
  drawBands(context, drawing, top, bottom);
  drawGrid(context, drawing, left, right);
  drawLevels(context, drawing, left, right);
  // The first line is the plot's main one: it lies on top.
  for (let i = spec.lines.length - 1; i >= 0; i--) drawLine(context, drawing, spec.lines[i] as PlotLine, bases[i] as number, bottom);
  drawLevelNames(context, drawing, right);
  drawBandNames(context, drawing, left, bottom);
  drawTicks(context, drawing, bottom);
  if (drawing.cursorRow >= 0) drawCursor(context, drawing, top, bottom);
  context.restore();
}

function drawBands(context: Context, { marks, theme, x, nowS }: Drawing, top: number, bottom: number): void {
  for (const { fromS, toS } of marks.bands) {
    if (fromS > nowS) continue;
    const from = x(fromS);
    const to = x(Math.min(toS, nowS));
    context.globalAlpha = 0.75;
    context.fillStyle = theme.band;
    context.fillRect(from, top, to - from, bottom - top);
    context.fillStyle = theme.bandLine;
    context.fillRect(from, top, 1, bottom - top);
    if (toS <= nowS) context.fillRect(to - 1, top, 1, bottom - top);
    context.globalAlpha = 1;
  }
}

/** Over the lines, on a ground of the surface's colour: they run wherever they like. */
function drawBandNames(context: Context, { marks, theme, x, nowS }: Drawing, left: number, bottom: number): void {
  context.textAlign = 'left';
  context.textBaseline = 'bottom';
  context.strokeStyle = theme.surface;
  context.fillStyle = theme.bandLine;
  context.lineWidth = 3;
  for (const { fromS, toS, label } of marks.bands) {
    const inSight = Math.max(x(fromS), left);
    if (x(Math.min(toS, nowS)) - inSight < labelledBandPx) continue;
    context.strokeText(label, inSight + 6, bottom - 5);
    context.fillText(label, inSight + 6, bottom - 5);
  }
}

function drawGrid(context: Context, { theme, y }: Drawing, left: number, right: number): void {
  context.fillStyle = theme.line;
  for (const value of y.ticks(4)) {
    context.globalAlpha = value === 0 ? 1 : 0.55;
    context.fillRect(left, Math.round(y(value)), right - left, 1);
  }
  context.globalAlpha = 1;
}

function drawLevels(context: Context, { spec, theme, x, y }: Drawing, left: number, right: number): void {
  context.strokeStyle = theme.inkMuted;
  context.lineWidth = 1.5;
  context.setLineDash([6, 4]);
  for (const { value, fromS } of spec.levels?.read() ?? []) {
    const from = Math.max(left, x(fromS));
    if (from >= right) continue;
    context.beginPath();
    // On 0 it would be cut by the edge of the plot.
    context.moveTo(from, y(value) - (value === 0 ? 1 : 0));
    context.lineTo(right, y(value) - (value === 0 ? 1 : 0));
    context.stroke();
  }
  context.setLineDash([]);
}

function drawLevelNames(context: Context, { spec, theme, x, y }: Drawing, right: number): void {
  context.textAlign = 'right';
  context.textBaseline = 'bottom';
  context.strokeStyle = theme.surface;
  context.fillStyle = theme.inkMuted;
  context.lineWidth = 3;
  for (const { value, fromS, label } of spec.levels?.read() ?? []) {
    if (label === '' || x(fromS) >= right) continue;
    context.strokeText(label, right - 4, y(value) - 3);
    context.fillText(label, right - 4, y(value) - 3);
  }
}

function drawLine(context: Context, drawing: Drawing, line: PlotLine, base: number, bottom: number): void {
  const { series, firstRow, endRow, theme, x, y } = drawing;
  const columnsPerS = x(1) - x(0);
  readColumns(columns, series.column('t_s'), series.column(line.column), firstRow, endRow, columnsPerS);
  const path = new Path2D();
  let broken = true;
  for (let c = 0; c < columns.count; c++) {
    const last = columns.last[c] as number;
    if (Number.isNaN(last)) {
      broken = true;
      continue;
    }
    const across = x(columns.timeS[c] as number);
    if (broken) path.moveTo(across, y((columns.first[c] as number) - base));
    else path.lineTo(across, y((columns.first[c] as number) - base));
    broken = false;
    if (columns.low[c] === columns.high[c]) continue;
    path.lineTo(across, y((columns.low[c] as number) - base));
    path.lineTo(across, y((columns.high[c] as number) - base));
    path.lineTo(across, y(last - base));
  }
  const colour = theme.colour(line.colour);
  if (line.filled === true && columns.count > 1) {
    const area = new Path2D(path);
    area.lineTo(x(columns.timeS[columns.count - 1] as number), bottom);
    area.lineTo(x(columns.timeS[0] as number), bottom);
    context.fillStyle = colour;
    context.globalAlpha = 0.16;
    context.fill(area);
    context.globalAlpha = 1;
  }
  context.strokeStyle = colour;
  context.lineWidth = line.widthPx;
  context.lineJoin = 'round';
  context.stroke(path);
  drawDot(context, drawing, line, base, endRow - 1, 2.5);
}

function drawDot(context: Context, { series, theme, x, y }: Drawing, line: PlotLine, base: number, row: number, radius: number): void {
  if (row < 0) return;
  const value = series.column(line.column)[row] as number;
  if (Number.isNaN(value)) return;
  context.beginPath();
  context.arc(x(series.column('t_s')[row] as number), y(value - base), radius, 0, 2 * Math.PI);
  context.fillStyle = theme.colour(line.colour);
  context.fill();
}

/** A notch on the time axis, with its word where there is room until the next. */
function drawTicks(context: Context, { marks, theme, x, nowS }: Drawing, bottom: number): void {
  context.textAlign = 'left';
  context.textBaseline = 'bottom';
  let free = -Infinity;
  for (const { atS, label } of marks.ticks) {
    if (atS > nowS) continue;
    const at = x(atS);
    context.fillStyle = theme.inkMuted;
    context.fillRect(at - 0.5, bottom - 9, 1.5, 9);
    if (at < free) continue;
    context.fillText(label, at + 4, bottom - 14);
    free = at + context.measureText(label).width + 12;
  }
}

function drawCursor(context: Context, drawing: Drawing, top: number, bottom: number): void {
  const { spec, series, cursorRow, bases, theme, x } = drawing;
  const timeS = series.column('t_s')[cursorRow] as number;
  const at = x(timeS);
  context.fillStyle = theme.inkMuted;
  context.fillRect(at - 0.5, top - 4, 1, bottom - top + 4);
  for (let i = spec.lines.length - 1; i >= 0; i--) drawDot(context, drawing, spec.lines[i] as PlotLine, bases[i] as number, cursorRow, 3.5);
  const text = `${timeS.toFixed(1)} s`;
  context.textBaseline = 'top';
  const width = context.measureText(text).width;
  const left = at + width + 14 > (x.range()[1] ?? 0) ? at - width - 7 : at + 7;
  context.fillStyle = theme.surface;
  context.globalAlpha = 0.85;
  context.fillRect(left - 4, top - 3, width + 8, 17);
  context.globalAlpha = 1;
  context.fillStyle = theme.ink;
  context.fillText(text, left, top);
}
