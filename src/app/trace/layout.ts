/** Where things stand in the diagram: time to the right, one row a lifeline. All in CSS pixels. */
import type { Axis } from '../../lab/trace/types.ts';
import type { Source } from '../../worker/trace-api.ts';
import type { Lane } from './lanes.ts';

export interface Layout {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly rowPx: number;
  readonly lanes: readonly Lane[];
  /** Shape [agents]: the row of each; −1 for those that are hidden. */
  readonly rows: Int32Array;
  /** The window of the axis that is in sight. */
  readonly from: number;
  readonly to: number;
}

/** A log has no times, but an order. */
export function unitOf(axis: Axis, source: Source): '' | ' s' {
  return axis === 'time' && typeof source !== 'number' ? ' s' : '';
}

/** About the width of a letter at the size of the names. */
const letterPx = 6.4;
const margins = { right: 12, top: 18, bottom: 22 } as const;

/** One or several histories above each other: they share the axis below, and the width that their names need. */
export function createLayouts(
  widthPx: number,
  heightPx: number,
  histories: readonly { readonly agents: number; readonly lanes: readonly Lane[] }[],
  { from, to }: Window,
): readonly Layout[] {
  const lanes = histories.flatMap((history) => history.lanes);
  const longest = lanes.reduce((most, { name }) => Math.max(most, name.length), 0);
  const left = widthPx < 480 ? 30 : Math.min(132, Math.max(68, 14 + longest * letterPx));
  const paneHeightPx = (heightPx - margins.bottom) / histories.length;
  return histories.map((history, i) => {
    const top = i * paneHeightPx + margins.top;
    const bottom = (i + 1) * paneHeightPx;
    const rows = new Int32Array(history.agents).fill(-1);
    history.lanes.forEach(({ agents }, row) => {
      for (const agent of agents) rows[agent] = row;
    });
    const rowPx = (bottom - top) / Math.max(1, history.lanes.length);
    return { widthPx, heightPx, left, right: widthPx - margins.right, top, bottom, rowPx, lanes: history.lanes, rows, from, to };
  });
}

export function xOf({ left, right, from, to }: Layout, value: number): number {
  return left + ((value - from) / (to - from)) * (right - left);
}

export function valueOf({ left, right, from, to }: Layout, x: number): number {
  return from + ((x - left) / (right - left)) * (to - from);
}

/** The height of a row. */
export function yOfRow({ top, rowPx }: Layout, row: number): number {
  return top + (row + 0.5) * rowPx;
}

/** Whether the agent's lifeline is drawn. */
export function isShown({ rows }: Layout, agent: number): boolean {
  return (rows[agent] ?? -1) >= 0;
}

/** The height of the lifeline of an agent that is shown. */
export function yOf(layout: Layout, agent: number): number {
  return yOfRow(layout, layout.rows[agent] ?? -1);
}

export interface Window {
  readonly from: number;
  readonly to: number;
}

export const firstWindow: Window = { from: 0, to: 1 };

/** The same window a `factor` wider, with the value under the pointer where it is. */
export function zoomed({ from, to }: Window, factor: number, about: number, least: number, most: number): Window {
  const width = Math.min(most, Math.max(least, (to - from) * factor));
  const share = (about - from) / (to - from);
  const begin = about - share * width;
  return { from: begin, to: begin + width };
}

/** A window that shows nothing is of no use: at least its middle stays within what there is. */
export function kept({ from, to }: Window, extent: Window): Window {
  const middle = (from + to) / 2;
  const shift = Math.min(Math.max(middle, extent.from), Math.max(extent.from, extent.to)) - middle;
  return { from: from + shift, to: to + shift };
}

/** The same width, with the newest value at its end; a history that has hardly begun fills it from the left. */
export function followed({ from, to }: Window, newest: number): Window {
  const width = to - from;
  const end = Math.max(newest, Math.min(firstWindow.to, width));
  return { from: end - width, to: end };
}
