import { expect, it } from 'vitest';
import { success } from '../../base/result.ts';
import { jobsOf, reportOf } from './conduct.ts';
import { conduct, rowNamed, setupFor } from './experiments.test-kit.ts';

it('has order on the right of the critical line and disorder on the left', () => {
  const report = conduct(setupFor('phase-diagram', 3, { columns: 6, rows: 4 }));
  expect(rowNamed(report, 'cells on the side of the line where theory has them').value).toBe(1);
  expect(report.judgements[0]?.verdict).toBe('holds');
  expect(Math.abs(rowNamed(report, 'mean deviation of r from theory above the line').value)).toBeLessThan(0.02);
  const [figure] = report.figures;
  if (figure?.kind !== 'heat') throw new Error('a heat map');
  expect(figure.cells).toHaveLength(24);
  // K_c = 2γ + σ² at σ = 1.6 is 3.56, at σ = 0 it is 1.
  expect(figure.series[0]?.x[0]).toBeCloseTo(1, 12);
  expect(figure.series[0]?.x.at(-1)).toBeCloseTo(3.56, 12);
});

it('decides nothing from one replicate, and that theory fails where a cell is surely on the other side', () => {
  const setup = setupFor('phase-diagram', 3, { columns: 4, rows: 2 });
  const planted = (r: number, upTo: number) =>
    jobsOf(setup).map(({ task }) => {
      const { seed, coupling, noise } = task as { readonly seed: number; readonly coupling: number; readonly noise: number };
      if (seed > upTo) return undefined;
      return success((coupling > 1 + noise * noise ? 0.8 : r) + 0.001 * seed);
    });
  const verdictOf = (outcomes: ReturnType<typeof planted>) => reportOf(setup, outcomes).judgements[0];
  expect(verdictOf(planted(0.05, 1))).toMatchObject({
    verdict: 'not decided',
    sentence: expect.stringContaining('One replicate') as string,
  });
  expect(verdictOf(planted(0.05, 3))?.verdict).toBe('holds');
  expect(verdictOf(planted(0.6, 3))?.verdict).toBe('fails');
});
