/** Our functions against a 57-digit reference on 10⁵ points each: promised within 2 ulp, found within 0.83 (the angle: 1.34). */
import { describe, expect, it } from 'vitest';
import {
  atan2,
  circleTable,
  cos,
  exp,
  log,
  PI,
  sin,
  sincosPhases,
  sincosRange,
  sincosTurnsRange,
  tan,
  TWO_PI,
  wrapPhase,
  wrapRange,
} from './math.ts';
import { angleReference, errorUlp, exponentialReference, logarithmReference, sineReference, type Exact } from './math.reference.ts';
import { mathChecksum } from './math.checksum.ts';
import { philox4x32 } from './philox.ts';

const words = new Uint32Array(4);
const buffer = new DataView(new ArrayBuffer(8));

/** Uniform on [0, 1) by index, independent of what is tested here. */
function uniform(index: number, lane = 0): number {
  philox4x32(index, lane, 0, 0, 20, 0, words);
  return ((words[0] ?? 0) + (words[1] ?? 0) / 2 ** 32) / 2 ** 32;
}

/** A double of either sign, any exponent between the two given powers of two, by its bits. */
function spread(index: number, lowExponent: number, highExponent: number): number {
  const exponent = lowExponent + Math.floor(uniform(index, 1) * (highExponent - lowExponent));
  return (uniform(index, 3) < 0.5 ? -1 : 1) * (1 + uniform(index, 2)) * 2 ** exponent;
}

/** The double with these 64 bits. */
function fromBits(high: number, low: number): number {
  buffer.setUint32(0, high);
  buffer.setUint32(4, low);
  return buffer.getFloat64(0);
}

function worst(points: Iterable<number>, found: (x: number) => number, reference: (x: number) => Exact): { ulp: number; at: number } {
  let result = { ulp: 0, at: NaN };
  for (const x of points) {
    const ulp = errorUlp(found(x), reference(x));
    if (!(ulp <= result.ulp)) result = { ulp, at: x };
  }
  return result;
}

function* trigonometricPoints(count: number): Generator<number> {
  yield* [0, PI / 4, PI / 2, PI, TWO_PI, -PI, 1e5, -1e5, 2e5, 5e-324, 2 ** -30];
  for (let i = 0; i < count; i++) {
    const kind = i % 4;
    if (kind === 0) yield (2 * uniform(i) - 1) * PI;
    else if (kind === 1) yield (2 * uniform(i) - 1) * 2e5;
    else if (kind === 2) yield spread(i, -60, 17);
    // The double nearest to a multiple of π/2, where most digits cancel; 29·2^k quarters are the worst below 10⁵ rad.
    else yield (i % 8 === 3 ? 29 * 2 ** (i % 12) : Math.floor(uniform(i) * 127_000)) * (PI / 2);
  }
}

function* phasePoints(count: number): Generator<number> {
  yield* [0, PI / 4, -PI / 4, 3.14, -3.14, 5e-324, 2 ** -30];
  for (let i = 0; i < count; i++) {
    const kind = i % 4;
    if (kind < 2) yield (2 * uniform(i) - 1) * PI;
    else if (kind === 2) yield spread(i, -60, 1);
    // Near the borders between two parts of the table.
    else yield ((i % 510) - 254.5) * (PI / 256) + spread(i, -50, -10);
  }
}

function* exponentialPoints(count: number): Generator<number> {
  yield* [0, 1, -1, 709.782712893384, -745.1332191019411, -745.13, -708.4, -708.39, 2 ** -54, -5e-324];
  for (let i = 0; i < count; i++) yield i % 2 === 0 ? -745.13 + 1454.9 * uniform(i) : spread(i, -60, 9);
}

function* logarithmPoints(count: number): Generator<number> {
  yield* [1, 1 + 2 ** -52, 1 - 2 ** -53, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, Math.SQRT1_2, Math.SQRT2, 0.5, 2];
  for (let i = 0; i < count; i++) {
    const kind = i % 4;
    if (kind === 0) yield fromBits(Math.floor(uniform(i) * 0x7ff00000), Math.floor(uniform(i, 1) * 2 ** 32)) || 1;
    else if (kind === 1) yield fromBits(Math.floor(uniform(i) * 0x00100000), Math.floor(uniform(i, 1) * 2 ** 32)) || 1;
    else if (kind === 2) yield (Math.floor(uniform(i) * 2 ** 32) + 0.5) / 2 ** 32;
    else yield 1 + spread(i, -50, -1);
  }
}

