import { describe, expect, it } from 'vitest';
import { stationaryOrder } from '../theory/stationary-order.ts';
import { createSphere, type SphereOptions } from './sphere.ts';
import { rotatedOrder, sphereJump, sphereOrder, sphereOrderWithRotations, sphereThreshold } from './theory.ts';

const plain: SphereOptions = { seed: 13, oscillators: 1500, dimension: 3, width: 0, start: 'synchronised', stepS: 0.01 };

/** Without noise. */
const drawn = { width: 1, oscillators: 1000, stepS: 0.05 } as const;

/** Mean of |ρ| over the second half of so many steps. */
function meanOrder(options: Partial<SphereOptions>, coupling: number, noise: number, steps: number): number {
  const sphere = createSphere({ ...plain, ...options });
  let sum = 0;
  for (let n = 0; n < steps; n++) {
    sphere.step(coupling, noise);
    if (n >= steps / 2) sum += sphere.order();
  }
  return sum / Math.floor(steps / 2);
}

describe('oscillators on a sphere', () => {
  it.each([2, 3, 5, 8])('stay on it in D = %i: |x| = 1 to 10⁻¹²', (dimension) => {
    const sphere = createSphere({ ...plain, oscillators: 100, dimension, width: 2, start: 'uniform', stepS: 0.1 });
    for (let n = 0; n < 1000; n++) sphere.step(3, 1.5);
    for (let i = 0; i < 100; i++) {
      const vector = sphere.vectors.subarray(i * dimension, (i + 1) * dimension);
      expect(Math.abs(Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0)) - 1)).toBeLessThan(1e-12);
    }
  });

  // Oracle 13, σ = 1, K = 1.6 K_c, seed 13. Chance moves the mean by less than 0.005; the step by less than 1%.
  it.each([2, 3, 4, 6])('have the order I_{D/2}(κ)/I_{D/2−1}(κ) with noise, D = %i', (dimension) => {
    const coupling = 1.6 * sphereThreshold(dimension, 1);
    const expected = sphereOrder(dimension, coupling, 1);
    expect(Math.abs(meanOrder({ dimension }, coupling, 1, 2000) / expected - 1)).toBeLessThan(0.02);
  });

  it('lose their order below K_c = Dσ²/2', () => {
    expect(meanOrder({}, 0.6 * sphereThreshold(3, 1), 1, 3000)).toBeLessThan(0.06);
  });

  // K = 0.2, W of standard deviation 1, from synchrony, mean over t = 75 … 150. N = 1000: chance ± 0.01.
  it.each([3, 5])('jump to order at the weakest coupling in odd D = %i', (dimension) => {
    expect(Math.abs(meanOrder({ ...drawn, dimension }, 0.2, 0, 3000) - sphereJump(dimension))).toBeLessThan(0.05);
  });

  it.each([2, 4])('have a threshold in even D = %i', (dimension) => {
    expect(meanOrder({ ...drawn, dimension }, 0.2, 0, 3000)).toBeLessThan(0.1);
  });
});

describe('vectors in D = 3 that rotations of their own hold apart', () => {
  // From synchrony, mean over t = 20 … 40. N = 3000: chance ± 0.006; the step adds less than 0.02.
  it.each([1, 3])('have the order at which rotation and pull balance, K = %f', (coupling) => {
    const expected = sphereOrderWithRotations(coupling, 1);
    const measured = meanOrder({ width: 1, oscillators: 3000, stepS: 0.02, dimension: 3 }, coupling, 0, 2000);
    expect(Math.abs(measured - expected)).toBeLessThan(0.04);
  });

  it('have the jump, ½, where the pull vanishes, and come together where it is strong', () => {
    expect(rotatedOrder(1e-4, 1).order).toBeCloseTo(0.5, 3);
    expect(sphereOrderWithRotations(200, 1)).toBeGreaterThan(0.9999);
    expect(rotatedOrder(1.3, 1).coupling * rotatedOrder(1.3, 1).order).toBeCloseTo(1.3, 12);
  });
});

describe('the theory of oscillators on a sphere', () => {
  it('is that of the circle for D = 2, of Langevin for D = 3, and ½ for the jump there', () => {
    const circle = stationaryOrder({ law: 'identical', widthRadS: 0, noise: 1 }, 2);
    expect(sphereOrder(2, 2, 1)).toBeCloseTo(circle.known ? circle.value : NaN, 12);
    const rho = sphereOrder(3, 4, 1);
    const kappa = 8 * rho;
    expect(rho).toBeCloseTo(1 / Math.tanh(kappa) - 1 / kappa, 10);
    expect(sphereOrder(4, 1.9, 1)).toBe(0);
    expect([sphereJump(3), sphereJump(5)]).toEqual([0.5, 0.375]);
  });
});
