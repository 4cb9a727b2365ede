/**
 * Sine, cosine, tangent and arc tangent from + − × ÷ and comparisons only, so that every engine gives the same bits; the
 * platform's own `Math.sin` and its like differ between engines. All stay within 2 ulp (`math.test.ts` measures it).
 *
 * Argument reduction: Cody & Waite, "Software Manual for the Elementary Functions" (1980), with π/2 in three parts.
 * Polynomial coefficients: fdlibm 5.3, `k_sin.c`, `k_cos.c` and `s_atan.c` (Sun Microsystems 1993). The sequence of
 * operations has no branch in it from a phase to its sine and cosine: a kernel that does two lanes at once can do the very
 * same operations in the same order.
 */
import { assert } from './assert.ts';
import { INVERSE_TWO_PI, PI, ROUND_MAGIC as MAGIC, TWO_PI } from './shared-constants.ts';

export { PI, TWO_PI };

/**
 * π/2 in parts: the first and the next 33 bits, so that their products with a whole number below 2^20 are exact, and the next 53
 * after those.
 */
const HALF_PI_1 = 1.5707963267341256;
const HALF_PI_2 = 6.077100506303966e-11;
const HALF_PI_3 = 2.0222662487959506e-21;
const HALF_PI = 1.5707963267948966;
const TWO_OVER_PI = 0.6366197723675814;

/** Of sin x, x³ … x¹³, and of cos x, x⁴ … x¹⁴, for |x| ≤ π/4. */
const [S1, S2, S3, S4, S5, S6] = [
  -1.66666666666666324348e-1, 8.33333333332248946124e-3, -1.98412698298579493134e-4, 2.75573137070700676789e-6, -2.50507602534068634195e-8,
  1.58969099521155010221e-10,
] as const;
const [C1, C2, C3, C4, C5, C6] = [
  4.16666666666666019037e-2, -1.38888888888741095749e-3, 2.48015872894767294178e-5, -2.75573143513906633035e-7, 2.0875723212981748279e-9,
  -1.13596475577881948265e-11,
] as const;

/** Beyond this the three parts of π/2 no longer suffice, and an angle is wrapped first. */
const ACCURATE_LIMIT_RAD = 200_000;
/** 2⁵³: beyond this neighbouring doubles lie further apart than a sixth of a turn. */
const WRAPPING_LIMIT_RAD = 9007199254740992;

/**
 * Writes sin x and cos x for every x in `angleRad[from … to − 1]` to the same places of `sinOut` and `cosOut`. For hot loops:
 * |x| ≤ 200,000 rad is not checked; NaN and infinities give NaN. Works on whole ranges because an engine need not box numbers
 * that never leave a loop.
 */
export function sincosRange(angleRad: Float64Array, from: number, to: number, sinOut: Float64Array, cosOut: Float64Array): void {
  for (let i = from; i < to; i++) {
    const x = angleRad[i] as number;
    const n = x * TWO_OVER_PI + MAGIC - MAGIC;
    // x − n·π/2 as head + tail; each difference below is exact or has its error carried on.
    const a = x - n * HALF_PI_1;
    const b = n * HALF_PI_2;
    const c = a - b;
    const d = a - c - b - n * HALF_PI_3;
    const head = c + d;
    const tail = c - head + d;
    const s = kernelSin(head, tail);
    const k = kernelCos(head, tail);
    const quadrant = n | 0;
    const swap = (quadrant & 1) !== 0;
    const sine = swap ? k : s;
    const cosine = swap ? s : k;
    sinOut[i] = (quadrant & 2) !== 0 ? -sine : sine;
    cosOut[i] = ((quadrant + 1) & 2) !== 0 ? -cosine : cosine;
  }
}

/** As `sincosRange`, for angles of `turns` full turns, 0 ≤ turns ≤ 1: the reduction is exact, hence cheaper. */
export function sincosTurnsRange(turns: Float64Array, from: number, to: number, sinOut: Float64Array, cosOut: Float64Array): void {
  for (let i = from; i < to; i++) {
    const quarters = 4 * (turns[i] as number);
    const n = quarters + MAGIC - MAGIC;
    const head = (quarters - n) * HALF_PI;
    const s = kernelSin(head, 0);
    const k = kernelCos(head, 0);
    const quadrant = n | 0;
    const swap = (quadrant & 1) !== 0;
    const sine = swap ? k : s;
    const cosine = swap ? s : k;
    sinOut[i] = (quadrant & 2) !== 0 ? -sine : sine;
    cosOut[i] = ((quadrant + 1) & 2) !== 0 ? -cosine : cosine;
  }
}

/** sin(head + tail) for |head| ≤ π/4. */
function kernelSin(head: number, tail: number): number {
  const z = head * head;
  const cube = z * head;
  const r = S2 + z * (S3 + z * (S4 + z * (S5 + z * S6)));
  return head - (z * (0.5 * tail - cube * r) - tail - cube * S1);
}

/** cos(head + tail) for |head| ≤ π/4. */
function kernelCos(head: number, tail: number): number {
  const z = head * head;
  const r = z * (C1 + z * (C2 + z * (C3 + z * (C4 + z * (C5 + z * C6)))));
  const half = 0.5 * z;
  const w = 1 - half;
  return w + (1 - w - half + (z * r - head * tail));
}

