import { describe, expect, it } from 'vitest';
import { normalQuantile } from './normal-quantile.ts';
import { normalsFromWords } from './normal-table.ts';
import { philox4x32 } from './philox.ts';

function normalOf(word: number): number {
  const out = new Float64Array(1);
  normalsFromWords(Int32Array.of(word), 0, 1, out, 0);
  return out[0] ?? NaN;
}

/** Words of every size: as many leading zeros as bits are shifted out. */
function* wordsOfEverySize(count: number): Generator<number> {
  const four = new Uint32Array(4);
  for (let i = 0; i < count; i++) {
    philox4x32(i, 0, 0, 0, 7, 7, four);
    yield (four[0] ?? NaN) >>> (1 + (i % 31));
  }
}

describe('the normal number of a word', () => {
  // A unit of a word is worth 5.8·10⁻¹⁰ where the normal density is highest, and more elsewhere.
  it('is the quantile that the word stands for, to 6·10⁻¹¹', () => {
    for (const word of [0, 1, 2, 3, 2 ** 31 - 1, 2 ** 30, 2 ** 30 - 1, ...wordsOfEverySize(100_000)]) {
      const error = normalOf(word) + normalQuantile((word + 0.5) / 2 ** 32);
      expect(Math.abs(error), `word ${String(word)}`).toBeLessThan(6e-11);
    }
  });

  it('changes its sign, and nothing else, when all bits of the word are turned', () => {
    for (const word of [0, 1, 2 ** 31 - 1, ...wordsOfEverySize(1000)]) expect(normalOf(~word)).toBe(-normalOf(word));
  });

  it('falls from 6.34 to 0 as the word grows from 0 to 2³¹ − 1', () => {
    const list = [...wordsOfEverySize(5000)].sort((a, b) => a - b).map(normalOf);
    expect(list.every((x, i) => i === 0 || x <= (list[i - 1] ?? NaN))).toBe(true);
    expect(normalOf(0)).toBeCloseTo(6.338, 3);
    expect(normalOf(2 ** 31 - 1)).toBeCloseTo(2.9e-10, 10);
  });
});
