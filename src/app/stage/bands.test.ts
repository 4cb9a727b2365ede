import { describe, expect, test } from 'vitest';
import { bandRadius, bandsOf } from './bands.ts';

describe('the bands of the agents', () => {
  test.each([2, 16, 128])('of %i agents lie outside the circle, apart, in a narrow ring', (agents) => {
    const { spacing, halfWidth, outermost } = bandsOf(agents);
    expect(bandRadius(0, spacing) - halfWidth).toBeGreaterThan(1);
    expect(bandRadius(agents - 1, spacing)).toBeCloseTo(outermost, 12);
    expect(outermost).toBeLessThan(1.35);
    expect(2 * halfWidth).toBeLessThan(spacing);
  });
});
