/**
 * Going back in time. Whoever has state that changes says in `remember` what it consists of, once for both directions: while a state
 * is kept the values go onto a tape, and while it is put back they come from there, in the same order. Things are put back in place,
 * so that all who hold the same arrays and objects see it too. What only ever grows is remembered by its length, and what lies behind
 * that stays where it is; so a way forward, to where one came from, is open as long as nothing else has been written there.
 *
 * A tape is a few typed arrays and one list: a run keeps many states, and as objects of their own its numbers would fill the heap.
 */
import { assert } from './assert.ts';

/** Puts back what was remembered; may be called any number of times. */
export type Restore = () => void;

export interface Memory {
  /**
   * What it is while a state is kept, what it was while one is put back: `x = memory.value(x)` serves both. Of an object that is
   * which one it is, not what it holds. What decides where something else lies must be put back before it.
   */
  value<T>(now: T): T;
  /** Which things are on the list, not what they are. */
  list(list: unknown[]): void;
  /** Which things are in the map, and in which order, not what they are. */
  map<K, V>(map: Map<K, V>): void;
  /**
   * Everything that the parts hold: objects that remember by themselves, typed arrays, lists, maps, and plain objects, all the way
   * down. Functions hold nothing, and what is frozen stays as it is.
   */
  all(...parts: readonly unknown[]): void;
  /** Whether a state is put back. */
  readonly putsBack: boolean;
}

export interface Remembers {
  remember(memory: Memory): void;
}

/** Remembers everything that the parts hold, as `Memory.all` says. */
export function rememberAll(...parts: readonly unknown[]): Restore {
  const recorder = createRecorder();
  createMemory(recorder).all(...parts);
  const tape = recorder.end();
  return () => {
    const player = createPlayer(tape);
    createMemory(player).all(...parts);
    player.end();
  };
}

function createMemory(head: Head): Memory {
  const seen = new Set<object>();

  function list(items: unknown[]): void {
    const length = head.value(items.length);
    if (items.length > length) items.length = length;
    for (let i = 0; i < length; i++) items[i] = head.value(items[i]);
  }

  function map<K, V>(items: Map<K, V>): void {
    const entries = [...items];
    const size = head.value(items.size);
    items.clear();
    for (let i = 0; i < size; i++) {
      const [key, value] = entries[i] ?? [];
      items.set(head.value(key) as K, head.value(value) as V);
    }
  }

  function fields(object: Record<string, unknown>): void {
    const keys = Object.keys(object);
    assert(head.value(keys.length) === keys.length, 'an object that keeps its fields');
    for (const key of keys) if (typeof object[key] !== 'function') object[key] = head.value(object[key]);
  }

  function visit(part: unknown): void {
    if (typeof part !== 'object' || part === null || seen.has(part) || Object.isFrozen(part)) return;
    seen.add(part);
    if (remembers(part)) part.remember(memory);
    else if (isTyped(part)) head.array(part);
    else if (Array.isArray(part)) {
      list(part);
      part.forEach(visit);
    } else if (part instanceof Map) {
      map(part);
      part.forEach(visit);
    } else {
      fields(part as Record<string, unknown>);
      Object.values(part).forEach(visit);
    }
  }

  const memory: Memory = {
    value: head.value,
    list,
    map,
    all: (...parts) => {
      parts.forEach(visit);
    },
    putsBack: head.putsBack,
  };
  return memory;
}

function remembers(part: object): part is Remembers {
  return 'remember' in part && typeof part.remember === 'function';
}

type TypedArray = Float64Array | Int32Array | Uint8Array;

function isTyped(part: object): part is TypedArray {
  return part instanceof Float64Array || part instanceof Int32Array || part instanceof Uint8Array;
}

/** What reads or writes a tape. */
interface Head {
  readonly putsBack: boolean;
  /** @returns what was named, or what it was: of the same type, for it is named by the same line. */
  value<T>(now: T): T;
  array(array: TypedArray): void;
}

interface Tape {
  readonly floats: Float64Array;
  readonly ints: Int32Array;
  readonly bytes: Uint8Array;
  readonly things: readonly unknown[];
}

/** Larger arrays are copied as they are: no tape has to grow for them. */
const maxOnTape = 65_536;

/** What a value is, as a byte on the tape: of some that is all. */
const mark = { float: 0, undefined: 1, true: 2, false: 3, thing: 4 } as const;

function createRecorder(): Head & { end(): Tape } {
  const floats = createTrack<Float64Array>((length) => new Float64Array(length));
  const ints = createTrack<Int32Array>((length) => new Int32Array(length));
  const bytes = createTrack<Uint8Array>((length) => new Uint8Array(length));
  const things: unknown[] = [];

  function marked(value: unknown): number {
    if (typeof value === 'number') {
      floats.push(value);
      return mark.float;
    }
    if (value === undefined) return mark.undefined;
    if (typeof value === 'boolean') return value ? mark.true : mark.false;
    things.push(value);
    return mark.thing;
  }

  return {
    putsBack: false,
    value(now) {
      bytes.push(marked(now));
      return now;
    },
    array(array) {
      if (array.length > maxOnTape) things.push(array.slice());
      else if (array instanceof Float64Array) floats.append(array);
      else if (array instanceof Int32Array) ints.append(array);
      else bytes.append(array);
    },
    end: () => ({ floats: floats.cut(), ints: ints.cut(), bytes: bytes.cut(), things: things.slice() }),
  };
}

function createPlayer({ floats, ints, bytes, things }: Tape): Head & { end(): void } {
  const at = { float: 0, int: 0, byte: 0, thing: 0 };

  function next(): unknown {
    switch (bytes[at.byte++]) {
      case mark.float:
        return floats[at.float++];
      case mark.undefined:
        return undefined;
      case mark.true:
        return true;
      case mark.false:
        return false;
      default:
        return things[at.thing++];
    }
  }

  return {
    putsBack: true,
    value: <T>(_: T) => next() as T,
    array(array) {
      const { length } = array;
      if (length > maxOnTape) array.set(things[at.thing++] as TypedArray);
      else if (array instanceof Float64Array) array.set(floats.subarray(at.float, (at.float += length)));
      else if (array instanceof Int32Array) array.set(ints.subarray(at.int, (at.int += length)));
      else array.set(bytes.subarray(at.byte, (at.byte += length)));
    },
    end() {
      const isOver = at.float === floats.length && at.int === ints.length && at.byte === bytes.length && at.thing === things.length;
      assert(isOver, 'everything that was kept is put back');
    },
  };
}

/** Numbers of one size, one after the other. */
interface Track<A extends TypedArray> {
  push(value: number): void;
  append(array: A): void;
  /** What is on it, with no room behind it. */
  cut(): A;
}

function createTrack<A extends TypedArray>(allocate: (length: number) => A): Track<A> {
  let values = allocate(1_024);
  let length = 0;

  function reserve(more: number): void {
    if (length + more <= values.length) return;
    const grown = allocate(2 * (length + more));
    grown.set(values);
    values = grown;
  }

  return {
    push(value) {
      reserve(1);
      values[length++] = value;
    },
    append(array) {
      reserve(array.length);
      values.set(array, length);
      length += array.length;
    },
    cut: () => values.slice(0, length) as A,
  };
}
