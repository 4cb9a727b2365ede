/** Events told one by one: messages as arrows, lost ones cut off with a cross, duplicates dashed, marks on the lifelines. */
import type { ToldEvents } from '../../lab/trace/window.ts';
import type { Sight } from '../../worker/trace-api.ts';
import type { Pen } from '../drawing/pen.ts';
import { colourOf, messageOf } from './kind-groups.ts';
import { faultKinds, mark, markColour } from './draw-marks.ts';
import { isShown, xOf, yOf } from './layout.ts';
import type { Picture } from './picture.ts';

/** Bits and tones as `lab/trace` numbers them. */
const [duplicate, lost] = [1, 2] as const;
const [concurrent, past, self, future] = [0, 1, 2, 3] as const;

const headsUpTo = 500;
const marksUpTo = 4_000;
const labelsUpTo = 90;

export const toneColours = { past: '--series-component-0', future: '--series-component-1' } as const;

export function drawEvents(pen: Pen, picture: Picture, sight: Sight, told: ToldEvents): void {
  const count = told.event.length;
  drawMessages(pen, picture, sight, told);
  if (count <= marksUpTo) drawMarks(pen, picture, sight, told);
  if (count <= labelsUpTo) drawLabels(pen, picture, told, sight.texts);
}

interface Style {
  readonly colour: string;
  readonly alpha: number;
  readonly widthPx: number;
  readonly isDashed: boolean;
  readonly hasHeads: boolean;
  readonly lines: number[];
}

/** Arrows of one look are one path: a canvas draws thousands of lines quickly, but not thousands of strokes. */
function drawMessages(pen: Pen, picture: Picture, sight: Sight, told: ToldEvents): void {
  const { layout, theme, kinds } = picture;
  const count = told.event.length;
  const colours = kinds.map((kind) => colourOf(messageOf(kind) ?? 'message'));
  const styles = new Map<number, Style>();
  const alpha = Math.min(0.85, Math.max(0.3, 500 / count));
  const crosses: number[] = [];
  for (let i = 0; i < count; i++) {
    const from = told.causeAgent[i] as number;
    const agent = told.agent[i] as number;
    if (!isShown(layout, from) || !isShown(layout, agent)) continue;
    const flags = told.flags[i] as number;
    const isLost = (flags & lost) !== 0;
    const kind = told.kind[i] as number;
    const its = messageTone(sight, i);
    const isFaded = sight.tones !== undefined && its === concurrent;
    // Kinds of one colour may be several paths: there are few of them.
    const key = (((its * 2 + Number(isFaded)) * 4 + (flags & (lost | duplicate))) << 8) | kind;
    let style = styles.get(key);
    if (style === undefined) {
      style = {
        colour: its === past ? toneColours.past : its === future ? toneColours.future : isLost ? '--danger' : (colours[kind] ?? ''),
        alpha: isFaded ? 0.1 : sight.tones === undefined ? alpha : 0.9,
        widthPx: sight.tones !== undefined && !isFaded ? 1.5 : 1,
        isDashed: (flags & duplicate) !== 0,
        hasHeads: !isLost && count <= headsUpTo,
        lines: [],
      };
      styles.set(key, style);
    }
    const x1 = xOf(layout, told.causeX[i] as number);
    const y1 = yOf(layout, from);
    const x2 = xOf(layout, told.x[i] as number);
    const y2 = yOf(layout, agent);
    if (!isLost) style.lines.push(x1, y1, x2, y2);
    else {
      // What is dropped at once has no way of its own: it is shown some pixels long.
      const reach = 0.6;
      const endX = x1 + Math.max(6, (x2 - x1) * reach);
      const endY = y1 + (y2 - y1) * (x2 - x1 < 6 ? Math.min(reach, 26 / Math.max(1, Math.abs(y2 - y1))) : reach);
      style.lines.push(x1, y1, endX, endY);
      if (!isFaded) crosses.push(endX, endY);
    }
  }
  for (const style of styles.values()) strokeLines(pen, style, theme.colour(style.colour));
  pen.strokeStyle = theme.colour('--danger');
  pen.lineWidth = 1.5;
  const arm = count <= headsUpTo ? 3.5 : 2;
  pen.beginPath();
  for (let i = 0; i < crosses.length; i += 2) {
    const [x, y] = [crosses[i] as number, crosses[i + 1] as number];
    pen.moveTo(x - arm, y - arm);
    pen.lineTo(x + arm, y + arm);
    pen.moveTo(x - arm, y + arm);
    pen.lineTo(x + arm, y - arm);
  }
  pen.stroke();
}

