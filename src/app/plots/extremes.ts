/**
 * The lowest and the highest value of a growing column, kept for blocks of 8 rows, of 8 such blocks, and so on: what a column
 * is anywhere between two rows is then told in steps that grow with the logarithm of their number. Every value is looked at
 * once when its block is full, and never again.
 */
import type { RowColumn } from '../../worker/frame-rows.ts';
import type { Rows } from '../store/series.ts';

export interface Extremes {
  /** Takes in what the column has got since; `values` may be another array with the same beginning. */
  update(values: Readonly<Float64Array>, length: number): void;
  /**
   * Reads the largest stretch of rows that begins at `row`, ends before `end` and consists of numbers only or of none. Returns
   * its length; `low` and `high` are its extremes, NaN where it has no number.
   */
  next(row: number, end: number): number;
  /** Reads rows `from` … `to` − 1 into `low` and `high`, leaving out what is no number; both are NaN where there is none. */
  range(from: number, to: number): void;
  readonly low: number;
  readonly high: number;
}

/** Blocks of one size: `low` is NaN where none of its rows has a number, Infinity where some have and some have not. */
interface Level {
  /** Its blocks have 2 to this power rows. */
  readonly bits: number;
  count: number;
  low: Float64Array;
  high: Float64Array;
}

const fanBits = 3;
const fan = 1 << fanBits;
const firstCapacity = 64;

export function createExtremes(): Extremes {
  const levels: Level[] = [];
  let column: Readonly<Float64Array> = new Float64Array(0);
  /** Low and high, in an array because a variable that many functions share would take new memory for every number. */
  const found = new Float64Array(2);

  /** Takes the extremes of one more block of a level from the `fan` parts that it consists of. */
  function sumUp(level: Level, lows: Readonly<Float64Array>, highs: Readonly<Float64Array>): void {
    if (level.count === level.low.length) [level.low, level.high] = [doubled(level.low), doubled(level.high)];
    const first = level.count * fan;
    let least = Infinity;
    let greatest = -Infinity;
    let missing = 0;
    for (let i = first; i < first + fan; i++) {
      const value = lows[i] as number;
      if (Number.isNaN(value)) missing++;
      else {
        if (value < least) least = value;
        if ((highs[i] as number) > greatest) greatest = highs[i] as number;
      }
    }
    // What is made of mixed parts is mixed: their lowest is Infinity, their highest −Infinity.
    const isMixed = (missing > 0 && missing < fan) || hasMixed(lows, highs, first);
    level.low[level.count] = isMixed ? Infinity : missing === fan ? NaN : least;
    level.high[level.count] = isMixed ? -Infinity : missing === fan ? NaN : greatest;
    level.count++;
  }

  return {
    update(values, length) {
      column = values;
      for (let k = 0; k === 0 || (levels[k - 1]?.count ?? 0) >= fan; k++) {
        const level = (levels[k] ??= createLevel(fanBits * (k + 1)));
        const below = levels[k - 1];
        const parts = below?.count ?? length;
        while ((level.count + 1) * fan <= parts) sumUp(level, below?.low ?? values, below?.high ?? values);
      }
    },
    next(row, end) {
      let rows = 1;
      let level: Level | undefined;
      for (let k = 0; k < levels.length; k++) {
        const larger = levels[k] as Level;
        const size = 1 << larger.bits;
        const block = row >>> larger.bits;
        if ((row & (size - 1)) !== 0 || row + size > end || block >= larger.count || larger.low[block] === Infinity) break;
        level = larger;
        rows = size;
      }
      found[0] = (level === undefined ? column[row] : level.low[row >>> level.bits]) as number;
      found[1] = (level === undefined ? column[row] : level.high[row >>> level.bits]) as number;
      return rows;
    },
    range(from, to) {
      let least = Infinity;
      let greatest = -Infinity;
      for (let row = from; row < to;) {
        row += this.next(row, to);
        if ((found[0] as number) < least) least = found[0] as number;
        if ((found[1] as number) > greatest) greatest = found[1] as number;
      }
      found[0] = least > greatest ? NaN : least;
      found[1] = least > greatest ? NaN : greatest;
    },
    get low() {
      return found[0] as number;
    },
    get high() {
      return found[1] as number;
    },
  };
}

function createLevel(bits: number): Level {
  return { bits, count: 0, low: new Float64Array(firstCapacity), high: new Float64Array(firstCapacity) };
}

function hasMixed(lows: Readonly<Float64Array>, highs: Readonly<Float64Array>, first: number): boolean {
  for (let i = first; i < first + fan; i++) if ((lows[i] as number) > (highs[i] as number)) return true;
  return false;
}

function doubled(values: Float64Array): Float64Array {
  const larger = new Float64Array(2 * values.length);
  larger.set(values);
  return larger;
}

interface Known {
  readonly version: string;
  readonly columns: Map<RowColumn, Extremes>;
}

const known = new WeakMap<Rows, Known>();

/** Of a column of the run as it stands now. They are made when they are first asked for, and anew where other rows have come in place of known ones. */
export function extremesOf(rows: Rows, name: RowColumn): Extremes {
  const { version } = rows;
  let of = known.get(rows);
  if (of?.version !== version) known.set(rows, (of = { version, columns: new Map() }));
  const extremes = of.columns.get(name) ?? createExtremes();
  of.columns.set(name, extremes);
  extremes.update(rows.column(name), rows.length);
  return extremes;
}
