import { expect, it } from 'vitest';
import { conduct, rowNamed, setupFor } from './experiments.test-kit.ts';

// Seeds 1 and 2 with fewer agents: the shares of oracle 17 lie so far apart that two seeds tell them.
it('reads distances above the threshold, loses them below it and across a cut, and finds them again', () => {
  const report = conduct(setupFor('inverse-rope', 2, { agents: 16, span: 300 }));
  const share = (subject: string): number => {
    const { relation, value } = rowNamed(report, 'share of wrong peaks', subject);
    return relation === '<' ? 0 : value;
  };
  expect(share('K = 0.5 K_c')).toBeGreaterThan(0.9);
  expect(share('K = 12 K_c')).toBe(0);
  expect(share('across, before the cut')).toBe(0);
  expect(share('across, end of the cut')).toBeGreaterThan(0.5);
  expect(share('across, after the heal')).toBe(0);
  expect(share('encoded phases coupled')).toBeGreaterThan(0.9);
  const bound = rowNamed(report, 'r.m.s. error over the bound', 'K = 12 K_c').value;
  expect(bound).toBeGreaterThan(0.7);
  expect(bound).toBeLessThan(1.3);
  // Two seeds of eight pairs without a common agent: none of sixteen wrong leaves 20.6% open (Clopper–Pearson), so that reading is not decided.
  expect(rowNamed(report, 'share of wrong peaks', 'K = 12 K_c')).toMatchObject({ low: 0, high: expect.closeTo(0.205907, 5) as number });
  expect(report.judgements[0]?.verdict).toBe('not decided');
  expect(report.judgements.map(({ verdict }) => verdict)[2]).toBe('fails');
});