/** A message belongs to the past when its receipt does, to the future when its send does. */
function messageTone({ tones, causeTones }: Sight, i: number): number {
  if (tones === undefined || causeTones === undefined) return concurrent;
  if (tones[i] === past || tones[i] === self) return past;
  return causeTones[i] === future || causeTones[i] === self ? future : concurrent;
}

function strokeLines(pen: Pen, { lines, alpha, widthPx, isDashed, hasHeads }: Style, colour: string): void {
  pen.strokeStyle = colour;
  pen.fillStyle = colour;
  pen.globalAlpha = alpha;
  pen.lineWidth = widthPx;
  pen.setLineDash(isDashed ? [4, 3] : []);
  pen.beginPath();
  for (let i = 0; i < lines.length; i += 4) {
    pen.moveTo(lines[i] as number, lines[i + 1] as number);
    pen.lineTo(lines[i + 2] as number, lines[i + 3] as number);
  }
  pen.stroke();
  pen.setLineDash([]);
  if (hasHeads) {
    pen.beginPath();
    for (let i = 0; i < lines.length; i += 4) head(pen, lines, i);
    pen.fill();
  }
  pen.globalAlpha = 1;
}

function head(pen: Pen, lines: readonly number[], i: number): void {
  const [x1, y1, x2, y2] = [lines[i] as number, lines[i + 1] as number, lines[i + 2] as number, lines[i + 3] as number];
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length < 8) return;
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  pen.moveTo(x2, y2);
  pen.lineTo(x2 - 6 * ux - 2.4 * uy, y2 - 6 * uy + 2.4 * ux);
  pen.lineTo(x2 - 6 * ux + 2.4 * uy, y2 - 6 * uy - 2.4 * ux);
}

/** Marks of one kind and tone are one path; faults lie above all others. */
function drawMarks(pen: Pen, { layout, theme, kinds }: Picture, { tones }: Sight, told: ToldEvents): void {
  const sizePx = Math.max(1, Math.min(2.6, layout.rowPx / 7, 900 / told.event.length));
  const alike = new Map<number, number[]>();
  for (let i = 0; i < told.event.length; i++) {
    if (!isShown(layout, told.agent[i] as number) || ((told.flags[i] as number) & lost) !== 0) continue;
    const x = xOf(layout, told.x[i] as number);
    if (x < layout.left || x > layout.right) continue;
    const key = ((tones?.[i] ?? self) << 8) | (told.kind[i] as number);
    const its = alike.get(key);
    if (its === undefined) alike.set(key, [i]);
    else its.push(i);
  }
  const kindOf = (key: number): string => kinds[key & 255] ?? '';
  const isFault = (key: number): boolean => faultKinds.includes(kindOf(key));
  for (const [key, events] of [...alike].sort(([a], [b]) => Number(isFault(a)) - Number(isFault(b)))) {
    const [its, kind] = [key >> 8, kindOf(key)];
    const itsPx = isFault(key) ? Math.max(3.5, sizePx * 1.5) : kind === 'validate' || kind === 'apply' ? sizePx * 1.5 : sizePx;
    pen.globalAlpha = its === concurrent ? 0.25 : 1;
    pen.fillStyle = theme.colour(its === past ? toneColours.past : its === future ? toneColours.future : markColour(kind));
    pen.beginPath();
    for (const i of events) mark(pen, kind, xOf(layout, told.x[i] as number), yOf(layout, told.agent[i] as number), itsPx);
    pen.fill();
  }
  pen.globalAlpha = 1;
}

/** Names of sends and of what happens on one agent, or what a log says; where the one before leaves room. */
function drawLabels(pen: Pen, { layout, theme, kinds }: Picture, told: ToldEvents, texts: readonly string[] | undefined): void {
  const end = new Map<number, number>();
  pen.textAlign = 'left';
  pen.fillStyle = theme.inkMuted;
  for (let i = 0; i < told.event.length; i++) {
    const kind = kinds[told.kind[i] as number] ?? '';
    const agent = told.agent[i] as number;
    if (!isShown(layout, agent) || (texts === undefined && /^(receive|lose)-/.test(kind))) continue;
    const text = texts === undefined ? kind.replace(/^send-/, '') : shortened(texts[i] ?? '');
    const row = layout.rows[agent] as number;
    const at = xOf(layout, told.x[i] as number);
    const { width } = pen.measureText(text);
    // At the end of the window there is only room before it.
    const x = at <= layout.right && at + 3 + width > layout.right ? at - 3 - width : at + 3;
    if (x < layout.left || x < (end.get(row) ?? 0)) continue;
    pen.fillText(text, x, yOf(layout, agent) - 5);
    end.set(row, Math.max(at + 3, x + width + 4));
  }
}

function shortened(text: string): string {
  const first = text.split('\n', 1)[0] ?? '';
  return first.length > 32 ? `${first.slice(0, 31)}…` : first;
}
