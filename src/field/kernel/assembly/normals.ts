/** Standard normal numbers (`fillNormals` of `src/base/random.ts`, `src/base/normal-table.ts`), two lanes at a time. */
import { NORMAL_OCTAVES, NORMAL_PARTS } from '../../../base/shared-constants.ts';
import { NORMAL_TABLE, WORDS } from './memory.ts';
import { philoxWords } from './philox.ts';

/** From the exponent's low bits and six of the mantissa to the place of 32 bytes in the table. */
const PLACE_SHIFT: i32 = 52 - 6 - 5;
const PLACE_MASK: i64 = (NORMAL_OCTAVES * NORMAL_PARTS - 1) << 5;

/** Writes those of oscillators from …, `from` a multiple of 16: `count` of them, and up to 32 more, to `out`. */
export function fillNormals(from: u32, count: u32, stepLow: u32, stepHigh: u32, component: u32, seed: u32, stream: u32, out: usize): void {
  philoxWords(from >> 2, stepLow, stepHigh, component, seed, stream, count, WORDS);
  const end = WORDS + 4 * count;
  for (let place = WORDS; place < end; place += 16) {
    const words = v128.load(place);
    v128.store(out, normals(words));
    v128.store(out, normals(v128.shuffle<i64>(words, words, 1, 1)), 16);
    out += 32;
  }
}

/** Of the lower two words. */
@inline
function normals(words: v128): v128 {
  const distance = f64x2.add(f64x2.convert_low_i32x4_s(words), f64x2.splat(0.5));
  const place = v128.and(i64x2.shr_u(distance, PLACE_SHIFT), i64x2.splat(PLACE_MASK));
  const place0 = NORMAL_TABLE + <usize>i32x4.extract_lane(place, 0);
  const place1 = NORMAL_TABLE + <usize>i32x4.extract_lane(place, 2);
  const low0 = v128.load(place0);
  const low1 = v128.load(place1);
  const high0 = v128.load(place0, 16);
  const high1 = v128.load(place1, 16);
  const v = f64x2.abs(distance);
  const bend = f64x2.add(evens(high0, high1), f64x2.mul(v, odds(high0, high1)));
  const size = f64x2.add(evens(low0, low1), f64x2.mul(v, f64x2.add(odds(low0, low1), f64x2.mul(v, bend))));
  return v128.xor(size, v128.and(distance, f64x2.splat(-0.0)));
}

@inline
function evens(a: v128, b: v128): v128 {
  return v128.shuffle<f64>(a, b, 0, 2);
}

@inline
function odds(a: v128, b: v128): v128 {
  return v128.shuffle<f64>(a, b, 1, 3);
}
