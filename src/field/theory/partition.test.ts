import { expect, it } from 'vitest';
import { effectiveCoupling, meanPhaseSpread, orderPhaseFactor } from './partition.ts';
import { synchronousVariance, eulerMaruyamaExcess } from './synchrony.ts';

it('a component of half the population feels half the coupling, but all of it where that is divided by those heard', () => {
  expect(effectiveCoupling(3, 500, 1000, 'population')).toBe(1.5);
  expect(effectiveCoupling(3, 500, 1000, 'reachable')).toBe(3);
});

it('mean phases of two components drift apart with variance σ²t(1/n₁ + 1/n₂)', () => {
  expect(meanPhaseSpread(0.5, 8, 100, 50)).toBeCloseTo(0.25 * 8 * 0.03, 15);
});

it('the angle of the order parameter diffuses as the mean phase in deep synchrony, and faster in weak', () => {
  expect(orderPhaseFactor(1000, 1, 1)).toBe(1);
  // x = 2: I₀(2) = 2.2795853023360673.
  expect(orderPhaseFactor(2, 1, 0.5)).toBeCloseTo(1 / (1 - 2.2795853023360673 ** -2), 13);
});

it('phases in deep synchrony are spread by σ²(1 − 1/N)/(2Kr), and a little more by Euler–Maruyama', () => {
  expect(synchronousVariance(10, 4, 0.2, 1)).toBeCloseTo((0.04 * 0.9) / 8, 15);
  expect(eulerMaruyamaExcess(4, 1, 0.01)).toBeCloseTo(1 / 0.98, 15);
});
