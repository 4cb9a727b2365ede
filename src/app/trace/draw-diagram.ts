/** The space-time diagram (Minkowski's for agents; Lamport 1978, figure 1) on a canvas, back to front. */
import { format } from 'd3-format';
import { scaleLinear } from 'd3-scale';
import type { Axis } from '../../lab/trace/types.ts';
import type { Sight } from '../../worker/trace-api.ts';
import type { PlotTheme } from '../plots/plot-theme.ts';
import { drawCounts } from './draw-counts.ts';
import { drawEvents } from './draw-events.ts';
import { xOf, yOf, type Layout } from './layout.ts';
import { line, type Picture } from './picture.ts';

const sideColours = ['0', '1', '2', '3', '4', '5'].map((n) => `--series-component-${n}`);

export function drawDiagram(context: CanvasRenderingContext2D, picture: Picture): void {
  const { layout, sight } = picture;
  context.save();
  context.beginPath();
  context.rect(layout.left, 0, layout.right - layout.left, layout.bottom + 1);
  context.clip();
  if (sight !== undefined && picture.axis === 'time') drawSides(context, picture, sight);
  drawLifelines(context, picture);
  if (sight !== undefined && picture.axis === 'time') drawOutages(context, picture, sight);
  if (sight?.view.counted !== undefined) drawCounts(context, picture, sight.view.counted, sight.view);
  if (sight?.view.told !== undefined) drawEvents(context, picture, sight, sight.view.told);
  drawFound(context, picture);
  drawChosen(context, picture);
  drawCut(context, picture);
  context.restore();
  drawNames(context, picture);
  drawAxis(context, picture);
}

/** Partitions: the rows of a side are tinted with its colour while the cut lasts, its ends are lines with their names. */
function drawSides(context: CanvasRenderingContext2D, { layout, theme, names }: Picture, { cuts, extent }: Sight): void {
  for (const { fromS, toS, sides } of cuts) {
    const from = Math.max(layout.left, xOf(layout, fromS));
    const to = Math.min(layout.right, xOf(layout, Math.min(toS, Math.max(extent.to, fromS))));
    if (to < layout.left || from > layout.right) continue;
    context.globalAlpha = 0.13;
    for (let row = 0; row < names.length; row++) {
      context.fillStyle = theme.colour(sideColours[(sides[row] ?? 0) % sideColours.length] ?? '--band');
      context.fillRect(from, layout.top + row * layout.rowPx, to - from, layout.rowPx + 0.5);
    }
    context.globalAlpha = 1;
    drawMoment(context, layout, theme, fromS, 'partition');
    if (Number.isFinite(toS)) drawMoment(context, layout, theme, toS, 'heal');
  }
}

function drawMoment(context: CanvasRenderingContext2D, layout: Layout, theme: PlotTheme, atS: number, name: string): void {
  const x = xOf(layout, atS);
  context.strokeStyle = theme.bandLine;
  context.fillStyle = theme.bandLine;
  context.setLineDash([4, 3]);
  context.lineWidth = 1;
  line(context, x, layout.top, x, layout.bottom);
  context.setLineDash([]);
  context.textAlign = 'left';
  context.fillText(name, x + 4, layout.top - 5);
}

function drawLifelines(context: CanvasRenderingContext2D, { layout, theme, names }: Picture): void {
  context.strokeStyle = theme.line;
  context.lineWidth = layout.rowPx < 8 ? 0.5 : 1;
  context.beginPath();
  for (let row = 0; row < names.length; row++) {
    const y = Math.round(yOf(layout, row)) + 0.5;
    context.moveTo(layout.left, y);
    context.lineTo(layout.right, y);
  }
  context.stroke();
}

/** Down: the lifeline has a gap between two bars. Paused: it is hatched. */
function drawOutages(context: CanvasRenderingContext2D, { layout, theme }: Picture, { outages, extent }: Sight): void {
  for (const { agent, state, fromS, toS } of outages) {
    const y = yOf(layout, agent);
    const half = Math.max(2, Math.min(7, layout.rowPx * 0.34));
    const from = xOf(layout, fromS);
    const to = xOf(layout, Math.min(toS, Math.max(extent.to, fromS)));
    if (to < layout.left || from > layout.right) continue;
    context.fillStyle = theme.surface;
    context.fillRect(from, y - half, to - from, 2 * half);
    context.lineWidth = 1.5;
    if (state === 'down') {
      context.strokeStyle = theme.colour('--danger');
      line(context, from, y - half, from, y + half);
      if (Number.isFinite(toS)) line(context, to, y - half, to, y + half);
      if (to - from > 44) {
        context.fillStyle = theme.colour('--danger');
        context.textAlign = 'left';
        context.fillText('down', Math.max(from, layout.left) + 5, y + 3.5);
      }
    } else {
      context.strokeStyle = theme.colour('--warning');
      context.lineWidth = 1;
      context.strokeRect(from, y - half, to - from, 2 * half);
      const end = Math.min(to, layout.right);
      for (let x = Math.max(from, layout.left - 20) + 2; x < end; x += 6) line(context, x, y + half, Math.min(end, x + 2 * half), y - half);
    }
  }
}

