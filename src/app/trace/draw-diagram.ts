/** The space-time diagram (Minkowski's for agents; Lamport 1978, figure 1) on a canvas, back to front. */
import { format } from 'd3-format';
import { scaleLinear } from 'd3-scale';
import type { Sight } from '../../worker/trace-api.ts';
import type { Pen } from '../drawing/pen.ts';
import type { PlotTheme } from '../plots/plot-theme.ts';
import { drawCounts } from './draw-counts.ts';
import { drawEvents } from './draw-events.ts';
import { drawCountedMarks, drawHoles, drawViolations } from './draw-marks.ts';
import { isShown, xOf, yOf, yOfRow, type Layout } from './layout.ts';
import { line, partingX, type Picture } from './picture.ts';

const sideColours = ['0', '1', '2', '3', '4', '5'].map((n) => `--series-component-${n}`);

/** @param hasAxis false for all but the lowest of several. */
export function drawDiagram(pen: Pen, picture: Picture, hasAxis: boolean): void {
  const { layout, sight } = picture;
  pen.save();
  pen.beginPath();
  pen.rect(layout.left, layout.top - 18, layout.right - layout.left, layout.bottom - layout.top + 19);
  pen.clip();
  if (sight !== undefined && picture.axis === 'time') drawSides(pen, picture, sight);
  drawLifelines(pen, picture);
  drawHoles(pen, picture);
  if (sight !== undefined && picture.axis === 'time') drawOutages(pen, picture, sight);
  if (sight?.view.counted !== undefined) drawCounts(pen, picture, sight.view.counted, sight.view);
  drawCountedMarks(pen, picture);
  if (sight?.view.told !== undefined) drawEvents(pen, picture, sight, sight.view.told);
  drawViolations(pen, picture);
  drawFound(pen, picture);
  drawPartings(pen, picture);
  drawChosen(pen, picture);
  drawCut(pen, picture);
  pen.restore();
  drawNames(pen, picture);
  if (hasAxis) drawAxis(pen, picture);
}

/** Partitions: the rows of a side are tinted with its colour while the cut lasts, its ends are lines with their names. */
function drawSides(pen: Pen, { layout, theme }: Picture, { cuts, extent }: Sight): void {
  for (const { fromS, toS, sides } of cuts) {
    const from = Math.max(layout.left, xOf(layout, fromS));
    const to = Math.min(layout.right, xOf(layout, Math.min(toS, Math.max(extent.to, fromS))));
    if (to < layout.left || from > layout.right) continue;
    pen.globalAlpha = 0.13;
    layout.lanes.forEach(({ agents: [agent = 0] }, row) => {
      pen.fillStyle = theme.colour(sideColours[(sides[agent] ?? 0) % sideColours.length] ?? '--band');
      pen.fillRect(from, layout.top + row * layout.rowPx, to - from, layout.rowPx + 0.5);
    });
    pen.globalAlpha = 1;
    drawMoment(pen, layout, theme, fromS, 'partition');
    const isNarrow = xOf(layout, toS) - xOf(layout, fromS) < pen.measureText('partition').width + 8;
    if (Number.isFinite(toS)) drawMoment(pen, layout, theme, toS, isNarrow ? '' : 'heal');
  }
}

function drawMoment(pen: Pen, layout: Layout, theme: PlotTheme, atS: number, name: string): void {
  const x = xOf(layout, atS);
  pen.strokeStyle = theme.bandLine;
  pen.fillStyle = theme.bandLine;
  pen.setLineDash([4, 3]);
  pen.lineWidth = 1;
  line(pen, x, layout.top, x, layout.bottom);
  pen.setLineDash([]);
  pen.textAlign = 'left';
  pen.fillText(name, x + 4, layout.top - 5);
}

function drawLifelines(pen: Pen, { layout, theme }: Picture): void {
  pen.strokeStyle = theme.line;
  pen.lineWidth = layout.rowPx < 8 ? 0.5 : 1;
  pen.beginPath();
  for (let row = 0; row < layout.lanes.length; row++) {
    const y = Math.round(yOfRow(layout, row)) + 0.5;
    pen.moveTo(layout.left, y);
    pen.lineTo(layout.right, y);
  }
  pen.stroke();
}

