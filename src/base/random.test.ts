/** The words are Philox's own (`philox.test.ts`); here: what is made of them. Seeds are fixed, so a pass stays a pass. */
import { describe, expect, it } from 'vitest';
import { draw, fillNormals, fillUniforms, normalFrom, streams } from './random.ts';

const seed = 42;
const count = 400_000;
const { fieldNoise } = streams;

function normals(
  step: number,
  options: { seed?: number; stream?: typeof fieldNoise; firstBlock?: number; component?: number } = {},
): Float64Array {
  const out = new Float64Array(count);
  fillNormals(options.seed ?? seed, options.stream ?? fieldNoise, step, options.component ?? 0, options.firstBlock ?? 0, count / 16, out);
  return out;
}

function uniforms(of: typeof streams.networkDelay = streams.networkDelay): Float64Array {
  const out = new Float64Array(4);
  return Float64Array.from({ length: count }, (_, i) => {
    if (i % 4 === 0) draw(seed, of, i >> 2, 3, 5, out);
    return out[i % 4] ?? NaN;
  });
}

const mean = (list: Float64Array, f: (x: number, i: number) => number): number =>
  list.reduce((sum, x, i) => sum + f(x, i), 0) / list.length;

/** Φ(x) by its series, Marsaglia 2004; to 14 digits for |x| < 7. */
function normalDistribution(x: number): number {
  let term = x;
  let sum = x;
  for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) sum += term *= (x * x) / k;
  return 0.5 + (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
}

/** √n · sup |empirical − stated distribution|; above 2.3 with probability 2·e^(−2·2.3²) = 5·10⁻⁵ (Kolmogorov 1933). */
function kolmogorovSmirnov(list: Float64Array, distribution: (x: number) => number): number {
  const n = list.length;
  const largest = list.toSorted().reduce((d, x, i) => {
    const f = distribution(x);
    return Math.max(d, f - i / n, (i + 1) / n - f);
  }, 0);
  return Math.sqrt(n) * largest;
}

/** Means over the pairs of x·y and (x² − 1)(y² − 1), in standard errors 1/√n and 2/√n. */
function dependence(x: Float64Array, y: Float64Array): number[] {
  const rootN = Math.sqrt(x.length);
  return [rootN * mean(x, (a, i) => a * (y[i] ?? NaN)), (rootN / 2) * mean(x, (a, i) => (a * a - 1) * ((y[i] ?? NaN) ** 2 - 1))];
}

/** The numbers made of the generator's word k, counter by counter. */
const lane = (list: Float64Array, k: number): Float64Array => list.filter((_, i) => ((i >> 2) & 3) === k);

/** Every entry within 4.5 standard errors: among the 30 comparisons of this file, chance exceeds that once in 5000 seeds. */
function expectWithinChance(inStandardErrors: readonly number[]): void {
  for (const value of inStandardErrors) expect(Math.abs(value)).toBeLessThan(4.5);
}

describe('normal numbers', () => {
  it('have the moments 0, 1, 0, 3', () => {
    const list = normals(7);
    const rootN = Math.sqrt(count);
    // Var x^k is 1, 2, 15, 96 for k = 1 … 4.
    expectWithinChance([
      rootN * mean(list, (x) => x),
      (rootN * (mean(list, (x) => x * x) - 1)) / Math.sqrt(2),
      (rootN * mean(list, (x) => x ** 3)) / Math.sqrt(15),
      (rootN * (mean(list, (x) => x ** 4) - 3)) / Math.sqrt(96),
    ]);
  });

  it('have the normal distribution, whole and word by word', () => {
    const list = normals(8);
    expect(kolmogorovSmirnov(list, normalDistribution)).toBeLessThan(2.3);
    for (let k = 0; k < 4; k++) expect(kolmogorovSmirnov(lane(list, k), normalDistribution)).toBeLessThan(2.3);
  });

  it('do not depend on each other across words', () => {
    const list = normals(9);
    for (let a = 0; a < 4; a++) for (let b = a + 1; b < 4; b++) expectWithinChance(dependence(lane(list, a), lane(list, b)));
  });

  it('do not depend on each other across steps, oscillators, components, seeds and streams', () => {
    const list = normals(9);
    expectWithinChance(dependence(list, normals(10)));
    expectWithinChance(dependence(list, normals(9 + 2 ** 32)));
    expectWithinChance(dependence(list, normals(9, { firstBlock: 1 })));
    expectWithinChance(dependence(list, normals(9, { component: 1 })));
    expectWithinChance(dependence(list, normals(9, { seed: seed + 1 })));
    const other = new Float64Array(count);
    fillNormals(seed, streams.spare, 9, 0, 0, count / 16, other);
    expectWithinChance(dependence(list, other));
  });

  it('are the same whatever the chunks', () => {
    const whole = normals(11);
    const pieces = new Float64Array(count);
    for (let block = 0, size = 1; block < count / 16; block += size, size = Math.min((size * 3) % 1021, count / 16 - block)) {
      fillNormals(seed, fieldNoise, 11, 0, block, size, pieces, 16 * block);
    }
    expect(pieces.findIndex((x, i) => x !== whole[i])).toBe(-1);
  });

  it('come one at a time from two uniforms, too', () => {
    const out = new Float64Array(4);
    const list = Float64Array.from({ length: 50_000 }, (_, i) => {
      draw(seed, streams.networkDelay, i, 0, 0, out);
      return normalFrom(out[0] ?? NaN, out[1] ?? NaN);
    });
    expect(kolmogorovSmirnov(list, normalDistribution)).toBeLessThan(2.3);
  });
});

describe('uniform numbers', () => {
  it('are uniform on the open interval (0, 1)', () => {
    const list = uniforms();
    expect(kolmogorovSmirnov(list, (x) => x)).toBeLessThan(2.3);
    expect(list.every((x) => x > 0 && x < 1)).toBe(true);
  });

  it('differ in every word for keys that differ in one place', () => {
    const out = new Float64Array(4);
    const seen = new Set<number>();
    const keys = [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
      [0, 0, 2 ** 32 - 1],
      [0, 0, 2 ** 31],
      [2 ** 32 - 1, 0, 0],
    ] as const;
    for (const stream of Object.values(streams)) {
      for (const [a, b, c] of keys) {
        draw(seed, stream, a, b, c, out);
        for (const x of out) seen.add(x);
      }
    }
    expect(seen.size).toBe(4 * keys.length * Object.keys(streams).length);
  });

  it('filled in a row are the draws one after the other', () => {
    const row = new Float64Array(2051);
    fillUniforms(seed, streams.frequencies, row);
    const out = new Float64Array(4);
    for (const i of [0, 3, 4, 1023, 1024, 2050]) {
      draw(seed, streams.frequencies, i >> 2, 0, 0, out);
      expect(row[i]).toBe(out[i & 3]);
    }
  });
});

it('no two streams share a number', () => {
  expect(new Set(Object.values(streams)).size).toBe(Object.keys(streams).length);
});
