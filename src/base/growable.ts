/** Typed arrays that double while they are small, then grow by a quarter of themselves: appending is amortised O(1), reading is a plain array access. */
import type { Remembers } from './remember.ts';

type NumberArray = Float64Array | Int32Array | Uint8Array;

/** Remembers how long it was: whoever writes to what it holds already has to remember that. */
export interface Growable<A extends NumberArray> extends Remembers {
  readonly length: number;
  /** The storage: valid for 0 … length − 1, replaced when it grows. */
  readonly values: A;
  push(value: number): void;
  append(more: A): void;
}

/** Below so many values it matters more how often an array is copied than how much of it lies empty. */
const small = 4096;

function createGrowable<A extends NumberArray>(allocate: (capacity: number) => A): Growable<A> {
  let values = allocate(64);
  let length = 0;

  function reserve(wanted: number): void {
    if (wanted <= values.length) return;
    let capacity = values.length;
    while (capacity < wanted) capacity += capacity < small ? capacity : capacity >> 2;
    const grown = allocate(capacity);
    grown.set(values.subarray(0, length));
    values = grown;
  }

  return {
    get length() {
      return length;
    },
    get values() {
      return values;
    },
    push(value) {
      if (length === values.length) reserve(length + 1);
      values[length++] = value;
    },
    append(more) {
      reserve(length + more.length);
      values.set(more, length);
      length += more.length;
    },
    remember(memory) {
      length = memory.value(length);
    },
  };
}

export const growableFloat64 = (): Growable<Float64Array> => createGrowable((capacity) => new Float64Array(capacity));
export const growableInt32 = (): Growable<Int32Array> => createGrowable((capacity) => new Int32Array(capacity));
export const growableUint8 = (): Growable<Uint8Array> => createGrowable((capacity) => new Uint8Array(capacity));
