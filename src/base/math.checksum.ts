/**
 * One number for the bits of our functions at 10⁵ points, normal numbers included: the same in every engine, or something is
 * wrong. For tests; runs in a page as well as in Node.
 */
import { atan2, exp, log, sincosPhases, sincosRange, TWO_PI, wrapRange } from './math.ts';
import { draw, fillNormals, streams } from './random.ts';

export function mathChecksum(): number {
  const count = 20_000;
  const u = new Float64Array(4);
  const list = (): Float64Array => new Float64Array(count);
  const [angle, sine, cosine, phaseSine, phaseCosine, normals] = [list(), list(), list(), list(), list(), list()];
  const rest = new Float64Array(3 * count);
  for (let i = 0; i < count; i++) {
    draw(20, streams.spare, i, 0, 0, u);
    const [a = NaN, b = NaN, c = NaN, d = NaN] = u;
    angle[i] = (i % 2 === 0 ? TWO_PI : 400_000) * (a - 0.5);
    rest[3 * i] = exp(1400 * (b - 0.5));
    rest[3 * i + 1] = log(c * d);
    rest[3 * i + 2] = atan2(a - 0.5, b - 0.5);
  }
  sincosRange(angle, 0, count, sine, cosine);
  wrapRange(angle, 0, count);
  sincosPhases(angle, 0, count, phaseSine, phaseCosine);
  fillNormals(20, streams.fieldNoise, 20, 0, 0, count / 16, normals);
  return [sine, cosine, phaseSine, phaseCosine, rest, normals].reduce(hash, 0x811c9dc5);
}

/** FNV-1a by words (Fowler, Noll & Vo). */
function hash(seed: number, values: Float64Array): number {
  return new Uint32Array(values.buffer).reduce((h, word) => Math.imul(h ^ word, 0x01000193) >>> 0, seed);
}
