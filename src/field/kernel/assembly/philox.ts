/**
 * Philox4x32-10 (`src/base/philox.ts` has source and reference): eight counters at a time, a lane for each, in two sets of four,
 * so that there is always something to do while a product is on its way.
 */
import {
  PHILOX_MULTIPLIER_0,
  PHILOX_MULTIPLIER_1,
  PHILOX_ROUNDS,
  PHILOX_WEYL_0,
  PHILOX_WEYL_1,
} from '../../../base/shared-constants.ts';

const M0: u32 = <u32>PHILOX_MULTIPLIER_0;
const M1: u32 = <u32>PHILOX_MULTIPLIER_1;
const W0: u32 = <u32>PHILOX_WEYL_0;
const W1: u32 = <u32>PHILOX_WEYL_1;

/**
 * Writes the words of the counters (first …, counter1, counter2, counter3), 16 words for four counters: those of word 0, of word 1,
 * of word 2, of word 3. `count` words are asked for; up to 32 more are written.
 *
 * Only the first word of the counter differs from lane to lane, so that half of the first two rounds is the same for all: product
 * M1·c2 of the first, and M0·c0 of the second, for c0 has then been made of what is the same.
 */
export function philoxWords(
  first: u32,
  counter1: u32,
  counter2: u32,
  counter3: u32,
  key0: u32,
  key1: u32,
  count: u32,
  out: usize,
): void {
  const product1 = <u64>M1 * <u64>counter2;
  const product2 = <u64>M0 * <u64>(high(product1) ^ counter1 ^ key0);
  const mix1 = i32x4.splat(counter3 ^ key1);
  const mix2For0 = i32x4.splat(<u32>product1 ^ (key0 + W0));
  const mix2For2 = i32x4.splat(high(product2) ^ (key1 + W1));
  const word3 = i32x4.splat(<u32>product2);
  const thirdKey0 = i32x4.splat(key0 + 2 * W0);
  const thirdKey1 = i32x4.splat(key1 + 2 * W1);
  const m0 = i32x4.splat(M0);
  const m1 = i32x4.splat(M1);
  const w0 = i32x4.splat(W0);
  const w1 = i32x4.splat(W1);
  const four = i32x4.splat(4);

  let counter = i32x4.add(i32x4.splat(first), i32x4(0, 1, 2, 3));
  const end = out + 4 * count;
  for (; out < end; out += 128) {
    // Rounds 1 and 2 of both sets, a and b.
    let low = i64x2.extmul_low_i32x4_u(counter, m0);
    let up = i64x2.extmul_high_i32x4_u(counter, m0);
    let a2 = v128.xor(highs(low, up), mix1);
    let a3 = lows(low, up);
    counter = i32x4.add(counter, four);
    low = i64x2.extmul_low_i32x4_u(counter, m0);
    up = i64x2.extmul_high_i32x4_u(counter, m0);
    let b2 = v128.xor(highs(low, up), mix1);
    let b3 = lows(low, up);
    counter = i32x4.add(counter, four);
    low = i64x2.extmul_low_i32x4_u(a2, m1);
    up = i64x2.extmul_high_i32x4_u(a2, m1);
    let a0 = v128.xor(highs(low, up), mix2For0);
    let a1 = lows(low, up);
    a2 = v128.xor(a3, mix2For2);
    a3 = word3;
    low = i64x2.extmul_low_i32x4_u(b2, m1);
    up = i64x2.extmul_high_i32x4_u(b2, m1);
    let b0 = v128.xor(highs(low, up), mix2For0);
    let b1 = lows(low, up);
    b2 = v128.xor(b3, mix2For2);
    b3 = word3;

    let k0 = thirdKey0;
    let k1 = thirdKey1;
    for (let round = 2; round < PHILOX_ROUNDS; round++) {
      low = i64x2.extmul_low_i32x4_u(a0, m0);
      up = i64x2.extmul_high_i32x4_u(a0, m0);
      let low1 = i64x2.extmul_low_i32x4_u(a2, m1);
      let up1 = i64x2.extmul_high_i32x4_u(a2, m1);
      a0 = v128.xor(v128.xor(highs(low1, up1), a1), k0);
      a2 = v128.xor(v128.xor(highs(low, up), a3), k1);
      a1 = lows(low1, up1);
      a3 = lows(low, up);
      low = i64x2.extmul_low_i32x4_u(b0, m0);
      up = i64x2.extmul_high_i32x4_u(b0, m0);
      low1 = i64x2.extmul_low_i32x4_u(b2, m1);
      up1 = i64x2.extmul_high_i32x4_u(b2, m1);
      b0 = v128.xor(v128.xor(highs(low1, up1), b1), k0);
      b2 = v128.xor(v128.xor(highs(low, up), b3), k1);
      b1 = lows(low1, up1);
      b3 = lows(low, up);
      k0 = i32x4.add(k0, w0);
      k1 = i32x4.add(k1, w1);
    }
    v128.store(out, a0);
    v128.store(out, a1, 16);
    v128.store(out, a2, 32);
    v128.store(out, a3, 48);
    v128.store(out, b0, 64);
    v128.store(out, b1, 80);
    v128.store(out, b2, 96);
    v128.store(out, b3, 112);
  }
}

@inline
function high(product: u64): u32 {
  return <u32>(product >> 32);
}

/** Of two pairs of 64-bit products the four lower words, and the four upper ones. */
@inline
function lows(a: v128, b: v128): v128 {
  return v128.shuffle<i32>(a, b, 0, 2, 4, 6);
}

@inline
function highs(a: v128, b: v128): v128 {
  return v128.shuffle<i32>(a, b, 1, 3, 5, 7);
}
