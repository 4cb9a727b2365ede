/**
 * Going back in time. Whoever has state that changes can remember it, and put it back as it was: in place, so that all who hold
 * the same arrays and objects see it too. What only ever grows is remembered by its length, and what lies behind that stays where it
 * is; so a way forward, to where one came from, is open as long as nothing else has been written there.
 */

/** Puts back what was remembered; may be called any number of times. */
export type Restore = () => void;

export interface Remembers {
  remember(): Restore;
}

type TypedArray = Float64Array | Int32Array | Uint8Array;

/**
 * Remembers everything that the parts hold: objects that remember by themselves, typed arrays, lists, maps, and plain objects,
 * all the way down. Functions hold nothing, and what is frozen stays as it is.
 */
export function rememberAll(...parts: readonly unknown[]): Restore {
  const restores: Restore[] = [];
  const seen = new Set<object>();
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null || seen.has(part) || Object.isFrozen(part)) return;
    seen.add(part);
    if (canRemember(part)) restores.push(part.remember());
    else if (isTyped(part)) restores.push(rememberTyped(part));
    else if (Array.isArray(part)) {
      restores.push(rememberList(part));
      part.forEach(visit);
    } else if (part instanceof Map) {
      restores.push(rememberMap(part));
      for (const value of part.values()) visit(value);
    } else {
      restores.push(rememberFields(part));
      for (const value of Object.values(part)) visit(value);
    }
  };
  parts.forEach(visit);
  return () => {
    for (const restore of restores) restore();
  };
}

/** Which things are on the list, not what they are. */
export function rememberList(list: unknown[]): Restore {
  const kept = list.slice();
  return () => {
    list.length = kept.length;
    for (let i = 0; i < kept.length; i++) list[i] = kept[i];
  };
}

/** Which things are in the map, and in which order, not what they are. */
export function rememberMap<K, V>(map: Map<K, V>): Restore {
  const kept = new Map(map);
  return () => {
    map.clear();
    for (const [key, value] of kept) map.set(key, value);
  };
}

function rememberTyped(array: TypedArray): Restore {
  const kept = array.slice();
  return () => {
    array.set(kept);
  };
}

function rememberFields(object: object): Restore {
  const kept = Object.fromEntries(Object.entries(object).filter(([, value]) => typeof value !== 'function'));
  return () => {
    Object.assign(object, kept);
  };
}

function canRemember(part: object): part is Remembers {
  return 'remember' in part && typeof part.remember === 'function';
}

function isTyped(part: object): part is TypedArray {
  return part instanceof Float64Array || part instanceof Int32Array || part instanceof Uint8Array;
}
