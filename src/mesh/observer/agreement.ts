/** Agreement: no two agents hold different values in one slot, or different tokens at one log position. */
import { createBitmap } from '../../base/bitmap.ts';
import { growableInt32, growableUint8 } from '../../base/growable.ts';
import type { Remembers } from '../../base/remember.ts';
import type { Batch } from '../message.ts';
import { createFirstValues } from './first-values.ts';
import type { Report } from './violations.ts';

export interface Agreement extends Remembers {
  /** Log positions at which two agents committed different values. */
  readonly conflicts: number;
  /** When the latest of them was seen; −Infinity before the first. */
  readonly lastConflictS: number;
  /** An agent applies a slot, from a position of its log on. */
  slot(agent: number, batch: Batch, position: number, event: number, timeS: number): void;
  /** An agent writes a token at a position of its log. When it is the first to come so far: the position in the longest log; −1 otherwise. */
  token(agent: number, token: number, position: number, event: number, timeS: number): number;
  /** Whether the longest log has the token at a position. */
  holds(token: number, position: number): boolean;
  /** From now on an agent's merged log is what the others are held against. */
  beginWith(agent: number, log: Batch): void;
}

export function createAgreement(report: Report): Agreement {
  /** The longest log, as the first agent to reach a position wrote it. */
  let reference = growableInt32();
  /** Who that was. */
  let writer = growableUint8();
  const firstValues = createFirstValues();
  const conflicted = createBitmap();
  let conflicts = 0;
  let lastConflictS = -Infinity;

  function append(agent: number, token: number): void {
    reference.push(token);
    writer.push(agent);
  }

  function compare(agent: number, token: number, position: number, event: number, timeS: number): void {
    const expected = reference.values[position] as number;
    if (expected === token) return;
    if (conflicted.add(position)) {
      conflicts++;
      lastConflictS = timeS;
    }
    const first = writer.values[position] as number;
    const message = `log position ${position}: token ${token} at agent ${agent}, token ${expected} at agent ${first}`;
    report('agreement', timeS, [first, agent], [event], message);
  }

  return {
    remember(memory) {
      reference = memory.value(reference);
      writer = memory.value(writer);
      conflicts = memory.value(conflicts);
      lastConflictS = memory.value(lastConflictS);
      memory.all(reference, writer, firstValues, conflicted);
    },
    get conflicts() {
      return conflicts;
    },
    get lastConflictS() {
      return lastConflictS;
    },
    slot(agent, batch, position, event, timeS) {
      // Protocols without slots commit with a negative one.
      const first = batch.slot < 0 ? -1 : firstValues.differsFrom(agent, batch);
      if (first === -1) return;
      // Who came first to the slot may be the same agent, that comes to it again with another value.
      const other = first === agent ? 'it held before' : `agent ${first}`;
      const message = `slot ${batch.slot}, log position ${position} on: agent ${agent} holds another value than ${other}`;
      report('agreement', timeS, [first, agent], [event], message);
    },
    token(agent, token, position, event, timeS) {
      if (position < reference.length) {
        compare(agent, token, position, event, timeS);
        return -1;
      }
      append(agent, token);
      return reference.length - 1;
    },
    holds: (token, position) => position < reference.length && reference.values[position] === token,
    beginWith(agent, log) {
      reference = growableInt32();
      writer = growableUint8();
      for (const token of log.tokens) append(agent, token);
    },
  };
}
