import { describe, expect, test } from 'vitest';
import { createDensity, densityBins, densityHeight } from './density.ts';

const turn = 65_536;

/** What the kernel would count of one agent's phases, in fractions of a turn × 65536. */
function counted(phases: Iterable<number>): Uint32Array {
  const counts = new Uint32Array(densityBins);
  for (const phase of phases) {
    const bin = Math.floor((phase * densityBins) / turn);
    counts[bin] = (counts[bin] ?? NaN) + 1;
  }
  return counts;
}

describe('the density of the phases', () => {
  test('is 1 everywhere when they are evenly spread', () => {
    const density = createDensity();
    const phases = Uint16Array.from({ length: turn }, (_, i) => i);
    density.advance(counted(phases), Int16Array.of(0), 0);
    for (const value of density.values.subarray(0, densityBins)) expect(value).toBeCloseTo(1, 1);
  });

  test('averages 1 whatever the phases, and peaks where they are', () => {
    const density = createDensity();
    const phases = Uint16Array.from({ length: 5_000 }, (_, i) => turn - 300 + (i % 600));
    density.advance(counted(phases), Int16Array.of(0), 0);
    const values = density.values.subarray(0, densityBins);
    expect(values.reduce((sum, value) => sum + value, 0) / densityBins).toBeCloseTo(1, 5);
    expect(values[0]).toBeGreaterThan(20);
    expect(values[densityBins - 1]).toBeGreaterThan(20);
    expect(values[densityBins / 2]).toBe(0);
  });

  test('is told of every component by itself', () => {
    const density = createDensity();
    density.advance(Uint32Array.of(...counted([0]), ...counted([turn / 2])), Int16Array.of(1, 0), 0);
    expect(density.values[densityBins]).toBeGreaterThan(0);
    expect(density.values[densityBins / 2]).toBeGreaterThan(0);
    expect(density.values[densityBins + densityBins / 2]).toBe(0);
  });

  test('moves there gradually', () => {
    const density = createDensity();
    density.advance(counted([0]), Int16Array.of(0), 0);
    const before = density.values[0] as number;
    density.advance(counted([turn / 2]), Int16Array.of(0), 0.016);
    expect(density.values[0]).toBeGreaterThan(0.8 * before);
    expect(density.values[0]).toBeLessThan(before);
  });

  test('is drawn no higher than its room', () => {
    expect(densityHeight(0)).toBe(0);
    expect(densityHeight(1)).toBe(0.25);
    expect(densityHeight(1_000)).toBe(1);
  });
});
