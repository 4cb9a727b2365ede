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

function createColumn<A extends NumberArray>(column: Growable<A>, written: Growable<A>, absent: number): SettledColumn<A> {
  const order = growableInt32();
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
      written.push(value);
    },
    remember() {
      const restores = [column.remember(), order.remember(), written.remember()];
      const kept = order.length;
      return () => {
        const settled = order.length;
        for (const restore of restores) restore();
        for (let i = kept; i < settled; i++) column.values[order.values[i] as number] = absent;
        for (let i = settled; i < kept; i++) column.values[order.values[i] as number] = written.values[i] as number;
      };
    },
  };
}

export const settledFloat64 = (): SettledColumn<Float64Array> => createColumn(growableFloat64(), growableFloat64(), NaN);
export const settledInt32 = (): SettledColumn<Int32Array> => createColumn(growableInt32(), growableInt32(), -1);
