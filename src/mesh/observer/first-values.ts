/** Who was the first to apply each slot, and what it holds there: what all the others are held against. */
import { growableUint8 } from '../../base/growable.ts';
import type { Remembers } from '../../base/remember.ts';
import { createBatchList } from '../batch-list.ts';
import type { Batch } from '../message.ts';
import { settledInt32 } from '../settled-column.ts';

export interface FirstValues extends Remembers {
  /** Takes in what an agent applies. The first to have applied that slot, when it holds something else there; −1 otherwise. */
  differsFrom(agent: number, batch: Batch): number;
}

export function createFirstValues(): FirstValues {
  /** By slot: its row, in the order in which slots were first applied; −1 where nobody has. */
  const rowOf = settledInt32();
  const agents = growableUint8();
  const batches = createBatchList();
  let slots = 0;

  return {
    remember(memory) {
      slots = memory.value(slots);
      memory.all(rowOf, agents, batches);
    },
    differsFrom(agent, batch) {
      for (; slots <= batch.slot; slots++) rowOf.grow();
      const row = rowOf.values[batch.slot] as number;
      if (row !== -1) return batches.holds(row, batch) ? -1 : (agents.values[row] as number);
      rowOf.settle(batch.slot, agents.length);
      agents.push(agent);
      batches.push(batch);
      return -1;
    },
  };
}
