/** Lines and points of a chart, between its axes. */
import type { Axes } from './axes.ts';
import type { Sheet } from './use-sheet.ts';

export interface LineLook {
  /** Name of a colour in `tokens.css`. */
  readonly token: string;
  readonly dashed?: boolean;
  readonly widthPx?: number;
}

/** A line through points; it is broken where a number is missing (NaN). */
export function drawLine(
  { context, theme }: Sheet,
  { x, y, left, right, top, bottom }: Axes,
  across: readonly number[],
  up: readonly number[],
  { token, dashed = false, widthPx = 2 }: LineLook,
): void {
  context.save();
  context.beginPath();
  context.rect(left, top, right - left, bottom - top);
  context.clip();
  context.strokeStyle = theme.colour(token);
  context.lineWidth = widthPx;
  context.setLineDash(dashed ? [5, 4] : []);
  context.beginPath();
  let broken = true;
  for (const [i, value] of up.entries()) {
    const at = across[i] ?? NaN;
    if (Number.isNaN(value) || Number.isNaN(at)) {
      broken = true;
      continue;
    }
    if (broken) context.moveTo(x(at), y(value));
    else context.lineTo(x(at), y(value));
    broken = false;
  }
  context.stroke();
  context.restore();
}

export function drawDot({ context, theme }: Sheet, atPx: number, upPx: number, radiusPx: number, token: string, ring = false): void {
  context.beginPath();
  context.arc(atPx, upPx, radiusPx, 0, 2 * Math.PI);
  if (ring) {
    context.strokeStyle = theme.colour(token);
    context.lineWidth = 1.5;
    context.stroke();
  } else {
    context.fillStyle = theme.colour(token);
    context.fill();
  }
}

/** An arrow from the middle of a circle to a point in it. */
export function drawArrow({ context, theme }: Sheet, fromX: number, fromY: number, toX: number, toY: number, token: string): void {
  const length = Math.hypot(toX - fromX, toY - fromY);
  context.strokeStyle = theme.colour(token);
  context.fillStyle = theme.colour(token);
  context.lineWidth = 3;
  context.beginPath();
  context.moveTo(fromX, fromY);
  context.lineTo(toX, toY);
  context.stroke();
  if (length < arrowHeadPx) return;
  const [ux, uy] = [(toX - fromX) / length, (toY - fromY) / length];
  context.beginPath();
  context.moveTo(toX + ux * 3, toY + uy * 3);
  context.lineTo(toX - ux * arrowHeadPx - uy * 5, toY - uy * arrowHeadPx + ux * 5);
  context.lineTo(toX - ux * arrowHeadPx + uy * 5, toY - uy * arrowHeadPx - ux * 5);
  context.fill();
}

const arrowHeadPx = 9;