/** Down: the lifeline has a gap between two bars. Paused: it is hatched. */
function drawOutages(pen: Pen, { layout, theme }: Picture, { outages, extent }: Sight): void {
  for (const { agent, state, fromS, toS } of outages) {
    if (!isShown(layout, agent)) continue;
    const y = yOf(layout, agent);
    const half = Math.max(2, Math.min(7, layout.rowPx * 0.34));
    const from = xOf(layout, fromS);
    const to = xOf(layout, Math.min(toS, Math.max(extent.to, fromS)));
    if (to < layout.left || from > layout.right) continue;
    pen.fillStyle = theme.surface;
    pen.fillRect(from, y - half, to - from, 2 * half);
    pen.lineWidth = 1.5;
    if (state === 'down') {
      pen.strokeStyle = theme.colour('--danger');
      line(pen, from, y - half, from, y + half);
      if (Number.isFinite(toS)) line(pen, to, y - half, to, y + half);
      if (to - from > 44) {
        pen.fillStyle = theme.colour('--danger');
        pen.textAlign = 'left';
        pen.fillText('down', Math.max(from, layout.left) + 5, y + 3.5);
      }
    } else {
      pen.strokeStyle = theme.colour('--warning');
      pen.lineWidth = 1;
      pen.strokeRect(from, y - half, to - from, 2 * half);
      const end = Math.min(to, layout.right);
      for (let x = Math.max(from, layout.left - 20) + 2; x < end; x += 6) line(pen, x, y + half, Math.min(end, x + 2 * half), y - half);
    }
  }
}

function drawFound(pen: Pen, { layout, theme, foundX }: Picture): void {
  if (foundX === undefined) return;
  pen.fillStyle = theme.colour('--accent');
  pen.beginPath();
  for (const value of foundX) {
    const x = xOf(layout, value);
    if (x >= layout.left && x <= layout.right) pen.rect(x - 1, layout.top - 3, 2, 5);
  }
  pen.fill();
}

function drawChosen(pen: Pen, { layout, theme, chosen }: Picture): void {
  if (chosen === undefined || !isShown(layout, chosen.agent)) return;
  pen.strokeStyle = theme.ink;
  pen.lineWidth = 2;
  pen.beginPath();
  pen.arc(xOf(layout, chosen.x), yOf(layout, chosen.agent), 6, 0, 2 * Math.PI);
  pen.stroke();
}

/** Where a lifeline begins to differ from the same one of the other history; where the first one does, a line through both. */
function drawPartings(pen: Pen, { layout, theme, partings, side }: Picture): void {
  pen.strokeStyle = theme.colour('--warning');
  pen.fillStyle = theme.colour('--warning');
  pen.lineWidth = 1.5;
  const [first] = partings;
  if (first !== undefined) {
    const x = xOf(layout, partingX(first));
    pen.setLineDash([6, 3]);
    line(pen, x, layout.top - 18, x, layout.bottom);
    pen.setLineDash([]);
    pen.textAlign = 'left';
    if (side === 0) pen.fillText('they part', x + 5, layout.top - 5);
  }
  if (layout.rowPx < 5) return;
  const half = Math.min(7, layout.rowPx / 2);
  for (const parting of partings) {
    const own = parting.x[side];
    const agent = parting.agents[side];
    if (!isShown(layout, agent)) continue;
    const x = xOf(layout, Number.isNaN(own) ? partingX(parting) : own);
    line(pen, x, yOf(layout, agent) - half, x, yOf(layout, agent) + half);
  }
}

