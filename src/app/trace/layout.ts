/** Where things stand in the diagram: time to the right, one row a lifeline. All in CSS pixels. */

export interface Layout {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly rowPx: number;
  /** The window of the axis that is in sight. */
  readonly from: number;
  readonly to: number;
}

/** About the width of a letter at the size of the names. */
const letterPx = 6.4;
const margins = { right: 12, top: 18, bottom: 22 } as const;

export function createLayout(widthPx: number, heightPx: number, names: readonly string[], from: number, to: number): Layout {
  const longest = names.reduce((most, name) => Math.max(most, name.length), 0);
  const left = widthPx < 480 ? 30 : Math.min(132, Math.max(68, 14 + longest * letterPx));
  const bottom = heightPx - margins.bottom;
  const rowPx = (bottom - margins.top) / Math.max(1, names.length);
  return { widthPx, heightPx, left, right: widthPx - margins.right, top: margins.top, bottom, rowPx, from, to };
}

export function xOf({ left, right, from, to }: Layout, value: number): number {
  return left + ((value - from) / (to - from)) * (right - left);
}

export function valueOf({ left, right, from, to }: Layout, x: number): number {
  return from + ((x - left) / (right - left)) * (to - from);
}

/** The height of a lifeline. */
export function yOf({ top, rowPx }: Layout, row: number): number {
  return top + (row + 0.5) * rowPx;
}

export interface Window {
  readonly from: number;
  readonly to: number;
}

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
