/** Causal order: what was generated in a token's past stands earlier in the log. */
import { growableInt32 } from '../../base/growable.ts';
import type { Remembers } from '../../base/remember.ts';
import type { Tokens } from '../tokens.ts';
import type { Report } from './violations.ts';

export interface CausalOrder extends Remembers {
  /** @param vector the author's vector clock at that event. */
  generated(token: number, vector: Int32Array): void;
  /** The token has been placed, by an agent that wrote it into the longest log: everything in its past must be there by now. */
  placed(agent: number, token: number, event: number, timeS: number): void;
  /** What the author's disk took with it need not come into the log any more; who waits for it need not wait. */
  lostDisk(author: number): void;
}

export function createCausalOrder(agents: number, tokens: Tokens, report: Report): CausalOrder {
  /** Per token not yet in the longest log: the vector clock at its generation. */
  const pastOf = new Map<number, Int32Array>();
  /** Shape [M] of lists: the author's own event count at each of its tokens; and how many of them the log holds in a row. */
  const generationEvents = Array.from({ length: agents }, growableInt32);
  const referenced = new Int32Array(agents);

  function check(agent: number, token: number, past: Int32Array, event: number, timeS: number): void {
    for (let author = 0; author < agents; author++) {
      const index = referenced[author] as number;
      const events = generationEvents[author];
      if (events === undefined || index >= events.length) continue;
      const earlier = tokens.byAuthor[author]?.values[index] as number;
      if (earlier === token || (events.values[index] as number) > (past[author] as number)) continue;
      const message = `token ${token} stands in the log of agent ${agent} before token ${earlier}, which lies in its past`;
      report('causal order', timeS, [agent], [event], message);
    }
  }

  function advance(author: number): void {
    const own = tokens.byAuthor[author];
    if (own === undefined) return;
    let index = referenced[author] as number;
    while (index < own.length && isPlaced(own.values[index] as number)) index++;
    referenced[author] = index;
  }

  /** What its author's disk took with it is waited for by nobody. */
  const isPlaced = (token: number): boolean => tokens.position.values[token] !== -1 || tokens.isForfeit(token);

  return {
    remember(memory) {
      // By their numbers: as objects those of every state that is kept would fill the heap.
      const waiting = [...pastOf];
      const count = memory.value(waiting.length);
      pastOf.clear();
      for (let i = 0; i < count; i++) {
        const [token, vector] = waiting[i] ?? [-1, undefined];
        const past = memory.putsBack || vector === undefined ? new Int32Array(agents) : vector;
        pastOf.set(memory.value(token), past);
        memory.all(past);
      }
      memory.all(generationEvents, referenced);
    },
    generated(token, vector) {
      const author = tokens.author.values[token] as number;
      generationEvents[author]?.push(vector[author] as number);
      pastOf.set(token, vector.slice());
    },
    placed(agent, token, event, timeS) {
      const past = pastOf.get(token);
      if (past !== undefined) check(agent, token, past, event, timeS);
      pastOf.delete(token);
      advance(tokens.author.values[token] as number);
    },
    lostDisk: advance,
  };
}
