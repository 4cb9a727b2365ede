/** The marks of a plot: partition bands, grid, lines, interventions, cursor. */
import { drawDot, drawLeft, drawLine, type Drawing } from './plot-lines.ts';
import type { Pen } from '../drawing/pen.ts';
import { drawNames } from './plot-names.ts';
import type { PlotLine } from './plot-spec.ts';

export function drawMarks(pen: Pen, drawing: Drawing): void {
  const { x, y, lines, bases } = drawing;
  const [left, right] = x.range() as [number, number];
  const [bottom, top] = y.range() as [number, number];
  pen.save();
  pen.beginPath();
  pen.rect(left, top - 4, right - left, bottom - top + 5);
  pen.clip();
  drawBands(pen, drawing, top, bottom);
  drawGrid(pen, drawing, left, right);
  drawLevels(pen, drawing, left, right);
  // The first line is the plot's main one: it lies on top.
  drawLeft(pen, drawing);
  for (let i = lines.length - 1; i >= 0; i--) drawLine(pen, drawing, lines[i] as PlotLine, bases[i] as number, bottom);
  drawPresent(pen, drawing, top, bottom);
  drawTicks(pen, drawing, bottom);
  drawNames(pen, drawing);
  if (drawing.cursorRow >= 0) drawCursor(pen, drawing, top, bottom);
  drawZoom(pen, drawing, top, bottom);
  pen.restore();
}

function drawBands(pen: Pen, { marks, theme, x, nowS }: Drawing, top: number, bottom: number): void {
  for (const { fromS, toS } of marks.bands) {
    if (fromS > nowS) continue;
    const from = x(fromS);
    const to = x(Math.min(toS, nowS));
    pen.globalAlpha = 0.75;
    pen.fillStyle = theme.band;
    pen.fillRect(from, top, to - from, bottom - top);
    pen.fillStyle = theme.bandLine;
    pen.fillRect(from, top, 1, bottom - top);
    if (toS <= nowS) pen.fillRect(to - 1, top, 1, bottom - top);
    pen.globalAlpha = 1;
  }
}

function drawGrid(pen: Pen, { theme, y }: Drawing, left: number, right: number): void {
  pen.fillStyle = theme.line;
  for (const value of y.ticks(4)) {
    pen.globalAlpha = value === 0 ? 1 : 0.55;
    pen.fillRect(left, Math.round(y(value)), right - left, 1);
  }
  pen.globalAlpha = 1;
}

function drawLevels(pen: Pen, { spec, theme, x, y }: Drawing, left: number, right: number): void {
  pen.strokeStyle = theme.inkMuted;
  pen.lineWidth = 1.5;
  pen.setLineDash([6, 4]);
  for (const { value, fromS } of spec.levels?.read() ?? []) {
    const from = Math.max(left, x(fromS));
    if (from >= right) continue;
    pen.beginPath();
    // On 0 it would be cut by the edge of the plot.
    pen.moveTo(from, y(value) - (value === 0 ? 1 : 0));
    pen.lineTo(right, y(value) - (value === 0 ? 1 : 0));
    pen.stroke();
  }
  pen.setLineDash([]);
}

/** A notch on the time axis for every change. */
function drawTicks(pen: Pen, { marks, theme, x, nowS }: Drawing, bottom: number): void {
  pen.fillStyle = theme.inkMuted;
  for (const { atS } of marks.ticks) if (atS <= nowS) pen.fillRect(x(atS) - 0.5, bottom - 9, 1.5, 9);
}

function drawCursor(pen: Pen, drawing: Drawing, top: number, bottom: number): void {
  const { lines, series, cursorRow, bases, theme, x } = drawing;
  const timeS = series.column('t_s')[cursorRow] as number;
  const at = x(timeS);
  pen.fillStyle = theme.inkMuted;
  pen.fillRect(at - 0.5, top - 4, 1, bottom - top + 4);
  for (let i = lines.length - 1; i >= 0; i--) drawDot(pen, drawing, lines[i] as PlotLine, bases[i] as number, cursorRow, 3.5);
  const text = `${timeS.toFixed(1)} s`;
  pen.textBaseline = 'top';
  const width = pen.measureText(text).width;
  const left = at + width + 14 > (x.range()[1] ?? 0) ? at - width - 7 : at + 7;
  pen.fillStyle = theme.surface;
  pen.globalAlpha = 0.85;
  pen.fillRect(left - 4, top - 3, width + 8, 17);
  pen.globalAlpha = 1;
  pen.fillStyle = theme.ink;
  pen.fillText(text, left, top);
}

/** What lies beyond the moment that is shown is there, behind a veil. */
function drawPresent(pen: Pen, { theme, x, presentS }: Drawing, top: number, bottom: number): void {
  if (presentS === undefined) return;
  const at = x(presentS);
  const right = x.range()[1] ?? 0;
  pen.fillStyle = theme.surface;
  pen.globalAlpha = 0.65;
  if (right > at) pen.fillRect(at, top - 4, right - at, bottom - top + 4);
  pen.globalAlpha = 1;
  pen.fillStyle = theme.colour('--accent');
  pen.fillRect(at - 0.75, top - 4, 1.5, bottom - top + 4);
}

function drawZoom(pen: Pen, { theme, x, drawn }: Drawing, top: number, bottom: number): void {
  if (drawn === undefined) return;
  const [from, to] = [x(drawn.fromS), x(drawn.toS)];
  pen.fillStyle = theme.colour('--accent');
  pen.globalAlpha = 0.14;
  pen.fillRect(from, top - 4, to - from, bottom - top + 4);
  pen.globalAlpha = 1;
  for (const at of [from, to]) pen.fillRect(at - 0.5, top - 4, 1, bottom - top + 4);
}
