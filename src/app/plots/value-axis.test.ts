import { describe, expect, test } from 'vitest';
import { nextTop } from './value-axis.ts';

describe('a value axis', () => {
  test('always holds its largest value', () => {
    let top = 0;
    for (const max of [0, 3, 11, 90, 95, 1_000, 12_345, 400, 2]) {
      top = nextTop(top, max);
      expect(top).toBeGreaterThanOrEqual(max);
    }
  });

  test('does not move while the values swing by a third', () => {
    const tops = new Set<number>();
    let top = nextTop(0, 1_300);
    for (let i = 0; i < 1_000; i++) tops.add((top = nextTop(top, 1_000 + 300 * Math.sin(i / 10))));
    expect(tops.size).toBe(1);
  });

  test('shrinks when most of it has become empty', () => {
    expect(nextTop(1_500, 700)).toBe(1_500);
    expect(nextTop(1_500, 600)).toBeLessThan(1_000);
  });

  test('ends at a round number, and never below 10', () => {
    expect(nextTop(0, 0)).toBe(10);
    expect(nextTop(0, 11_160)).toBe(15_000);
    expect(nextTop(0, 99.9)).toBe(150);
  });
});
