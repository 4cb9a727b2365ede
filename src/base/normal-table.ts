/**
 * Standard normal numbers from random words, one of 32 bits for each: the quantile of the probability that the word stands for,
 * by a table of cubic polynomials, 64 for each octave of the distance from the tail.
 *
 * They are off by less than 6·10⁻¹¹, a tenth of the distance between the numbers of two neighbouring words, and even as the exact
 * quantile is odd. A distribution that is off by 3·10⁻¹¹ cannot be told from the normal one by fewer than 10²⁰ draws. One
 * look-up takes the place of a logarithm, a root, a sine and a cosine for two numbers (Box & Muller 1958), and the kernel
 * (`field/kernel/assembly/normals.ts`) does the same operations in the same order.
 */
import { at } from './assert.ts';
import { normalQuantile } from './normal-quantile.ts';
import { NORMAL_OCTAVES, NORMAL_PARTS } from './shared-constants.ts';

/** A word w, read as a signed number, stands for the distance |w + ½| of a probability from 0 or 1, in units of 2⁻³². */
const UNIT = 2 ** -32;

let table: Float64Array | undefined;

/**
 * Shape [32 octaves × 64 parts × 4]: the coefficients of 1, v, v², v³ of the number whose upper tail has the probability v·2⁻³², for
 * 2^e (1 + part/64) ≤ v < 2^e (1 + (part + 1)/64), −1 ≤ e ≤ 30. Octave e stands in row (e + 1023) mod 32: what the low bits of a
 * double's exponent say.
 */
export function normalTable(): Readonly<Float64Array> {
  table ??= createTable();
  return table;
}

function createTable(): Float64Array {
  const values = new Float64Array(NORMAL_OCTAVES * NORMAL_PARTS * 4);
  let octave = 0.5;
  for (let exponent = -1; exponent < NORMAL_OCTAVES - 1; exponent++, octave *= 2) {
    const row = (exponent + 1023) % NORMAL_OCTAVES;
    for (let part = 0; part < NORMAL_PARTS; part++) {
      const nodes = NODES.map((x) => 1 + (part + x) / NORMAL_PARTS);
      const [c0, c1, c2, c3] = cubicThrough(nodes, (x) => -normalQuantile(x * octave * UNIT));
      // Of powers of v instead of v/octave; exact.
      values.set([c0, c1 / octave, c2 / octave / octave, c3 / octave / octave / octave], (row * NORMAL_PARTS + part) * 4);
    }
  }
  return values;
}

/** Chebyshev nodes of [0, 1]: ½ (1 ± cos π/8) and ½ (1 ± cos 3π/8). */
const NODES = [0.9619397662556434, 0.6913417161825449, 0.3086582838174551, 0.03806023374435662];

/** Coefficients of the cubic that f meets at four nodes, by Newton's divided differences. */
function cubicThrough(nodes: readonly number[], f: (x: number) => number): readonly [number, number, number, number] {
  const [a, b, c, d] = [at(nodes, 0), at(nodes, 1), at(nodes, 2), at(nodes, 3)];
  const [fa, fb, fc, fd] = [f(a), f(b), f(c), f(d)];
  const [ab, bc, cd] = [(fb - fa) / (b - a), (fc - fb) / (c - b), (fd - fc) / (d - c)];
  const [abc, bcd] = [(bc - ab) / (c - a), (cd - bc) / (d - b)];
  const abcd = (bcd - abc) / (d - a);
  // fa + (x − a)(ab + (x − b)(abc + (x − c) abcd)), multiplied out from within.
  const q0 = abc - c * abcd;
  const m0 = ab - b * q0;
  const m1 = q0 - b * abcd;
  return [fa - a * m0, m0 - a * m1, m1 - a * abcd, abcd];
}

const bits = new Float64Array(1);
const halves = new Int32Array(bits.buffer);
bits[0] = 1;
const HIGH = halves[1] === 0x3ff00000 ? 1 : 0;

/** Where in the upper half of a double the exponent's low bits and six of the mantissa stand. */
const INDEX_SHIFT = 14;
const INDEX_MASK = NORMAL_OCTAVES * NORMAL_PARTS - 1;

/** Writes the normal numbers of `words[from … to − 1]` to `out[offset …]`. */
export function normalsFromWords(words: Int32Array, from: number, to: number, out: Float64Array, offset: number): void {
  const coefficients = normalTable();
  for (let i = from; i < to; i++) {
    const distance = (words[i] as number) + 0.5;
    bits[0] = distance;
    const place = (((halves[HIGH] as number) >>> INDEX_SHIFT) & INDEX_MASK) << 2;
    const v = Math.abs(distance);
    const bend = (coefficients[place + 2] as number) + v * (coefficients[place + 3] as number);
    const size = (coefficients[place] as number) + v * ((coefficients[place + 1] as number) + v * bend);
    out[offset + i - from] = distance < 0 ? -size : size;
  }
}
