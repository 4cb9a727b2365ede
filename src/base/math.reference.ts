/**
 * The reference that `math.ts` is held against: fixed-point arithmetic on whole numbers of any size, with 192 bits (57
 * digits) after the point. Slow and plain; only tests use it.
 */
const BITS = 192;
const ONE = 1n << BigInt(BITS);

/** mantissa · 2^exponent. */
export interface Exact {
  readonly mantissa: bigint;
  readonly exponent: number;
}

const view = new DataView(new ArrayBuffer(8));

/** The exact value of a finite double. */
function exact(x: number): Exact {
  view.setFloat64(0, x);
  const raw = view.getBigUint64(0);
  const biased = Number((raw >> 52n) & 0x7ffn);
  const fraction = raw & 0xfffffffffffffn;
  const magnitude = biased === 0 ? fraction : fraction | 0x10000000000000n;
  return { mantissa: raw >> 63n === 1n ? -magnitude : magnitude, exponent: Math.max(biased, 1) - 1075 };
}

function shift(value: bigint, by: number): bigint {
  return by >= 0 ? value << BigInt(by) : value >> BigInt(-by);
}

const toFixed = (value: Exact): bigint => shift(value.mantissa, value.exponent + BITS);
const times = (a: bigint, b: bigint): bigint => (a * b) >> BigInt(BITS);

/** tan⁻¹(1/n), by its series, with `extra` bits more than usual. */
function inverseTangentOf(n: bigint, extra: number): bigint {
  let power = (ONE << BigInt(extra)) / n;
  let sum = 0n;
  for (let k = 0n; power !== 0n; k++, power /= n * n) sum += (k % 2n === 0n ? power : -power) / (2n * k + 1n);
  return sum;
}

/** π/2 with 64 bits more than usual, so that many multiples of it can be taken (Machin 1706). */
const EXTRA = 64;
const HALF_PI = 8n * inverseTangentOf(5n, EXTRA) - 2n * inverseTangentOf(239n, EXTRA);

/** 2·artanh(s) = ln((1 + s)/(1 − s)). */
function doubleArtanh(s: bigint): bigint {
  const square = times(s, s);
  let power = s;
  let sum = 0n;
  for (let k = 1n; power !== 0n && power !== -1n; k += 2n, power = times(power, square)) sum += power / k;
  return 2n * sum;
}

const LN_2 = doubleArtanh(ONE / 3n);

/** Σ x^k/k! over k = first, first + 2, …, signs alternating: the sine (first = 1) or cosine (first = 0) of x. */
function alternating(x: bigint, first: bigint): bigint {
  const square = times(x, x);
  let term = first === 0n ? ONE : x;
  let sum = 0n;
  for (let k = first; term !== 0n && term !== -1n; k += 2n) {
    sum += term;
    term = -times(term, square) / ((k + 1n) * (k + 2n));
  }
  return sum;
}

/** sin(x + quarterTurns·π/2): the sine for 0, the cosine for 1. */
export function sineReference(x: number, quarterTurns: 0 | 1): Exact {
  const value = exact(x);
  // So near to 0 the fixed point runs out of digits; x·(1 − x²/6) is exact to far below them.
  if (quarterTurns === 0 && Math.abs(x) < 2 ** -40) {
    const fixed = toFixed(value);
    return { mantissa: value.mantissa * (ONE - times(fixed, fixed) / 6n), exponent: value.exponent - BITS };
  }
  const wide = shift(value.mantissa, value.exponent + BITS + EXTRA);
  const n = (2n * wide + HALF_PI) / (2n * HALF_PI) - (2n * wide + HALF_PI < 0n ? 1n : 0n);
  const rest = (wide - n * HALF_PI) >> BigInt(EXTRA);
  const quadrant = Number((((n + BigInt(quarterTurns)) % 4n) + 4n) % 4n);
  const magnitude = alternating(rest, quadrant % 2 === 0 ? 1n : 0n);
  return { mantissa: quadrant < 2 ? magnitude : -magnitude, exponent: -BITS };
}

/** tan⁻¹(y/x) for x, y > 0 of moderate size: the sine and cosine of a guess tell by how much the guess is wrong. */
export function angleReference(y: number, x: number, guess: number): Exact {
  const angle = toFixed(exact(guess));
  const s = alternating(angle, 1n);
  const c = alternating(angle, 0n);
  const fixedY = toFixed(exact(y));
  const fixedX = toFixed(exact(x));
  // The guess is off by δ with tan δ = (y c − x s)/(x c + y s); as long as it is a guess to 8 digits, δ³ is beyond every digit that counts.
  const delta = ((times(fixedY, c) - times(fixedX, s)) << BigInt(BITS)) / (times(fixedX, c) + times(fixedY, s));
  return { mantissa: angle + delta, exponent: -BITS };
}

export function exponentialReference(x: number): Exact {
  const fixed = toFixed(exact(x));
  const k = Number((2n * fixed + LN_2) / (2n * LN_2));
  const rest = fixed - BigInt(k) * LN_2;
  let term = ONE;
  let sum = 0n;
  for (let n = 1n; term !== 0n && term !== -1n; n++) {
    sum += term;
    term = times(term, rest) / n;
  }
  return { mantissa: sum, exponent: k - BITS };
}

export function logarithmReference(x: number): Exact {
  const { mantissa, exponent } = exact(x);
  const length = mantissa.toString(2).length;
  // x = m·2^k with ¾ ≤ m < 3/2.
  const top = shift(mantissa, BITS - length);
  const low = 4n * top < 3n * ONE;
  const m = low ? 2n * top : top;
  const k = exponent + length - (low ? 1 : 0);
  return { mantissa: doubleArtanh(((m - ONE) << BigInt(BITS)) / (m + ONE)) + BigInt(k) * LN_2, exponent: -BITS };
}

/** |found − reference| in units of the spacing of doubles at the reference. */
export function errorUlp(found: number, reference: Exact): number {
  const magnitude = reference.mantissa < 0n ? -reference.mantissa : reference.mantissa;
  if (magnitude === 0n) return found === 0 ? 0 : Infinity;
  const ulpExponent = Math.max(magnitude.toString(16).length * 4 + reference.exponent - 53, -1074);
  const hexSlack = 4 - (magnitude >> BigInt((magnitude.toString(16).length - 1) * 4)).toString(2).length;
  const spacing = Math.max(ulpExponent - hexSlack, -1074);
  const value = exact(found);
  const floor = Math.min(value.exponent, reference.exponent, spacing);
  const difference = shift(value.mantissa, value.exponent - floor) - shift(reference.mantissa, reference.exponent - floor);
  return Math.abs(Number((1024n * difference) / (1n << BigInt(spacing - floor)))) / 1024;
}
