import { describe, expect, test } from 'vitest';
import { summaryOf } from './summary.ts';

const columns = (oscillators: readonly number[], r: readonly number[]) => ({
  agents: Float64Array.from(oscillators, () => 8),
  oscillators: Float64Array.from(oscillators),
  r: Float64Array.from(r),
  psiRad: new Float64Array(r.length),
});

describe('the summary of the stage', () => {
  test('says how many oscillators there are, in how many components, and how ordered', () => {
    expect(summaryOf({ oscillators: 256, components: 1, r: 0.314, componentColumns: columns([256], [0.314]) })).toBe(
      '256 oscillators in 1 component; order parameter 0.31.',
    );
  });

  test('tells the components of a partition by their own order', () => {
    expect(summaryOf({ oscillators: 2_000, components: 2, r: 0.31, componentColumns: columns([1_500, 500], [0.8, 0.123]) })).toBe(
      '2,000 oscillators in 2 components; order parameter 0.31. By component: 1,500 at 0.80, 500 at 0.12.',
    );
  });
});
