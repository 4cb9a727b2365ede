/** Reference values: mpmath 1.3, 20 digits, from ⟨h²⟩/4a² − 1/(Na). */
import { describe, expect, it } from 'vitest';
import { incoherentDecayRate, incoherentMeanSquareOrder, meanSquareOrder } from './finite-size.ts';
import { stationaryOrder } from './stationary-order.ts';

const relative = (found: number, exact: number): number => Math.abs(found / exact - 1);

describe('the mean square order of N identical oscillators', () => {
  it('agrees with 20-digit integrals, below, at and above threshold', () => {
    const table = [
      [10, 2, 1, 0.71673937257332983],
      [10, 0.5, 1, 0.17130632775288929],
      [64, 1, 1, 0.13771158667802054],
      [2, 3, 1, 0.90499264697825226],
      [10, 5, 0.5, 0.97720683438230127],
      [1000, 0.9, 1, 0.0092520292938664805],
      [100_000, 1, 1, 0.0035659278085062075],
      [100_000, 2, 1, 0.69133162502337908],
    ] as const;
    for (const [n, coupling, noise, value] of table) expect(relative(meanSquareOrder(n, coupling, noise), value)).toBeLessThan(1e-10);
  });

  it('is 1 for one oscillator, 1/N without coupling, and for two the ratio of Bessel functions', () => {
    expect(meanSquareOrder(1, 3, 1)).toBeCloseTo(1, 13);
    expect(meanSquareOrder(50, 0, 1)).toBe(0.02);
    expect(relative(meanSquareOrder(50, 1e-9, 1), 0.02)).toBeLessThan(1e-8);
    // N = 2: density ∝ exp(a(1 + cos φ)), r² = (1 + cos φ)/2, hence ½(1 + I₁(a)/I₀(a)); a = 1 by DLMF's tables.
    expect(meanSquareOrder(2, 1, 1)).toBeCloseTo((1 + 0.5651591039924851 / 1.2660658777520084) / 2, 12);
  });

  it('tends to r² of infinitely many above threshold, and to the chance order below it', () => {
    const infinite = stationaryOrder({ law: 'identical', widthRadS: 0, noise: 1 }, 2);
    expect(relative(Math.sqrt(meanSquareOrder(1_048_576, 2, 1)), infinite.known ? infinite.value : NaN)).toBeLessThan(1e-6);
    expect(relative(meanSquareOrder(1_048_576, 0.5, 1), incoherentMeanSquareOrder(1_048_576, 0.5, 1))).toBeLessThan(1e-4);
  });
});

it('chance order: N⟨r²⟩ = 1/(1 − K/K_c), forgotten at the rate D − K/2', () => {
  expect(incoherentMeanSquareOrder(100, 0.5, 1) * 100).toBe(2);
  expect(incoherentDecayRate(0.5, 1)).toBe(0.25);
});
