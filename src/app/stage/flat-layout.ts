/** The flat stage: every component a circle of its own, side by side in a grid. */

export interface Cell {
  readonly x: number;
  readonly y: number;
  /** Of the phase circle r = 1. */
  readonly radius: number;
}

/** Room around a circle for bands and angles, in its radii. */
const roomPerRadius = 1.55;

/** Columns that make the circles as large as they can be. */
export function gridColumns(cells: number, width: number, height: number): number {
  let best = 1;
  let largest = 0;
  for (let columns = 1; columns <= cells; columns++) {
    const side = Math.min(width / columns, height / Math.ceil(cells / columns));
    if (side <= largest + 1e-9) continue;
    largest = side;
    best = columns;
  }
  return best;
}

/** Where cell `i` of `cells` stands; the last row is centred. Same unit as `width` and `height`. */
export function cellAt(i: number, cells: number, width: number, height: number): Cell {
  const columns = gridColumns(cells, width, height);
  const rows = Math.ceil(cells / columns);
  const row = Math.floor(i / columns);
  const inRow = row === rows - 1 ? cells - row * columns : columns;
  const side = Math.min(width / columns, height / rows);
  return {
    x: width / 2 + ((i % columns) - (inRow - 1) / 2) * (width / columns),
    y: height / 2 + (row - (rows - 1) / 2) * (height / rows),
    radius: side / (2 * roomPerRadius),
  };
}
