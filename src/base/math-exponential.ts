/**
 * Exponential and natural logarithm from + − × ÷ and bit operations only, so that every engine gives the same bits; both
 * stay within 2 ulp (`math.test.ts` measures it).
 *
 * Method and coefficients: fdlibm 5.3, `e_exp.c` and `e_log.c` (Sun Microsystems 1993).
 */
import { ROUND_MAGIC as MAGIC } from './shared-constants.ts';

/** ln 2 in two parts, of which the first has 32 bits, so that its product with an exponent is exact. */
const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.442695040888963387;

const [E1, E2, E3, E4, E5] = [
  1.66666666666666019037e-1, -2.77777777770155933842e-3, 6.61375632143793436117e-5, -1.6533902205465251539e-6, 4.13813679705723846039e-8,
] as const;
const [L1, L2, L3, L4, L5, L6, L7] = [
  6.66666666666673513e-1, 3.999999999940941908e-1, 2.857142874366239149e-1, 2.222219843214978396e-1, 1.818357216161805012e-1,
  1.531383769920937332e-1, 1.479819860511658591e-1,
] as const;

/** Largest x with a finite exponential, smallest with one above zero. */
const EXP_OVERFLOW = 709.782712893384;
const EXP_UNDERFLOW = -745.1332191019411;

const LOWEST_EXPONENT = -1074;
const HIGHEST_EXPONENT = 1023;
const powersOfTwo = Float64Array.from({ length: HIGHEST_EXPONENT - LOWEST_EXPONENT + 1 });
{
  let power = 1;
  for (let exponent = 0; exponent >= LOWEST_EXPONENT; exponent--, power /= 2) powersOfTwo[exponent - LOWEST_EXPONENT] = power;
  power = 1;
  for (let exponent = 0; exponent <= HIGHEST_EXPONENT; exponent++, power *= 2) powersOfTwo[exponent - LOWEST_EXPONENT] = power;
}

/** 2^exponent, exactly, for a whole exponent in −1074 … 1023. */
function powerOfTwo(exponent: number): number {
  return powersOfTwo[exponent - LOWEST_EXPONENT] as number;
}

/** e^x. */
export function exp(x: number): number {
  if (x > EXP_OVERFLOW) return Infinity;
  if (x < EXP_UNDERFLOW) return 0;
  if (Number.isNaN(x)) return NaN;
  const k = x * INVERSE_LN2 + MAGIC - MAGIC;
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const z = r * r;
  const c = r - z * (E1 + z * (E2 + z * (E3 + z * (E4 + z * E5))));
  const y = 1 - (low - (r * c) / (2 - c) - high);
  // In two factors: 2^k alone can lie outside the doubles where y·2^k does not. Only the second product can round.
  const half = k >> 1;
  return y * powerOfTwo(half) * powerOfTwo(k - half);
}

const SMALLEST_NORMAL = 2.2250738585072014e-308;
const TWO_54 = 18014398509481984;

/** Natural logarithm of x; −∞ at 0, NaN below. */
export function log(x: number): number {
  if (x >= SMALLEST_NORMAL && x < Infinity) return logNormal(x, 0);
  if (x > 0 && x < SMALLEST_NORMAL) return logNormal(x * TWO_54, -54);
  if (x === 0) return -Infinity;
  return x > 0 ? x : NaN;
}

const bits = new Float64Array(1);
const words = new Int32Array(bits.buffer);
bits[0] = 1;
const HIGH_WORD = words[1] === 0x3ff00000 ? 1 : 0;

/** High word of √½, from which the exponent is counted, and its distance from that of 1. */
const SQRT_HALF_HIGH = 0x3fe6a09e;
const EXPONENT_SHIFT = 0x3ff00000 - SQRT_HALF_HIGH;

/** ln x + scale·ln 2 for x positive, finite and normal. */
function logNormal(x: number, scale: number): number {
  bits[0] = x;
  const exponent = (((words[HIGH_WORD] as number) + EXPONENT_SHIFT) >>> 20) - 0x3ff;
  // x = 2^exponent·(1 + f) with √½ ≤ 1 + f < √2.
  const f = x * powerOfTwo(-exponent) - 1;
  const k = exponent + scale;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (L2 + w * (L4 + w * L6));
  const odd = z * (L1 + w * (L3 + w * (L5 + w * L7)));
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + (odd + even)) + k * LN2_LOW) - f);
}
