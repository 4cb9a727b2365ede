/** Marks on the lifelines: shapes as well as colours. What must never fold away has the loudest. */
import { wholeText } from '../../base/whole-text.ts';
import type { CutSpan } from '../../lab/trace/spans.ts';
import type { Pen } from '../drawing/pen.ts';
import { isShown, xOf, yOf } from './layout.ts';
import { line, type Picture } from './picture.ts';

export function markColour(kind: string): string {
  if (kind === 'validate' || kind === 'restart' || kind === 'resume') return '--good';
  if (kind === 'crash' || kind === 'violation') return '--danger';
  if (kind === 'pause' || kind === 'jump') return '--warning';
  return kind === 'generate' ? '--series-generated' : '--ink-muted';
}

export const faultKinds: readonly string[] = ['crash', 'restart', 'pause', 'resume', 'jump'];

/** Adds to the path: a diamond is validated, a square applied, a triangle a fault or its end, a double one a clock that jumps; everything else a dot. */
export function mark(pen: Pen, kind: string, x: number, y: number, sizePx: number): void {
  if (kind === 'apply') pen.rect(x - sizePx * 0.8, y - sizePx * 0.8, sizePx * 1.6, sizePx * 1.6);
  else if (kind === 'validate') polygon(pen, x, y, [0, -1.3, 1.3, 0, 0, 1.3, -1.3, 0], sizePx);
  else if (kind === 'crash' || kind === 'pause') polygon(pen, x, y, [-1.2, -1.4, 1.2, -1.4, 0, 0.8], sizePx);
  else if (kind === 'restart' || kind === 'resume') polygon(pen, x, y, [-1.2, 1.4, 1.2, 1.4, 0, -0.8], sizePx);
  else if (kind === 'jump') {
    for (const dx of [-0.7, 0.5]) polygon(pen, x + dx * sizePx, y, [-0.6, -1.3, 0.9, 0, -0.6, 1.3], sizePx);
  } else {
    pen.moveTo(x + sizePx, y);
    pen.arc(x, y, sizePx, 0, 2 * Math.PI);
  }
}

function polygon(pen: Pen, x: number, y: number, corners: readonly number[], sizePx: number): void {
  pen.moveTo(x + (corners[0] ?? 0) * sizePx, y + (corners[1] ?? 0) * sizePx);
  for (let i = 2; i < corners.length; i += 2) pen.lineTo(x + (corners[i] ?? 0) * sizePx, y + (corners[i + 1] ?? 0) * sizePx);
}

/** Where everything else is drawn by its number: faults on their lifelines, changes of parameters at the upper edge. */
export function drawCountedMarks(pen: Pen, { layout, theme, kinds, sight }: Picture): void {
  const marks = sight?.view.counted?.marks;
  if (marks === undefined) return;
  const sizePx = Math.max(2.4, Math.min(4, layout.rowPx * 0.25));
  marks.x.forEach((value, i) => {
    const kind = kinds[marks.kind[i] as number] ?? '';
    const agent = marks.agent[i] as number;
    const x = xOf(layout, value);
    if (agent >= 0 && !isShown(layout, agent)) return;
    pen.fillStyle = theme.colour(markColour(kind));
    if (agent >= 0) {
      pen.beginPath();
      mark(pen, kind, x, yOf(layout, agent), sizePx);
      pen.fill();
    } else if (kind === 'set') pen.fillRect(x - 0.5, layout.top - 4, 1, 4);
  });
}

/** A violation is seen from afar: a line through the whole, a diamond on everybody that it concerns, its name above. */
export function drawViolations(pen: Pen, { layout, theme, sight }: Picture): void {
  let end = -Infinity;
  for (const { x: value, agents, check } of sight?.violations ?? []) {
    const x = xOf(layout, value);
    if (x < layout.left || x > layout.right) continue;
    pen.strokeStyle = theme.colour('--danger');
    pen.fillStyle = theme.colour('--danger');
    pen.lineWidth = 1.5;
    line(pen, x, layout.top - 2, x, layout.bottom);
    for (const agent of agents) if (isShown(layout, agent)) diamond(pen, x, yOf(layout, agent));
    diamond(pen, x, layout.top - 2);
    if (x + 8 < end) continue;
    pen.textAlign = 'left';
    pen.fillText(check, x + 7, layout.top + 9);
    end = x + 14 + pen.measureText(check).width;
  }
}

function diamond(pen: Pen, x: number, y: number): void {
  pen.beginPath();
  polygon(pen, x, y, [0, -1, 1, 0, 0, 1, -1, 0], 5);
  pen.fill();
}

/** Events that a log lacks: a dashed piece of the lifeline, and their number. */
export function drawHoles(pen: Pen, { layout, theme, sight }: Picture): void {
  for (const { agent, fromX, toX, events } of sight?.holes ?? []) {
    if (!isShown(layout, agent)) continue;
    const from = Number.isNaN(fromX) ? layout.left : Math.max(layout.left, xOf(layout, fromX) + 5);
    const to = Number.isNaN(toX) ? layout.right : Math.min(layout.right, xOf(layout, toX) - 5);
    if (to <= from) continue;
    const y = Math.round(yOf(layout, agent)) + 0.5;
    pen.strokeStyle = theme.surface;
    pen.lineWidth = 3;
    line(pen, from, y, to, y);
    pen.strokeStyle = theme.colour('--warning');
    pen.lineWidth = 1.5;
    pen.setLineDash([2, 3]);
    line(pen, from, y, to, y);
    pen.setLineDash([]);
    const text = `${wholeText(events)} missing`;
    if (to - from < pen.measureText(text).width + 8 || layout.rowPx < 11) continue;
    pen.fillStyle = theme.colour('--warning');
    pen.textAlign = 'center';
    pen.fillText(text, (from + to) / 2, y - 4);
    pen.textAlign = 'left';
  }
}

/** The side that each agent is on in the latest cut that has begun by the end of the window; undefined without one. */
export function sidesAt(cuts: readonly CutSpan[], atS: number): Int32Array | undefined {
  return (cuts.findLast(({ fromS }) => fromS <= atS) ?? cuts[0])?.sides;
}