function drawFound(context: CanvasRenderingContext2D, { layout, theme, foundX }: Picture): void {
  if (foundX === undefined) return;
  context.fillStyle = theme.colour('--accent');
  for (const value of foundX) {
    const x = xOf(layout, value);
    if (x >= layout.left && x <= layout.right) context.fillRect(x - 1, layout.top - 3, 2, 5);
  }
}

function drawChosen(context: CanvasRenderingContext2D, { layout, theme, chosen }: Picture): void {
  if (chosen === undefined || chosen.agent < 0) return;
  context.strokeStyle = theme.ink;
  context.lineWidth = 2;
  context.beginPath();
  context.arc(xOf(layout, chosen.x), yOf(layout, chosen.agent), 6, 0, 2 * Math.PI);
  context.stroke();
}

function drawCut(context: CanvasRenderingContext2D, { layout, theme, cut, verdict, names }: Picture): void {
  if (cut === undefined) return;
  const isBad = verdict !== undefined && verdict.offending.length > 0;
  context.strokeStyle = theme.colour('--danger');
  context.lineWidth = 2;
  for (const { agent, x, causeAgent, causeX } of verdict?.offending ?? []) {
    line(context, xOf(layout, causeX), yOf(layout, causeAgent), xOf(layout, x), yOf(layout, agent));
  }
  const colour = theme.colour(isBad ? '--danger' : '--good');
  context.strokeStyle = colour;
  context.lineWidth = 2;
  context.beginPath();
  for (let row = 0; row < names.length; row++) {
    const x = Math.max(layout.left - 4, Math.min(layout.right + 4, xOf(layout, cut[row] ?? 0)));
    context.lineTo(x, layout.top + row * layout.rowPx);
    context.lineTo(x, layout.top + (row + 1) * layout.rowPx);
  }
  context.stroke();
  if (layout.rowPx < 9) return;
  context.fillStyle = theme.surface;
  for (let row = 0; row < names.length; row++) {
    context.beginPath();
    context.arc(xOf(layout, cut[row] ?? 0), yOf(layout, row), 4, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }
}

function drawNames(context: CanvasRenderingContext2D, { layout, theme, names }: Picture): void {
  context.fillStyle = theme.inkMuted;
  context.textAlign = 'right';
  const every = Math.max(1, Math.ceil(11 / layout.rowPx));
  const room = layout.left - 10;
  names.forEach((name, row) => {
    if (row % every !== 0) return;
    const short = room < 40 ? name.replace(/^agent /, '') : name;
    context.fillText(fitted(context, short, room), layout.left - 6, yOf(layout, row) + 3.5);
  });
}

function fitted(context: CanvasRenderingContext2D, text: string, room: number): string {
  if (context.measureText(text).width <= room) return text;
  let length = text.length - 1;
  while (length > 1 && context.measureText(`${text.slice(0, length)}…`).width > room) length--;
  return `${text.slice(0, length)}…`;
}

const axisUnit: Readonly<Record<Axis, string>> = { time: ' s', lamport: '', depth: '' };

function drawAxis(context: CanvasRenderingContext2D, { layout, theme, axis }: Picture): void {
  const scale = scaleLinear([layout.from, layout.to], [layout.left, layout.right]);
  const ticks = scale.ticks(Math.max(2, Math.floor((layout.right - layout.left) / 90)));
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  const write = format(step >= 1 ? ',.0f' : `,.${String(Math.min(6, Math.ceil(-Math.log10(step) - 1e-9)))}f`);
  context.fillStyle = theme.inkFaint;
  context.strokeStyle = theme.line;
  context.lineWidth = 1;
  line(context, layout.left, layout.bottom + 0.5, layout.right, layout.bottom + 0.5);
  context.textAlign = 'center';
  for (const tick of ticks) {
    const x = scale(tick);
    line(context, x, layout.bottom, x, layout.bottom + 4);
    if (x > layout.left + 8 && x < layout.right - 12) context.fillText(`${write(tick)}${axisUnit[axis]}`, x, layout.bottom + 16);
  }
}
