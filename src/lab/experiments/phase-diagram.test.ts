import { expect, it } from 'vitest';
import { conduct, rowNamed, setupFor } from './experiments.test-kit.ts';

it('has order on the right of the critical line and disorder on the left', () => {
  const report = conduct(setupFor('phase-diagram', 1, { columns: 6, rows: 4 }));
  expect(rowNamed(report, 'cells on the side of the line where theory has them').value).toBe(1);
  expect(Math.abs(rowNamed(report, 'mean deviation of r from theory above the line').value)).toBeLessThan(0.02);
  const [figure] = report.figures;
  if (figure?.kind !== 'heat') throw new Error('a heat map');
  expect(figure.cells).toHaveLength(24);
  // K_c = 2γ + σ² at σ = 1.6 is 3.56, at σ = 0 it is 1.
  expect(figure.series[0]?.x[0]).toBeCloseTo(1, 12);
  expect(figure.series[0]?.x.at(-1)).toBeCloseTo(3.56, 12);
});
