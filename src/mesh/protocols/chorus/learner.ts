/** What an agent knows to be chosen, and how far it has applied it. Durable. */
import type { Remembers } from '../../../base/remember.ts';
import type { LogTree } from '../../log-tree.ts';
import type { Batch } from '../../message.ts';
import type { Tokens } from '../../tokens.ts';
import type { Rules } from './rules.ts';

export interface Learner extends Remembers {
  readonly firstUnapplied: number;
  /** Shape [M]: how many tokens of each author are applied. */
  readonly applied: Int32Array;
  /** What was chosen in a slot that is applied; undefined in one that is not. */
  chosen(slot: number): Batch | undefined;
  /** The same from a slot on, for so many slots at most. */
  chosenFrom(slot: number, most?: number): Iterable<Batch>;
  /** False when it was known already. */
  learn(batch: Batch): boolean;
  /** The next batch to apply in order, without gaps and each token once; undefined when it is not known. */
  takeNext(): Batch | undefined;
}

/** @param log what each agent has applied, as it was chosen: of this one, nothing. */
export function createLearner(self: number, log: LogTree, agents: number, tokens: Tokens, rules: Rules): Learner {
  const waiting = new Map<number, Batch>();
  const applied = new Int32Array(agents);

  function takeNext(): Batch | undefined {
    const batch = rules.appliesInOrder ? waiting.get(log.length(self)) : waiting.values().next().value;
    if (batch === undefined) return undefined;
    waiting.delete(batch.slot);
    log.append(self, batch);
    const fresh = batch.tokens.every(isFresh) ? batch : { slot: batch.slot, tokens: batch.tokens.filter(isFresh) };
    for (const token of fresh.tokens) {
      const author = tokens.author.values[token] as number;
      applied[author] = (tokens.sequence.values[token] as number) + 1;
    }
    return fresh;
  }

  /** Tokens of one author are applied in the order in which they were made. */
  function isFresh(token: number): boolean {
    return (tokens.sequence.values[token] as number) >= (applied[tokens.author.values[token] as number] as number);
  }

  return {
    remember(memory) {
      memory.map(waiting);
      memory.all(applied);
    },
    get firstUnapplied() {
      return log.length(self);
    },
    applied,
    chosen: (slot) => log.read(self, slot),
    chosenFrom: (slot, most) => log.rows(self, slot, most),
    learn(batch) {
      if (batch.slot < log.length(self) || waiting.has(batch.slot)) return false;
      waiting.set(batch.slot, batch);
      return true;
    },
    takeNext,
  };
}

export function hasPending(known: Int32Array, applied: Int32Array): boolean {
  for (let author = 0; author < known.length; author++) {
    if ((known[author] as number) > (applied[author] as number)) return true;
  }
  return false;
}

/** All known pending tokens in the order (time, author), the time of each token being given. */
export function batchOfPending(slot: number, known: Int32Array, applied: Int32Array, tokens: Tokens, time: Float64Array): Batch {
  const pending: number[] = [];
  for (let author = 0; author < known.length; author++) {
    const own = tokens.byAuthor[author];
    const count = known[author] as number;
    for (let index = applied[author] as number; index < count; index++) {
      if (!tokens.isOrphaned(author, index, count)) pending.push(own?.values[index] as number);
    }
  }
  const author = tokens.author.values;
  pending.sort((a, b) => (time[a] as number) - (time[b] as number) || (author[a] as number) - (author[b] as number));
  return Object.freeze({ slot, tokens: Int32Array.from(pending) });
}
