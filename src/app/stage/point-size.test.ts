import { describe, expect, test } from 'vitest';
import { pointDiameter, pointGlow, pointOpacity, stageSize } from './point-size.ts';

const counts = [2, 16, 256, 1_000, 10_000, 100_000];

describe('the points', () => {
  test('get smaller, fainter and glow less the more there are, and never vanish', () => {
    for (const measure of [pointDiameter, (count: number) => pointOpacity(count, true), (count: number) => pointGlow(count, 0)]) {
      const sizes = counts.map(measure);
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
      expect(sizes.at(-1)).toBeLessThan(0.7 * (sizes[0] as number));
      expect(Math.min(...sizes)).toBeGreaterThan(0);
    }
    expect(pointDiameter(100_000)).toBeGreaterThanOrEqual(1.5);
  });

  test('glow less when they are together', () => {
    expect(pointGlow(256, 1)).toBeLessThan(pointGlow(256, 0));
  });

  test('are smaller on a phone', () => {
    expect(stageSize(1_070, 410)).toBeCloseTo(1, 1);
    expect(stageSize(390, 300)).toBeLessThan(0.8);
    expect(stageSize(390, 300)).toBeGreaterThan(0.6);
  });
});