describe('deterministic functions', () => {
  it('sine and cosine stay within 1 ulp up to 200,000 rad', () => {
    const sine = worst(trigonometricPoints(100_000), sin, (x) => sineReference(x, 0));
    const cosine = worst(trigonometricPoints(100_000), cos, (x) => sineReference(x, 1));
    expect(sine.ulp, `sin(${String(sine.at)})`).toBeLessThan(1);
    expect(cosine.ulp, `cos(${String(cosine.at)})`).toBeLessThan(1);
  });

  it('sine and cosine of phases by table stay within 2.5 ulp', () => {
    const out = [new Float64Array(1), new Float64Array(1)] as const;
    const byTable =
      (which: 0 | 1) =>
      (x: number): number => {
        sincosPhases(Float64Array.of(x), 0, 1, ...out);
        return out[which][0] ?? NaN;
      };
    const sine = worst(phasePoints(50_000), byTable(0), (x) => sineReference(x, 0));
    const cosine = worst(phasePoints(50_000), byTable(1), (x) => sineReference(x, 1));
    expect(sine.ulp, `sin(${String(sine.at)})`).toBeLessThan(2.5);
    expect(cosine.ulp, `cos(${String(cosine.at)})`).toBeLessThan(2.5);
    // Beside the zeros away from 0 it is 10⁻²⁷, which is more than 2.5 ulp of next to nothing.
    expect(Math.abs(byTable(0)(-PI) + 1.2246467991473532e-16)).toBeLessThan(1e-27);
    expect(Math.abs(byTable(1)(PI / 2) - 6.123233995736766e-17)).toBeLessThan(1e-27);
    expect([...circleTable.slice(0, 2), ...circleTable.slice(256, 258), ...circleTable.slice(512, 514)].map(Math.abs)).toEqual([
      0, 1, 1, 0, 0, 1,
    ]);
  });

  it('the exponential stays within 1 ulp over its whole range', () => {
    const { ulp, at } = worst(exponentialPoints(100_000), exp, exponentialReference);
    expect(ulp, `exp(${String(at)})`).toBeLessThan(1);
  });

  it('the logarithm stays within 1 ulp over all positive doubles, subnormal ones included', () => {
    const { ulp, at } = worst(logarithmPoints(100_000), log, logarithmReference);
    expect(ulp, `log(${String(at)})`).toBeLessThan(1);
  });

  it('the angle of a point in the first quadrant stays within 2 ulp', () => {
    const points = Array.from({ length: 10_000 }, (_, i) => 2 * uniform(i));
    const { ulp, at } = worst(
      points,
      (x) => atan2(x, 2 - x),
      (x) => angleReference(x, 2 - x, Math.atan2(x, 2 - x)),
    );
    expect(ulp, `atan2 at ${String(at)}`).toBeLessThan(2);
  });

  it('the reference finds an error of 3 ulp', () => {
    const spoiled = (x: number): number => sin(x) * (1 + 3 * 2 ** -52);
    expect(worst([1], spoiled, (x) => sineReference(x, 0)).ulp).toBeGreaterThan(2);
    expect(worst([1e-320], (x) => log(x) * (1 - 4 * 2 ** -53), logarithmReference).ulp).toBeGreaterThan(2);
    expect(worst([-745], (x) => exp(x) + 3 * 5e-324, exponentialReference).ulp).toBeGreaterThan(2);
  });

  it('turns give the sine and cosine of so many full turns, exactly at the quarters', () => {
    const s = new Float64Array(1);
    const c = new Float64Array(1);
    for (let i = 0; i < 4000; i++) {
      const turns = i < 2000 ? uniform(i) : (i - 2000) / 2000;
      sincosTurnsRange(Float64Array.of(turns), 0, 1, s, c);
      expect(Math.abs((s[0] ?? 0) - Math.sin(TWO_PI * turns))).toBeLessThan(1e-15);
      expect(Math.abs((c[0] ?? 0) - Math.cos(TWO_PI * turns))).toBeLessThan(1e-15);
    }
    for (const [turns, sine, cosine] of [
      [0, 0, 1],
      [0.25, 1, 0],
      [0.5, 0, -1],
      [0.75, -1, 0],
      [1, 0, 1],
    ] as const) {
      sincosTurnsRange(Float64Array.of(turns), 0, 1, s, c);
      expect(Math.abs((s[0] ?? NaN) - sine) + Math.abs((c[0] ?? NaN) - cosine)).toBe(0);
    }
  });

  it('the tangent is that of the platform to 3 ulp', () => {
    for (let i = 0; i < 2000; i++) {
      const x = (2 * uniform(i) - 1) * 100;
      expect(Math.abs(tan(x) / Math.tan(x) - 1)).toBeLessThan(3 * 2 ** -52);
    }
  });
});

