/**
 * All rows of the time series that the page has received of the current run, by columns, for the plots. The columns
 * grow by doubling, so `column(name)` may be longer than `length` and changes its identity when it grows: ask anew at
 * every draw.
 */
import type { Table, TimeseriesColumn } from '../../lab/run/types.ts';
import { rowColumns, type Frame } from '../../worker/frame.ts';

export interface Series extends Table<TimeseriesColumn> {
  /** The run that the rows are of: it changes when a new run starts, and then `length` begins at 0 again. */
  readonly generation: number;
}

interface GrowingSeries extends Series {
  /** Takes the rows of a frame that follow on from those known; rows of another run start afresh. */
  append(frame: Pick<Frame, 'generation' | 'firstRow' | 'rows' | 'rowValues'>): void;
  restart(generation: number): void;
}

const firstCapacity = 1_024;
const width = rowColumns.length;

export function createSeries(): GrowingSeries {
  let generation = 0;
  let length = 0;
  let columns = emptyColumns(firstCapacity);

  function restart(next: number): void {
    generation = next;
    length = 0;
    columns = emptyColumns(firstCapacity);
  }

  return {
    get generation() {
      return generation;
    },
    get length() {
      return length;
    },
    column: (name) => columns[rowColumns.indexOf(name)] as Float64Array,
    restart,
    append(frame) {
      if (frame.generation !== generation) restart(frame.generation);
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

function grown(columns: readonly Float64Array[], needed: number): readonly Float64Array[] {
  return columns.map((column) => {
    const larger = new Float64Array(Math.max(2 * column.length, needed));
    larger.set(column);
    return larger;
  });
}

/** The rows of the run that the page shows. */
export const series = createSeries();
