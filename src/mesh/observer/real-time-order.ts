/** Real-time order: what was validated before another token was generated stands earlier in every log. */
import { createBitmap, type Bitmap } from '../../base/bitmap.ts';
import type { Remembers } from '../../base/remember.ts';
import type { Tokens } from '../tokens.ts';
import type { Report } from './violations.ts';

export interface RealTimeOrder extends Remembers {
  /** An agent has written a token into its log. */
  applied(agent: number, token: number, event: number, timeS: number): void;
  /** A merge dropped a token that had been validated: it is told once, and missed no more. False when it was told before. */
  dropped(token: number): boolean;
  /** The agent's log is another one. */
  begin(agent: number): void;
}

/** @param holds shape [M]: the tokens of each agent's log. */
export function createRealTimeOrder(agents: number, tokens: Tokens, holds: readonly Bitmap[], report: Report): RealTimeOrder {
  const lost = createBitmap();
  /** Per agent: the first validated token, in the order of validation, that its log lacks. */
  const firstMissing = new Int32Array(agents);

  return {
    remember: (memory) => {
      memory.all(lost, firstMissing);
    },
    applied(agent, token, event, timeS) {
      const order = tokens.validationOrder;
      let index = firstMissing[agent] as number;
      while (index < order.length && (holds[agent]?.has(order.values[index] as number) === true || lost.has(order.values[index] as number)))
        index++;
      firstMissing[agent] = index;
      if (index >= order.length) return;
      const missing = order.values[index] as number;
      if ((tokens.validatedS.values[missing] as number) >= (tokens.generatedS.values[token] as number)) return;
      const message = `agent ${agent} committed token ${token} without token ${missing}, validated before it was generated`;
      report('real-time order', timeS, [agent], [event], message);
    },
    dropped: lost.add,
    begin(agent) {
      firstMissing[agent] = 0;
    },
  };
}
