/**
 * Numbers that the functions here and the field's kernel (`field/kernel/assembly`) share. The kernel's compiler reads this very
 * file: it must stay valid TypeScript and valid AssemblyScript.
 */

export const PI = 3.141592653589793;
export const TWO_PI = 6.283185307179586;
export const INVERSE_TWO_PI = 0.15915494309189535;

/**
 * 1.5·2^52: adding and subtracting it rounds to the nearest whole number, ties to even; in between, the low bits of the sum are
 * that number in two's complement.
 */
export const ROUND_MAGIC = 6.755399441055744e15;

/** The circle table (`math-circle.ts`): sines and cosines of so many equal parts of a turn. */
export const CIRCLE_PARTS = 512;
/**
 * One part, 2π/512, as the sum of its first 40 bits (times up to 2^13 exact) and the rest; its inverse.
 */
export const PART_HIGH = 0.012271846303079315;
export const PART_LOW = 5.8152714691301744e-15;
export const INVERSE_PART = 81.48733086305042;
/**
 * sin r ≈ r + r³(S3 + r² S5), cos r ≈ 1 + r²(C2 + r² C4) for |r| ≤ π/512, interpolated at Chebyshev nodes in r²: errors below
 * 2·10⁻¹⁸ (relative) and 10⁻¹⁷.
 */
export const CIRCLE_S3 = -0.16666666666663152;
export const CIRCLE_S5 = 0.008333325863173114;
export const CIRCLE_C2 = -0.4999999999997539;
export const CIRCLE_C4 = 0.04166661437555197;

/** The table of normal numbers (`normal-table.ts`): so many parts for each of 32 octaves, four coefficients each. */
export const NORMAL_PARTS = 64;
export const NORMAL_OCTAVES = 32;

/** Philox4x32-10 (`philox.ts`): multipliers, Weyl increments (golden ratio, √3 − 1) and rounds; Salmon et al. 2011. */
export const PHILOX_MULTIPLIER_0 = 0xd2511f53;
export const PHILOX_MULTIPLIER_1 = 0xcd9e8d57;
export const PHILOX_WEYL_0 = 0x9e3779b9;
export const PHILOX_WEYL_1 = 0xbb67ae85;
export const PHILOX_ROUNDS = 10;

/** Bins of the circle in a count of phases, 3° each. */
export const PHASE_BINS = 120;
/** Of those in a radian: 120/2π. */
export const PHASE_BINS_A_RADIAN = 19.098593171027442;

/**
 * Oscillators that go through all passes of a step before the next ones: their numbers (some 40 bytes each) stay in the fastest
 * cache. A multiple of 16, so that a chunk starts with a block of random numbers.
 */
export const CHUNK = 128;
