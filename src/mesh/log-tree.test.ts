import fc from 'fast-check';
import { expect, test } from 'vitest';
import { at } from '../base/assert.ts';
import { rememberAll, type Restore } from '../base/remember.ts';
import { createLogTree } from './log-tree.ts';
import type { Batch } from './message.ts';

const agents = 3;
const anAgent = fc.nat({ max: agents - 1 });
/** Of so few kinds that logs agree, part, and meet again in the same branch. */
const batch = fc.record({ slot: fc.nat({ max: 1 }), tokens: fc.array(fc.nat({ max: 1 }), { maxLength: 2 }) });
const deed = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('append' as const), agent: anAgent, batch }) },
  fc.record({ do: fc.constant('clear' as const), agent: anAgent }),
  fc.record({ do: fc.constant('remember' as const) }),
  fc.record({ do: fc.constant('go to' as const), moment: fc.nat({ max: 20 }) }),
);

test('the logs in a tree are those that were written, however they part, begin anew and go back in time', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 80 }), (deeds) => {
      const tree = createLogTree(agents);
      let expected: (readonly Batch[])[] = Array.from({ length: agents }, () => []);
      const moments: { readonly logs: typeof expected; readonly restore: Restore }[] = [];
      /** How many of them hold: whoever writes makes void what was remembered of later moments. */
      let valid = 0;
      const write = (agent: number, log: readonly Batch[]): void => {
        expected = expected.with(agent, log);
        moments.length = valid;
      };
      for (const its of deeds) {
        if (its.do === 'append') {
          const written = { slot: its.batch.slot, tokens: Int32Array.from(its.batch.tokens) };
          tree.append(its.agent, written);
          write(its.agent, [...at(expected, its.agent), written]);
        } else if (its.do === 'clear') {
          tree.clear(its.agent);
          write(its.agent, []);
        } else if (its.do === 'remember') {
          moments.length = valid;
          moments.push({ logs: expected, restore: rememberAll(tree) });
          valid = moments.length;
        } else if (moments.length > 0) {
          const place = its.moment % moments.length;
          at(moments, place).restore();
          expected = at(moments, place).logs;
          valid = place + 1;
        }
        expected.forEach((log, agent) => {
          expect([...tree.rows(agent)]).toEqual(log);
          expect(tree.length(agent)).toBe(log.length);
        });
      }
      expect(tree.read(0, -1)).toBeUndefined();
      expect([...tree.rows(0, 1, 2)]).toEqual(at(expected, 0).slice(1, 3));
    }),
    { numRuns: 300 },
  );
});
