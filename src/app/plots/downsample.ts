/**
 * Many rows on few pixels: of all rows that fall on one pixel column only the first, the lowest, the highest and the
 * last can be seen (Jugel et al. 2014, "M4"). A line through those four has the same pixels as a line through all.
 *
 * Columns are counted from time 0 and not from the edge of the window, so that a row stays in its column and its
 * neighbours while the window moves on; else the line would shimmer.
 */
import type { Extremes } from './extremes.ts';

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
 * Reads rows `from` … `to` − 1 of a line, whose times ascend, into `columns`: in steps by the number of columns, however many
 * rows there are. Where values are missing a column without a value stands for all of them, at which the line breaks.
 */
export function readColumns(
  columns: Columns,
  timeS: Readonly<Float64Array>,
  values: Readonly<Float64Array>,
  extremes: Extremes,
  from: number,
  to: number,
  columnsPerS: number,
): void {
  columns.count = 0;
  for (let row = from; row < to;) {
    const end = endOfColumn(timeS, row, to, columnsPerS);
    readColumn(columns, timeS, values, extremes, row, end);
    row = end;
  }
}

function readColumn(
  columns: Columns,
  timeS: Readonly<Float64Array>,
  values: Readonly<Float64Array>,
  extremes: Extremes,
  from: number,
  end: number,
): void {
  let isOpen = false;
  for (let row = from; row < end;) {
    const rows = extremes.next(row, end);
    const { low, high } = extremes;
    if (Number.isNaN(low)) {
      if (columns.count === 0 || !Number.isNaN(columns.last[columns.count - 1])) open(columns, timeS[row] as number, NaN);
      isOpen = false;
    } else {
      if (!isOpen) open(columns, timeS[row] as number, values[row] as number);
      isOpen = true;
      const place = columns.count - 1;
      if (low < (columns.low[place] as number)) columns.low[place] = low;
      if (high > (columns.high[place] as number)) columns.high[place] = high;
      columns.last[place] = values[row + rows - 1] as number;
    }
    row += rows;
  }
}

/** The first row after `row` that falls on another pixel column, `to` at most: looked for in strides that double. */
function endOfColumn(timeS: Readonly<Float64Array>, row: number, to: number, columnsPerS: number): number {
  const column = Math.floor((timeS[row] as number) * columnsPerS);
  const isInside = (at: number): boolean => Math.floor((timeS[at] as number) * columnsPerS) === column;
  let inside = row;
  let stride = 1;
  while (inside + stride < to && isInside(inside + stride)) {
    inside += stride;
    stride *= 2;
  }
  let outside = Math.min(to, inside + stride);
  while (outside - inside > 1) {
    const middle = (inside + outside) >>> 1;
    if (isInside(middle)) inside = middle;
    else outside = middle;
  }
  return outside;
}

function open(columns: Columns, time: number, value: number): void {
  const place = columns.count;
  if (place === columns.timeS.length) grow(columns);
  columns.timeS[place] = time;
  columns.first[place] = columns.low[place] = columns.high[place] = columns.last[place] = value;
  columns.count += 1;
}

function grow(columns: Columns): void {
  for (const name of ['timeS', 'first', 'low', 'high', 'last'] as const) {
    const larger = new Float64Array(Math.max(firstCapacity, 2 * columns[name].length));
    larger.set(columns[name]);
    columns[name] = larger;
  }
}

/** About as many as a plot has pixels. */
const firstCapacity = 1_024;
