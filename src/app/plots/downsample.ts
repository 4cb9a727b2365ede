/**
 * Many rows on few pixels: of all rows that fall on one pixel column only the first, the lowest, the highest and the
 * last can be seen (Jugel et al. 2014, "M4"). A line through those four has the same pixels as a line through all.
 *
 * Columns are counted from time 0 and not from the edge of the window, so that a row stays in its column and its
 * neighbours while the window moves on; else the line would shimmer.
 */

/** What is left of a line. Its arrays hold more than `count`, and are written anew for every line. */
export interface Columns {
  count: number;
  timeS: Float64Array;
  first: Float64Array;
  low: Float64Array;
  high: Float64Array;
  last: Float64Array;
}

export function createColumns(): Columns {
  const none = new Float64Array(0);
  return { count: 0, timeS: none, first: none, low: none, high: none, last: none };
}

/**
 * Reads rows `from` … `to` − 1 of a line, whose times ascend, into `columns`. A value that is not a number makes a
 * column of its own, at which the line breaks. Infinitely many `columnsPerS` leave every row as it is.
 */
export function readColumns(
  columns: Columns,
  timeS: Readonly<Float64Array>,
  values: Readonly<Float64Array>,
  from: number,
  to: number,
  columnsPerS: number,
): void {
  reserve(columns, to - from);
  columns.count = 0;
  let current = NaN;
  for (let row = from; row < to; row++) {
    const time = timeS[row] as number;
    const value = values[row] as number;
    const column = Math.floor(time * columnsPerS);
    const place = columns.count - 1;
    if (column !== current || Number.isNaN(value) || Number.isNaN(columns.last[place])) {
      current = column;
      open(columns, time, value);
      continue;
    }
    if (value < (columns.low[place] as number)) columns.low[place] = value;
    if (value > (columns.high[place] as number)) columns.high[place] = value;
    columns.last[place] = value;
  }
}

function open(columns: Columns, time: number, value: number): void {
  const place = columns.count;
  columns.timeS[place] = time;
  columns.first[place] = columns.low[place] = columns.high[place] = columns.last[place] = value;
  columns.count += 1;
}

function reserve(columns: Columns, rows: number): void {
  if (columns.timeS.length >= rows) return;
  const capacity = 2 * rows;
  for (const name of ['timeS', 'first', 'low', 'high', 'last'] as const) columns[name] = new Float64Array(capacity);
}
