/**
 * All rows of the time series that the page has received of the current run, by columns, for the plots. The columns
 * grow by doubling, so `column(name)` may be longer than `length` and changes its identity when it grows: ask anew at
 * every draw.
 */
import type { Table } from '../../lab/run/types.ts';
import { rowColumns, type RowColumn } from '../../worker/frame-rows.ts';
import type { Frame } from '../../worker/frame.ts';

export interface Rows extends Table<RowColumn> {
  /** Another one says that other rows may have come in place of known ones; without, they only grow in number. */
  readonly version: string;
}

export interface Series extends Rows {
  /** The run that the rows are of: it changes when a new run starts, and then `length` begins at 0 again. */
  readonly generation: number;
  /** Of the run's branches: when another one is begun, the rows that are not of it go into `left`. */
  readonly branch: number;
  /** What the branch that was left last came to after the two part; its first row is the last that they share. */
  readonly left: Rows | undefined;
}

interface GrowingSeries extends Series {
  /** Takes the rows of a frame that follow on from those known; rows of another run start afresh. */
  append(frame: Pick<Frame, 'generation' | 'branch' | 'firstRow' | 'rows' | 'rowValues'>): void;
  restart(generation: number): void;
}

const firstCapacity = 1_024;
const width = rowColumns.length;

export function createSeries(): GrowingSeries {
  let generation = 0;
  let length = 0;
  let branch = 0;
  let left: Rows | undefined;
  let columns = emptyColumns(firstCapacity);

  function restart(next: number): void {
    generation = next;
    length = 0;
    branch = 0;
    left = undefined;
    columns = emptyColumns(firstCapacity);
  }

  function begin(next: number, shared: number): void {
    left = rowsOf(columns, Math.max(0, shared - 1), length);
    branch = next;
    length = shared;
  }

  return {
    get generation() {
      return generation;
    },
    get length() {
      return length;
    },
    get branch() {
      return branch;
    },
    get left() {
      return left;
    },
    column: (name) => columns[rowColumns.indexOf(name)] as Float64Array,
    get version() {
      return `${generation}/${branch}`;
    },
    restart,
    append(frame) {
      if (frame.generation !== generation) restart(frame.generation);
      if (frame.branch !== branch) begin(frame.branch, Math.min(length, frame.firstRow));
      // Rows that do not follow on were asked for with another count in mind: the next frame brings the right ones.
      if (frame.firstRow !== length) return;
      const needed = length + frame.rows;
      if (needed > (columns[0]?.length ?? 0)) columns = grown(columns, needed);
      for (let c = 0; c < width; c++) {
        const column = columns[c] as Float64Array;
        for (let row = 0; row < frame.rows; row++) column[length + row] = frame.rowValues[row * width + c] as number;
      }
      length = needed;
    },
  };
}

function emptyColumns(capacity: number): readonly Float64Array[] {
  return rowColumns.map(() => new Float64Array(capacity));
}

function rowsOf(columns: readonly Float64Array[], from: number, to: number): Rows {
  const kept = columns.map((column) => column.slice(from, to));
  return {
    length: to - from,
    column: (name) => kept[rowColumns.indexOf(name)] as Float64Array,
    version: '',
  };
}

function grown(columns: readonly Float64Array[], needed: number): readonly Float64Array[] {
  return columns.map((column) => {
    const larger = new Float64Array(Math.max(2 * column.length, needed));
    larger.set(column);
    return larger;
  });
}

/** The rows of the run that the page shows. */
export const series = createSeries();