const scratchAngle = new Float64Array(1);
const scratchSin = new Float64Array(1);
const scratchCos = new Float64Array(1);

function scalarSincos(x: number): void {
  // Written so that NaN passes: it gives NaN.
  assert(!(Math.abs(x) > WRAPPING_LIMIT_RAD), 'an angle of at most 2^53 rad');
  scratchAngle[0] = Math.abs(x) > ACCURATE_LIMIT_RAD ? wrapPhase(x) : x;
  sincosRange(scratchAngle, 0, 1, scratchSin, scratchCos);
}

/**
 * Sine of x rad, |x| ≤ 2⁵³: within 2 ulp up to 200,000 rad, beyond that as exact as x itself, that is, right for an angle at most
 * one unit in the last place away. The same holds for `cos` and `tan`.
 */
export function sin(x: number): number {
  scalarSincos(x);
  return scratchSin[0] as number;
}

export function cos(x: number): number {
  scalarSincos(x);
  return scratchCos[0] as number;
}

export function tan(x: number): number {
  scalarSincos(x);
  return (scratchSin[0] as number) / (scratchCos[0] as number);
}

/** Whole turns between x rad and [−π, π). The quotient is rounded: near ±π the answer may be one off. */
const turnsAway = (x: number): number => Math.floor((x + PI) * INVERSE_TWO_PI);

/**
 * x rad brought into [−π, π), and x itself where it already is. A turn is the double `TWO_PI`: phase + winding·TWO_PI gives
 * an unwrapped phase back.
 */
export function wrapPhase(x: number): number {
  const rest = x - turnsAway(x) * TWO_PI;
  // Exact where the quotient was one off.
  if (rest >= PI) return rest - TWO_PI;
  return rest < -PI ? rest + TWO_PI : rest;
}

/**
 * Wraps `angleRad[from … to − 1]` in place, as `wrapPhase` does; adds the whole turns taken out to the same places of `winding`,
 * modulo 2³², where that is given.
 */
export function wrapRange(angleRad: Float64Array, from: number, to: number, winding?: Int32Array): void {
  for (let i = from; i < to; i++) {
    const x = angleRad[i] as number;
    if (x >= -PI && x < PI) continue;
    const away = turnsAway(x);
    const rest = x - away * TWO_PI;
    const correction = rest >= PI ? 1 : rest < -PI ? -1 : 0;
    angleRad[i] = rest - correction * TWO_PI;
    if (winding !== undefined) winding[i] = (winding[i] as number) + away + correction;
  }
}

/** tan⁻¹ of ½, 1, 3/2 and ∞, as head and tail; then the polynomial in even and odd powers of t². */
const ATAN_HEAD = [4.63647609000806093515e-1, 7.85398163397448278999e-1, 9.82793723247329054082e-1, 1.570796326794896558] as const;
const ATAN_TAIL = [2.26987774529616870924e-17, 3.06161699786838301793e-17, 1.39033110312309984516e-17, 6.12323399573676603587e-17] as const;
const A0 = 3.33333333333329318027e-1;
const A1 = -1.99999999998764832476e-1;
const A2 = 1.42857142725034663711e-1;
const A3 = -1.1111110405462355788e-1;
const A4 = 9.09088713343650656196e-2;
const A5 = -7.69187620504482999495e-2;
const A6 = 6.66107313738753120669e-2;
const A7 = -5.83357013379057348645e-2;
const A8 = 4.97687799461593236017e-2;
const A9 = -3.6531572744216915527e-2;
const A10 = 1.62858201153657823623e-2;
const PI_TAIL = 1.2246467991473532e-16;

/** tan⁻¹ x for x ≥ 0, infinity included. */
function arcTangent(x: number): number {
  if (x < 0.4375) return x - arcTangentRest(x);
  if (x < 0.6875) return shifted(0, (2 * x - 1) / (2 + x));
  if (x < 1.1875) return shifted(1, (x - 1) / (x + 1));
  if (x < 2.4375) return shifted(2, (x - 1.5) / (1 + 1.5 * x));
  return shifted(3, -1 / x);
}

function shifted(base: 0 | 1 | 2 | 3, t: number): number {
  return ATAN_HEAD[base] - (arcTangentRest(t) - ATAN_TAIL[base] - t);
}

/** t − tan⁻¹ t for |t| < 0.4375. */
function arcTangentRest(t: number): number {
  const z = t * t;
  const w = z * z;
  const even = z * (A0 + w * (A2 + w * (A4 + w * (A6 + w * (A8 + w * A10)))));
  const odd = w * (A1 + w * (A3 + w * (A5 + w * (A7 + w * A9))));
  return t * (even + odd);
}

/** The angle of the point (x, y), in [−π, π] rad; zeros and infinities as IEEE 754 has them. */
export function atan2(y: number, x: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  const left = x < 0 || Object.is(x, -0);
  const below = y < 0 || Object.is(y, -0);
  const angle = firstQuadrantAngle(Math.abs(y), Math.abs(x));
  const above = left ? PI - (angle - PI_TAIL) : angle;
  return below ? -above : above;
}

function firstQuadrantAngle(y: number, x: number): number {
  if (y === 0) return 0;
  if (x === y) return ATAN_HEAD[1];
  return arcTangent(y / x);
}
