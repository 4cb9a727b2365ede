/** The marks of a plot: partition bands, grid, lines, interventions, cursor. */
import { drawDot, drawLeft, drawLine, type Drawing } from './plot-lines.ts';
import type { PlotLine } from './plot-spec.ts';

type Context = CanvasRenderingContext2D;

/** Narrower bands have no room for a word. */
const labelledBandPx = 48;

export function drawMarks(context: Context, drawing: Drawing): void {
  const { x, y, lines, bases } = drawing;
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
  drawLeft(context, drawing);
  for (let i = lines.length - 1; i >= 0; i--) drawLine(context, drawing, lines[i] as PlotLine, bases[i] as number, bottom);
  drawPresent(context, drawing, top, bottom);
  drawLevelNames(context, drawing, right);
  drawBandNames(context, drawing, left, bottom);
  drawTicks(context, drawing, bottom);
  if (drawing.cursorRow >= 0) drawCursor(context, drawing, top, bottom);
  drawZoom(context, drawing, top, bottom);
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
  const { lines, series, cursorRow, bases, theme, x } = drawing;
  const timeS = series.column('t_s')[cursorRow] as number;
  const at = x(timeS);
  context.fillStyle = theme.inkMuted;
  context.fillRect(at - 0.5, top - 4, 1, bottom - top + 4);
  for (let i = lines.length - 1; i >= 0; i--) drawDot(context, drawing, lines[i] as PlotLine, bases[i] as number, cursorRow, 3.5);
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

/** What lies beyond the moment that is shown is there, behind a veil. */
function drawPresent(context: Context, { theme, x, presentS }: Drawing, top: number, bottom: number): void {
  if (presentS === undefined) return;
  const at = x(presentS);
  const right = x.range()[1] ?? 0;
  context.fillStyle = theme.surface;
  context.globalAlpha = 0.65;
  if (right > at) context.fillRect(at, top - 4, right - at, bottom - top + 4);
  context.globalAlpha = 1;
  context.fillStyle = theme.colour('--accent');
  context.fillRect(at - 0.75, top - 4, 1.5, bottom - top + 4);
}

function drawZoom(context: Context, { theme, x, drawn }: Drawing, top: number, bottom: number): void {
  if (drawn === undefined) return;
  const [from, to] = [x(drawn.fromS), x(drawn.toS)];
  context.fillStyle = theme.colour('--accent');
  context.globalAlpha = 0.14;
  context.fillRect(from, top - 4, to - from, bottom - top + 4);
  context.globalAlpha = 1;
  for (const at of [from, to]) context.fillRect(at - 0.5, top - 4, 1, bottom - top + 4);
}
