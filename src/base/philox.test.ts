import { describe, expect, it } from 'vitest';
import { philox4x32, philoxBlocks } from './philox.ts';

/** The three Philox4x32-10 lines of Random123's `kat_vectors`: counter, key, result. */
const published = [
  '00000000 00000000 00000000 00000000 00000000 00000000 6627e8d5 e169c58d bc57ac4c 9b00dbd8',
  'ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff 408f276d 41c83b0e a20bc7c6 6d5451fd',
  '243f6a88 85a308d3 13198a2e 03707344 a4093822 299f31d0 d16cfe09 94fdcceb 5001e420 24126ea1',
];

describe('philox4x32', () => {
  it.each(published)('gives the published known answer for %s', (line) => {
    const words = Uint32Array.from(line.split(' '), (word) => Number.parseInt(word, 16));
    const [c0 = 0, c1 = 0, c2 = 0, c3 = 0, k0 = 0, k1 = 0] = words;
    const out = new Uint32Array(4);
    philox4x32(c0, c1, c2, c3, k0, k1, out);
    expect([...out]).toEqual([...words.slice(6)]);
  });

  it('agrees with a wide-integer formulation on counters and keys of every size', () => {
    const out = new Uint32Array(4);
    let state = 0x2545f491;
    const next = (): number => (state = (Math.imul(state, 0x5851f42d) + 0x14057b7e) | 0) >>> 0;
    for (let trial = 0; trial < 500; trial++) {
      const words = Array.from({ length: 6 }, () => next() >>> (trial % 32));
      const [c0 = 0, c1 = 0, c2 = 0, c3 = 0, k0 = 0, k1 = 0] = words;
      philox4x32(c0, c1, c2, c3, k0, k1, out);
      expect([...out]).toEqual(wide(words));
    }
  });

  it('gives a row of blocks the same words one by one as together, across the end of the counter', () => {
    const together = new Uint32Array(20).fill(7);
    const one = new Uint32Array(4);
    philoxBlocks(0xfffffffe, 4, 1, 2, 3, 4, 5, together);
    for (let block = 0; block < 4; block++) {
      philox4x32((0xfffffffe + block) % 2 ** 32, 1, 2, 3, 4, 5, one);
      expect([...together.slice(4 * block, 4 * block + 4)]).toEqual([...one]);
    }
    expect([...together.slice(16)]).toEqual([7, 7, 7, 7]);
  });
});

/** Philox4x32-10 over BigInt, as the paper writes it. */
function wide(words: readonly number[]): number[] {
  const mask = 0xffffffffn;
  let [c0 = 0n, c1 = 0n, c2 = 0n, c3 = 0n, k0 = 0n, k1 = 0n] = words.map(BigInt);
  for (let round = 0; round < 10; round++) {
    const a = 0xd2511f53n * c0;
    const b = 0xcd9e8d57n * c2;
    [c0, c1, c2, c3] = [(b >> 32n) ^ c1 ^ k0, b & mask, (a >> 32n) ^ c3 ^ k1, a & mask];
    k0 = (k0 + 0x9e3779b9n) & mask;
    k1 = (k1 + 0xbb67ae85n) & mask;
  }
  return [c0, c1, c2, c3].map(Number);
}
