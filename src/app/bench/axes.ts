/** Axes and grid of a chart, drawn on its canvas. */
import { scaleLinear, type ScaleLinear } from 'd3-scale';
import type { Sheet } from './use-sheet.ts';

export type Scale = ScaleLinear<number, number>;

export interface Axis {
  readonly domain: readonly [number, number];
  /** What is measured, with its unit. */
  readonly label: string;
  readonly text?: (value: number) => string;
  /** Values that are marked, where round numbers are not the right ones. */
  readonly ticks?: readonly number[];
}

export interface Axes {
  readonly x: Scale;
  readonly y: Scale;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const margin = { left: 46, right: 24, top: 24, bottom: 34 } as const;
/** Where what is measured upwards stands: above the grid, from the corner on. */
const labelPx = { x: 6, y: 4 } as const;
const xTickPx = 70;
const yTickPx = 32;
const mostTicks = 8;

export function drawAxes({ context, widthPx, heightPx, theme }: Sheet, across: Axis, up: Axis): Axes {
  const [left, right, top, bottom] = [margin.left, widthPx - margin.right, margin.top, heightPx - margin.bottom];
  const x = scaleLinear([...across.domain], [left, right]);
  const y = scaleLinear([...up.domain], [bottom, top]);
  context.fillStyle = theme.line;
  const yCount = Math.min(mostTicks, Math.max(2, Math.floor((bottom - top) / yTickPx)));
  const yTicks = up.ticks ?? y.ticks(yCount);
  for (const value of yTicks) context.fillRect(left, Math.round(y(value)), right - left, 1);
  const xCount = Math.min(mostTicks, Math.max(2, Math.floor((right - left) / xTickPx)));
  const xTicks = across.ticks ?? x.ticks(xCount);
  for (const value of xTicks) context.fillRect(Math.round(x(value)), bottom, 1, 4);

  context.fillStyle = theme.inkFaint;
  context.textBaseline = 'middle';
  context.textAlign = 'right';
  for (const value of yTicks) context.fillText(up.text?.(value) ?? y.tickFormat(yCount)(value), left - 7, y(value));
  context.textBaseline = 'top';
  context.textAlign = 'center';
  for (const value of xTicks) context.fillText(across.text?.(value) ?? x.tickFormat(xCount)(value), x(value), bottom + 6);
  context.textAlign = 'right';
  context.fillText(across.label, right, bottom + 20);
  context.textAlign = 'left';
  outlined({ context, theme }, up.label, labelPx.x, labelPx.y);
  return { x, y, left, right, top, bottom };
}

/** Words over lines: on a ground of the surface's colour. Letters have few subscripts of their own; `below` is set as one, after words that begin at `x`. */
export function outlined({ context, theme }: Pick<Sheet, 'context' | 'theme'>, text: string, x: number, y: number, below = ''): void {
  context.strokeStyle = theme.surface;
  context.lineWidth = 3;
  const set = (words: string, atX: number, atY: number): void => {
    context.strokeText(words, atX, atY);
    context.fillText(words, atX, atY);
  };
  set(text, x, y);
  if (below === '') return;
  const { font } = context;
  const afterX = x + context.measureText(text).width;
  context.font = font.replace(/[\d.]+/, (px) => String(0.8 * Number(px)));
  set(below, afterX, y + 3);
  context.font = font;
}
