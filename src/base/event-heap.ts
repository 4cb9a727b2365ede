/**
 * A priority queue for a discrete-event simulation: earliest time first, and among equal times first in, first out, so
 * that a run is the same wherever it runs. An entry is two integers, their meaning is the owner's. A 4-ary heap over
 * parallel typed arrays: push and pop allocate nothing but when the queue grows.
 */
import type { Memory, Remembers } from './remember.ts';

export interface EventHeap extends Remembers {
  readonly size: number;
  /** Time of the earliest entry; Infinity when empty. */
  readonly nextTimeS: number;
  push(timeS: number, tag: number, value: number): void;
  /** Removes the earliest entry and leaves it in `timeS`, `tag` and `value`. Must not be called when empty. */
  pop(): void;
  readonly timeS: number;
  readonly tag: number;
  readonly value: number;
}

const arity = 4;

export function createEventHeap(initialCapacity = 1024): EventHeap {
  let times = new Float64Array(initialCapacity);
  let sequences = new Float64Array(initialCapacity);
  let tags = new Int32Array(initialCapacity);
  let values = new Int32Array(initialCapacity);
  let size = 0;
  let pushed = 0;
  let timeS = 0;
  let tag = 0;
  let value = 0;

  function grow(): void {
    const grownTimes = new Float64Array(times.length * 2);
    grownTimes.set(times);
    times = grownTimes;
    const grownSequences = new Float64Array(sequences.length * 2);
    grownSequences.set(sequences);
    sequences = grownSequences;
    const grownTags = new Int32Array(tags.length * 2);
    grownTags.set(tags);
    tags = grownTags;
    const grownValues = new Int32Array(values.length * 2);
    grownValues.set(values);
    values = grownValues;
  }

  function move(from: number, to: number): void {
    times[to] = times[from] as number;
    sequences[to] = sequences[from] as number;
    tags[to] = tags[from] as number;
    values[to] = values[from] as number;
  }

  function place(index: number, time: number, sequence: number, itsTag: number, itsValue: number): void {
    times[index] = time;
    sequences[index] = sequence;
    tags[index] = itsTag;
    values[index] = itsValue;
  }

  function push(time: number, itsTag: number, itsValue: number): void {
    if (size === times.length) grow();
    let hole = size++;
    // A new entry has the highest sequence number, so it rises only past strictly later times.
    while (hole > 0) {
      const parent = ((hole - 1) / arity) | 0;
      if ((times[parent] as number) <= time) break;
      move(parent, hole);
      hole = parent;
    }
    place(hole, time, pushed++, itsTag, itsValue);
  }

  function pop(): void {
    timeS = times[0] as number;
    tag = tags[0] as number;
    value = values[0] as number;
    size--;
    if (size > 0) sink(times[size] as number, sequences[size] as number, tags[size] as number, values[size] as number);
  }

  /** Lets an entry sink from the root to its place. */
  function sink(time: number, sequence: number, itsTag: number, itsValue: number): void {
    let hole = 0;
    for (;;) {
      const first = hole * arity + 1;
      if (first >= size) break;
      const end = Math.min(first + arity, size);
      let least = first;
      let leastTime = times[first] as number;
      for (let child = first + 1; child < end; child++) {
        const childTime = times[child] as number;
        if (childTime < leastTime || (childTime === leastTime && (sequences[child] as number) < (sequences[least] as number))) {
          least = child;
          leastTime = childTime;
        }
      }
      if (leastTime > time || (leastTime === time && (sequences[least] as number) > sequence)) break;
      move(least, hole);
      hole = least;
    }
    place(hole, time, sequence, itsTag, itsValue);
  }

  function remember(memory: Memory): void {
    size = memory.value(size);
    pushed = memory.value(pushed);
    timeS = memory.value(timeS);
    tag = memory.value(tag);
    value = memory.value(value);
    // There is room for it: the queue never becomes shorter.
    memory.all(times.subarray(0, size), sequences.subarray(0, size), tags.subarray(0, size), values.subarray(0, size));
  }

  return {
    remember,
    get size() {
      return size;
    },
    get nextTimeS() {
      return size > 0 ? (times[0] as number) : Infinity;
    },
    push,
    pop,
    get timeS() {
      return timeS;
    },
    get tag() {
      return tag;
    },
    get value() {
      return value;
    },
  };
}