function drawCut(pen: Pen, { layout, theme, cut, verdict }: Picture): void {
  if (cut === undefined) return;
  const isBad = verdict !== undefined && verdict.offending.length > 0;
  pen.strokeStyle = theme.colour('--danger');
  pen.lineWidth = 2;
  for (const { agent, x, causeAgent, causeX } of verdict?.offending ?? []) {
    if (isShown(layout, agent) && isShown(layout, causeAgent))
      line(pen, xOf(layout, causeX), yOf(layout, causeAgent), xOf(layout, x), yOf(layout, agent));
  }
  const colour = theme.colour(isBad ? '--danger' : '--good');
  pen.strokeStyle = colour;
  pen.lineWidth = 2;
  pen.beginPath();
  layout.lanes.forEach(({ agents: [agent = 0] }, row) => {
    const x = Math.max(layout.left - 4, Math.min(layout.right + 4, xOf(layout, cut[agent] ?? 0)));
    pen.lineTo(x, layout.top + row * layout.rowPx);
    pen.lineTo(x, layout.top + (row + 1) * layout.rowPx);
  });
  pen.stroke();
  if (layout.rowPx < 9) return;
  pen.fillStyle = theme.surface;
  layout.lanes.forEach(({ agents: [agent = 0] }, row) => {
    pen.beginPath();
    pen.arc(xOf(layout, cut[agent] ?? 0), yOfRow(layout, row), 4, 0, 2 * Math.PI);
    pen.fill();
    pen.stroke();
  });
}

/** A title may reach into the diagram, above its first lifeline. */
const titlePx = 60;

function drawNames(pen: Pen, { layout, theme, title }: Picture): void {
  if (title !== undefined) {
    pen.fillStyle = theme.ink;
    pen.textAlign = 'left';
    pen.fillText(fitted(pen, title, layout.left + titlePx), 4, layout.top - 5);
  }
  pen.textAlign = 'right';
  const every = Math.max(1, Math.ceil(11 / layout.rowPx));
  const room = layout.left - 10;
  layout.lanes.forEach(({ name, isPinned, group }, row) => {
    const before = layout.lanes[row - 1];
    if (before !== undefined && (before.group !== group || before.isPinned !== isPinned)) {
      pen.strokeStyle = theme.colour('--line-strong');
      pen.lineWidth = 1;
      const y = Math.round(layout.top + row * layout.rowPx) + 0.5;
      line(pen, 0, y, layout.right, y);
    }
    if (row % every !== 0) return;
    pen.fillStyle = isPinned ? theme.ink : theme.inkMuted;
    const short = room < 40 ? name.replace(/^agent /, '') : name;
    pen.fillText(fitted(pen, short, room), layout.left - 6, yOfRow(layout, row) + 3.5);
  });
}

/** Measured once: names are drawn anew with every frame. */
const fits = new Map<string, string>();
const maxFits = 5_000;

function fitted(pen: Pen, text: string, room: number): string {
  const key = `${String(room)} ${text}`;
  const known = fits.get(key);
  if (known !== undefined) return known;
  const isWider = (one: string): boolean => pen.measureText(one).width > room;
  let length = text.length;
  const cut = (): string => (length === text.length ? text : `${text.slice(0, length)}…`);
  while (length > 1 && isWider(cut())) length--;
  if (fits.size > maxFits) fits.clear();
  fits.set(key, cut());
  return cut();
}

function drawAxis(pen: Pen, { layout, theme, unit }: Picture): void {
  const scale = scaleLinear([layout.from, layout.to], [layout.left, layout.right]);
  const wanted = scale.ticks(Math.max(2, Math.floor((layout.right - layout.left) / 90)));
  const ticks = unit !== '' ? wanted : wanted.filter(Number.isInteger);
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  const write = format(step >= 1 ? ',.0f' : `,.${String(Math.min(6, Math.ceil(-Math.log10(step) - 1e-9)))}f`);
  pen.fillStyle = theme.inkFaint;
  pen.strokeStyle = theme.line;
  pen.lineWidth = 1;
  line(pen, layout.left, layout.bottom + 0.5, layout.right, layout.bottom + 0.5);
  pen.textAlign = 'center';
  for (const tick of ticks) {
    const x = scale(tick);
    line(pen, x, layout.bottom, x, layout.bottom + 4);
    if (x > layout.left + 8 && x < layout.right - 12) pen.fillText(`${write(tick)}${unit}`, x, layout.bottom + 16);
  }
}
