/**
 * Philox4x32-10, a counter-based generator: four random words are a pure function of a counter and a key, so any draw can
 * be had at any time, in any order, in any thread.
 *
 * Source: Salmon, Moraes, Dror & Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011), §3.3 and table 2.
 */
import { PHILOX_MULTIPLIER_0, PHILOX_MULTIPLIER_1, PHILOX_ROUNDS, PHILOX_WEYL_0, PHILOX_WEYL_1 } from './shared-constants.ts';

const M0 = PHILOX_MULTIPLIER_0 | 0;
const M0_LOW = PHILOX_MULTIPLIER_0 & 0xffff;
const M0_HIGH = PHILOX_MULTIPLIER_0 >>> 16;
const M1 = PHILOX_MULTIPLIER_1 | 0;
const M1_LOW = PHILOX_MULTIPLIER_1 & 0xffff;
const M1_HIGH = PHILOX_MULTIPLIER_1 >>> 16;
const W0 = PHILOX_WEYL_0 | 0;
const W1 = PHILOX_WEYL_1 | 0;

/**
 * Writes the four words of one block to `out[0 … 3]`. Counter and key are 32-bit words, signed or unsigned: only their low
 * 32 bits count.
 */
export function philox4x32(
  counter0: number,
  counter1: number,
  counter2: number,
  counter3: number,
  key0: number,
  key1: number,
  out: Uint32Array | Int32Array,
): void {
  philoxBlocks(counter0, 1, counter1, counter2, counter3, key0, key1, out);
}

/** As `philox4x32`, for the `blocks` counters that begin at `counter0` and differ in that word only: `out[0 … 4·blocks − 1]`. */
export function philoxBlocks(
  counter0: number,
  blocks: number,
  counter1: number,
  counter2: number,
  counter3: number,
  key0: number,
  key1: number,
  out: Uint32Array | Int32Array,
): void {
  for (let block = 0; block < blocks; block++) {
    let c0 = (counter0 + block) | 0;
    let c1 = counter1 | 0;
    let c2 = counter2 | 0;
    let c3 = counter3 | 0;
    let k0 = key0 | 0;
    let k1 = key1 | 0;
    for (let round = 0; round < PHILOX_ROUNDS; round++) {
      // High words of the 64-bit products M0·c0 and M1·c2, put together from 16-bit halves: no partial sum reaches 2^32
      // (Warren, "Hacker's Delight", 2nd ed., §8–2).
      const a0 = c0 & 0xffff;
      const a1 = c0 >>> 16;
      const middleA = (Math.imul(a1, M0_LOW) + (Math.imul(a0, M0_LOW) >>> 16)) | 0;
      const highA = (Math.imul(a1, M0_HIGH) + (middleA >>> 16) + (((Math.imul(a0, M0_HIGH) + (middleA & 0xffff)) | 0) >>> 16)) | 0;
      const b0 = c2 & 0xffff;
      const b1 = c2 >>> 16;
      const middleB = (Math.imul(b1, M1_LOW) + (Math.imul(b0, M1_LOW) >>> 16)) | 0;
      const highB = (Math.imul(b1, M1_HIGH) + (middleB >>> 16) + (((Math.imul(b0, M1_HIGH) + (middleB & 0xffff)) | 0) >>> 16)) | 0;
      const lowA = Math.imul(c0, M0);
      const lowB = Math.imul(c2, M1);
      c0 = highB ^ c1 ^ k0;
      c1 = lowB;
      c2 = highA ^ c3 ^ k1;
      c3 = lowA;
      k0 = (k0 + W0) | 0;
      k1 = (k1 + W1) | 0;
    }
    out[4 * block] = c0;
    out[4 * block + 1] = c1;
    out[4 * block + 2] = c2;
    out[4 * block + 3] = c3;
  }
}
