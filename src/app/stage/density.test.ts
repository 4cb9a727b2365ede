import { describe, expect, test } from 'vitest';
import { createDensity, densityBins, densityHeight } from './density.ts';

const turn = 65_536;

describe('the density of the phases', () => {
  test('is 1 everywhere when they are evenly spread', () => {
    const density = createDensity();
    const phases = Uint16Array.from({ length: turn }, (_, i) => i);
    density.advance(phases, new Uint8Array(turn), Int16Array.of(0), 0);
    for (const value of density.values.subarray(0, densityBins)) expect(value).toBeCloseTo(1, 1);
  });

  test('averages 1 whatever the phases, and peaks where they are', () => {
    const density = createDensity();
    const phases = Uint16Array.from({ length: 5_000 }, (_, i) => turn - 300 + (i % 600));
    density.advance(phases, new Uint8Array(5_000), Int16Array.of(0), 0);
    const values = density.values.subarray(0, densityBins);
    expect(values.reduce((sum, value) => sum + value, 0) / densityBins).toBeCloseTo(1, 5);
    expect(values[0]).toBeGreaterThan(20);
    expect(values[densityBins - 1]).toBeGreaterThan(20);
    expect(values[densityBins / 2]).toBe(0);
  });

  test('is told of every component by itself', () => {
    const density = createDensity();
    density.advance(Uint16Array.of(0, turn / 2), Uint8Array.of(0, 1), Int16Array.of(1, 0), 0);
    expect(density.values[densityBins]).toBeGreaterThan(0);
    expect(density.values[densityBins / 2]).toBeGreaterThan(0);
    expect(density.values[densityBins + densityBins / 2]).toBe(0);
  });

  test('is the same by phases and by what the kernel counted of them', () => {
    const [agents, each] = [5, 4_000];
    const componentOf = Int16Array.of(0, 2, 1, 0, 2);
    const agentOf = Uint8Array.from({ length: agents * each }, (_, i) => i / each);
    const phases = Uint16Array.from({ length: agents * each }, (_, i) => (i * i * 31 + (agentOf[i] ?? NaN) * 9_000) % 50_000);
    const counted = new Uint32Array(agents * densityBins);
    phases.forEach((phase, i) => {
      const place = (agentOf[i] ?? NaN) * densityBins + Math.floor((phase * densityBins) / turn);
      counted[place] = (counted[place] ?? NaN) + 1;
    });
    const [byPhases, byCounts] = [createDensity(), createDensity()];
    for (const elapsedS of [0, 0.05]) {
      byPhases.advance(phases, agentOf, componentOf, elapsedS);
      byCounts.advanceCounted(counted, componentOf, elapsedS);
    }
    expect(Math.max(...byPhases.values)).toBeGreaterThan(1);
    expect(byCounts.values).toEqual(byPhases.values);
  });

  test('moves there gradually', () => {
    const density = createDensity();
    density.advance(Uint16Array.of(0), Uint8Array.of(0), Int16Array.of(0), 0);
    const before = density.values[0] as number;
    density.advance(Uint16Array.of(turn / 2), Uint8Array.of(0), Int16Array.of(0), 0.016);
    expect(density.values[0]).toBeGreaterThan(0.8 * before);
    expect(density.values[0]).toBeLessThan(before);
  });

  test('is drawn no higher than its room', () => {
    expect(densityHeight(0)).toBe(0);
    expect(densityHeight(1)).toBe(0.25);
    expect(densityHeight(1_000)).toBe(1);
  });
});