it('every bit is what it was in Node 20 and Chromium when this was written', () => {
  expect(mathChecksum()).toBe(3085795403);
});

describe('edges', () => {
  it('sine and cosine of large angles are those of an angle one unit in the last place away, to 2⁵³ rad', () => {
    for (let i = 0; i < 2000; i++) {
      const x = spread(i, 17, 53);
      const reference = sineReference(x, 0);
      const exactSine = Number(reference.mantissa >> 128n) / 2 ** 64;
      expect(Math.abs(sin(x) - exactSine)).toBeLessThan(2 ** (Math.floor(Math.log2(Math.abs(x))) - 52) + 1e-15);
      expect(Math.abs(sin(x) ** 2 + cos(x) ** 2 - 1)).toBeLessThan(1e-14);
    }
    expect(() => sin(2 ** 54)).toThrow('2^53 rad');
    expect(() => cos(-Infinity)).toThrow('2^53 rad');
    expect(sin(NaN)).toBeNaN();
    const s = new Float64Array(1);
    sincosRange(Float64Array.of(Infinity), 0, 1, s, s);
    expect(s[0]).toBeNaN();
  });

  it('the exponential overflows to infinity, underflows to zero, keeps NaN', () => {
    expect([exp(Infinity), exp(710), exp(-746), exp(-Infinity), exp(0)]).toEqual([Infinity, Infinity, 0, 0, 1]);
    expect(exp(NaN)).toBeNaN();
  });

  it('the logarithm is −∞ at zero, NaN below, ∞ at infinity, exactly 0 at one', () => {
    expect([log(0), log(-0), log(Infinity), log(1)]).toEqual([-Infinity, -Infinity, Infinity, 0]);
    expect(log(-1)).toBeNaN();
    expect(log(NaN)).toBeNaN();
  });

  it('the angle of a point agrees with the platform on axes, zeros, infinities and in every quadrant', () => {
    const values = [0, -0, 1, -1, 1e-300, -1e300, Infinity, -Infinity, NaN, 0.3, -2.7];
    for (const y of values) {
      for (const x of values) {
        const [found, expected] = [atan2(y, x), Math.atan2(y, x)];
        const same = Object.is(found, expected) || Math.abs(found - expected) <= 4.5e-16;
        expect(same, `atan2(${String(y)}, ${String(x)}) = ${String(found)}, not ${String(expected)}`).toBe(true);
      }
    }
  });

  it('wrapping brings any phase into [−π, π), a whole number of turns away, and leaves those inside alone', () => {
    const ulp = 2 ** -51;
    for (const x of [PI, -PI, PI - ulp, -PI - ulp, PI + ulp, 3 * PI, -3 * PI, 1e6, -1e6, 1e9, 0, 2e-310]) expect(isWrapped(x)).toBe(true);
    for (let i = 0; i < 20_000; i++) expect(isWrapped(spread(i, -20, 30))).toBe(true);
    for (let i = 0; i < 20_000; i++) {
      const inside = (2 * uniform(i) - 1) * PI;
      expect(wrapPhase(inside)).toBe(inside);
    }
    const [angles, winding] = [Float64Array.of(1, 7, -7, 1e4, 9), new Int32Array(5).fill(3)];
    wrapRange(angles, 0, 4, winding);
    expect([...winding]).toEqual([3, 4, 2, 3 + 1592, 3]);
    expect([...angles]).toEqual([1, wrapPhase(7), wrapPhase(-7), wrapPhase(1e4), 9]);
    expect(wrapPhase(-PI)).toBe(-PI);
    expect(wrapPhase(PI)).toBe(-PI);
  });
});

function isWrapped(x: number): boolean {
  const wrapped = wrapPhase(x);
  const turns = (x - wrapped) / TWO_PI;
  return wrapped >= -PI && wrapped < PI && Math.abs(turns - Math.round(turns)) < 1e-15 * Math.max(1, Math.abs(x));
}
