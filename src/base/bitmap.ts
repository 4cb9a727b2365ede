/** A set of small whole numbers, one bit each; grows by doubling. */
import type { Remembers } from './remember.ts';

export interface Bitmap extends Remembers {
  has(index: number): boolean;
  /** False when it was there already. */
  add(index: number): boolean;
}

export function createBitmap(): Bitmap {
  let words = new Uint8Array(128);
  return {
    has: (index) => (((words[index >> 3] ?? 0) >> (index & 7)) & 1) === 1,
    add(index) {
      const word = index >> 3;
      while (word >= words.length) {
        const grown = new Uint8Array(words.length * 2);
        grown.set(words);
        words = grown;
      }
      const bit = 1 << (index & 7);
      if (((words[word] as number) & bit) !== 0) return false;
      words[word] = (words[word] as number) | bit;
      return true;
    },
    remember(memory) {
      const kept = memory.value(words.length);
      words.fill(0, kept);
      memory.all(words.subarray(0, kept));
    },
  };
}
