/** Batches one after the other, packed: their tokens in one array and two numbers each, in place of two objects each. */
import { growableInt32 } from '../base/growable.ts';
import type { Remembers } from '../base/remember.ts';
import type { Batch } from './message.ts';

export interface BatchList extends Remembers {
  readonly length: number;
  push(batch: Batch): void;
  /** A copy of the batch at a place. */
  read(index: number): Batch;
  /** Whether the batch at a place has this slot and these tokens. */
  holds(index: number, batch: Batch): boolean;
}

export function createBatchList(): BatchList {
  const slots = growableInt32();
  /** Where the tokens of each batch end. */
  const ends = growableInt32();
  const tokens = growableInt32();

  const startOf = (index: number): number => (index === 0 ? 0 : (ends.values[index - 1] as number));

  return {
    remember: (memory) => {
      memory.all(slots, ends, tokens);
    },
    get length() {
      return slots.length;
    },
    push(batch) {
      for (const token of batch.tokens) tokens.push(token);
      slots.push(batch.slot);
      ends.push(tokens.length);
    },
    read: (index) =>
      Object.freeze({ slot: slots.values[index] as number, tokens: tokens.values.slice(startOf(index), ends.values[index]) }),
    holds(index, batch) {
      const start = startOf(index);
      if (slots.values[index] !== batch.slot || (ends.values[index] as number) - start !== batch.tokens.length) return false;
      for (let i = 0; i < batch.tokens.length; i++) if (tokens.values[start + i] !== batch.tokens[i]) return false;
      return true;
    },
  };
}
