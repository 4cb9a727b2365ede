/** A column whose values are written once, each some time after its row came to be; and how it goes back to an earlier moment. */
import type { Growable } from '../base/growable.ts';
import { growableFloat64, growableInt32 } from '../base/growable.ts';
import type { Remembers } from '../base/remember.ts';

type NumberArray = Float64Array | Int32Array;

export interface SettledColumn<A extends NumberArray> extends Remembers {
  /** `absent` where nothing was written yet. */
  readonly values: A;
  /** Rows in the order in which they were written. */
  readonly order: Growable<Int32Array>;
  /** A further row. */
  grow(): void;
  settle(row: number, value: number): void;
}

function createColumn<A extends NumberArray>(column: Growable<A>, allocate: (rows: number) => A, absent: number): SettledColumn<A> {
  const order = growableInt32();
  /** What going back took out of the column, by place in the order: the way forward puts it in again. */
  let taken = allocate(0);

  function takeOut(from: number, to: number): void {
    if (taken.length < to) {
      const grown = allocate(to);
      grown.set(taken);
      taken = grown;
    }
    for (let i = from; i < to; i++) {
      const row = order.values[i] as number;
      taken[i] = column.values[row] as number;
      column.values[row] = absent;
    }
  }

  return {
    get values() {
      return column.values;
    },
    order,
    grow: () => {
      column.push(absent);
    },
    settle(row, value) {
      column.values[row] = value;
      order.push(row);
    },
    remember(memory) {
      const settled = order.length;
      column.remember(memory);
      order.remember(memory);
      // Equal as long as nothing is put back.
      const kept = order.length;
      if (kept < settled) takeOut(kept, settled);
      for (let i = settled; i < kept; i++) column.values[order.values[i] as number] = taken[i] as number;
    },
  };
}

export const settledFloat64 = (): SettledColumn<Float64Array> => createColumn(growableFloat64(), (rows) => new Float64Array(rows), NaN);
export const settledInt32 = (): SettledColumn<Int32Array> => createColumn(growableInt32(), (rows) => new Int32Array(rows), -1);
