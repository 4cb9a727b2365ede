import { describe, expect, it } from 'vitest';
import { meanOf, medianOf, proportion, rate, slopeOf, studentQuantile } from './intervals.ts';
import { logGamma, regularisedBeta, regularisedGamma } from './special.ts';

describe('special functions', () => {
  it('agree with what is known in closed form', () => {
    for (const [x, factorial] of [
      [1, 1],
      [5, 24],
      [11, 3628800],
    ] as const)
      expect(logGamma(x)).toBeCloseTo(Math.log(factorial), 12);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
    // I_x(1, b) = 1 − (1 − x)^b; P(1, x) = 1 − e^{−x}; I_½(a, a) = ½.
    expect(regularisedBeta(0.3, 1, 7)).toBeCloseTo(1 - 0.7 ** 7, 13);
    expect(regularisedBeta(0.5, 41.5, 41.5)).toBeCloseTo(0.5, 12);
    for (const x of [0.1, 1.9, 2.1, 30]) expect(regularisedGamma(1, x)).toBeCloseTo(1 - Math.exp(-x), 13);
  });

  it('agree with sums of a binomial and a Poisson distribution', () => {
    let binomial = 0;
    for (let k = 4; k <= 12; k++) binomial += choose(12, k) * 0.37 ** k * 0.63 ** (12 - k);
    expect(regularisedBeta(0.37, 4, 9)).toBeCloseTo(binomial, 13);
    let [poisson, term] = [0, Math.exp(-6.5)];
    for (let k = 0; k < 9; k++, term *= 6.5 / k) poisson += term;
    expect(regularisedGamma(9, 6.5)).toBeCloseTo(1 - poisson, 13);
  });
});

describe('a proportion', () => {
  it('has the limits that Clopper and Pearson’s method gives (quantiles of the beta distribution, SciPy 1.17)', () => {
    expectLimits(proportion(0, 10), 0, 0.3084971);
    expectLimits(proportion(3, 10), 0.0667395, 0.6524529);
    expectLimits(proportion(10, 10), 0.6915029, 1);
    expectLimits(proportion(0, 1000), 0, 0.0036821);
    // 682 of 925: the example of the help page of R’s binom.test (Conover 1971).
    expectLimits(proportion(682, 925), 0.7076683, 0.7654066);
  });

  it('covers what is true at least as often as it says, for 20 trials', () => {
    for (const p of [0.02, 0.11, 0.5, 0.83]) {
      let covered = 0;
      for (let k = 0; k <= 20; k++) {
        const { low, high } = proportion(k, 20);
        if (low <= p && p <= high) covered += choose(20, k) * p ** k * (1 - p) ** (20 - k);
      }
      expect(covered).toBeGreaterThanOrEqual(0.95);
    }
  });
});

describe('a rate', () => {
  it('has the limits that Garwood tabled (1936), as halved χ² quantiles give them', () => {
    expectLimits(rate(0, 1), 0, 3.688879);
    expectLimits(rate(1, 1), 0.0253178, 5.5716434);
    expectLimits(rate(10, 1), 4.795389, 18.390356);
    expectLimits(rate(50, 2), 37.1109637 / 2, 65.9187667 / 2);
  });
});

describe('a mean', () => {
  it('has Student’s factors (his table of 1925: 12.706, 2.228, 1.984)', () => {
    expect(studentQuantile(1)).toBeCloseTo(12.7062, 4);
    expect(studentQuantile(10)).toBeCloseTo(2.22814, 5);
    expect(studentQuantile(99)).toBeCloseTo(1.98422, 5);
  });

  it('has an interval about it, of one value none', () => {
    const { value, low, high } = meanOf([1, 2, 3, 4]);
    expect(value).toBe(2.5);
    expect(high - value).toBeCloseTo((3.182446 * Math.sqrt(5 / 3)) / 2, 6);
    expect(value - low).toBeCloseTo(high - value, 12);
    expect(meanOf([7])).toEqual({ value: 7, low: NaN, high: NaN });
  });
});

describe('a slope', () => {
  it('is that of Forbes’s boiling points on the barometer, as R tells it: confint(lm(bp ~ pres, forbes))', () => {
    const pressure = [20.79, 20.79, 22.4, 22.67, 23.15, 23.35, 23.89, 23.99, 24.02, 24.01, 25.14, 26.57, 28.49, 27.76, 29.04, 29.88, 30.06];
    const boiling = [194.5, 194.3, 197.9, 198.4, 199.4, 199.9, 200.9, 201.1, 201.4, 201.3, 203.6, 204.6, 209.5, 208.6, 210.7, 211.9, 212.2];
    const { value, low, high } = slopeOf(pressure, boiling);
    expect([value, low, high]).toEqual([expect.closeTo(1.9017835, 6), expect.closeTo(1.8234399, 6), expect.closeTo(1.9801271, 6)]);
  });

  it('is known to lie nowhere of two values, or at one place alone', () => {
    expect(slopeOf([1, 2], [3, 5])).toEqual({ value: 2, low: NaN, high: NaN });
    expect(slopeOf([1, 1, 1], [3, 5, 6]).low).toBeNaN();
    expect(slopeOf([1, 2, 3], [1, 3, 5])).toEqual({ value: 2, low: 2, high: 2 });
  });
});

describe('a median', () => {
  it('has the order statistics that a table of the sign test names: 2nd and 9th of ten, 40th and 61st of a hundred', () => {
    const upTo = (count: number) => Float64Array.from({ length: count }, (_, i) => i + 1);
    expect(medianOf(upTo(10))).toEqual({ value: 5.5, low: 2, high: 9 });
    expect(medianOf(upTo(100))).toEqual({ value: 50.5, low: 40, high: 61 });
    expect(medianOf(upTo(6))).toEqual({ value: 3.5, low: 1, high: 6 });
    expect(medianOf(upTo(5))).toEqual({ value: 3, low: NaN, high: NaN });
  });
});

function expectLimits(found: { readonly low: number; readonly high: number }, low: number, high: number): void {
  expect(found.low).toBeCloseTo(low, 6);
  expect(found.high).toBeCloseTo(high, 6);
}

function choose(n: number, k: number): number {
  return k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k;
}
