import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createTokens } from '../../tokens.ts';
import { mergeInto, withoutRepeats } from './merge.ts';

/** Twenty tokens of four agents, stamped in no order, two with the same stamp. */
const tokens = createTokens(4);
for (let id = 0; id < 20; id++) tokens.generate(id % 4, id, id, (id * 7) % 19);

const log = fc.uniqueArray(fc.nat(19), { maxLength: 12 });
const merge = (a: readonly number[], b: readonly number[]) => {
  const merged = [...a];
  mergeInto(merged, b, tokens);
  return merged;
};

it('merging is commutative, associative and idempotent, so everyone ends with the same log', () => {
  fc.assert(
    fc.property(log, log, log, (a, b, c) => {
      expect(merge(a, b)).toEqual(merge(b, a));
      expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
      expect(merge(a, a)).toEqual(a);
    }),
  );
});

it('the later stamp wins a position and the other token is gone', () => {
  // Stamps: token 1 → 7, token 2 → 14.
  expect(merge([1, 3], [2, 3])).toEqual([2, 3]);
});

it('says whether it changed anything', () => {
  expect(mergeInto([1, 2], [1], tokens)).toBe(false);
  expect(mergeInto([1], [1, 2], tokens)).toBe(true);
});

it('a token that won two positions is read at the first', () => {
  expect([...withoutRepeats([4, 5, 4, 6])]).toEqual([4, 5, 6]);
});
