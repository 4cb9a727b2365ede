import { describe, expect, test } from 'vitest';
import { cellAt, gridColumns } from './flat-layout.ts';

describe('the grid of the flat stage', () => {
  test('puts two circles side by side where it is wide and above each other where it is tall', () => {
    expect(gridColumns(2, 800, 400)).toBe(2);
    expect(gridColumns(2, 400, 800)).toBe(1);
  });

  test.each([1, 2, 3, 5, 7, 16, 128])('keeps %i circles inside the stage and apart', (count) => {
    const [width, height] = [700, 420];
    const cells = Array.from({ length: count }, (_, i) => cellAt(i, count, width, height));
    for (const { x, y, radius } of cells) {
      expect(Math.min(x, width - x, y, height - y)).toBeGreaterThan(1.3 * radius);
    }
    for (const [i, one] of cells.entries()) {
      for (const other of cells.slice(i + 1)) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(2.6 * one.radius);
    }
  });
});
