import { expect, it } from 'vitest';
import { conduct, rowNamed, setupFor } from './experiments.test-kit.ts';

// Seeds 1 and 2. The mean r of a field of 10,000 over 10 s scatters by less than 0.004 away from K_c; the tolerance is 0.02.
it('finds the order that theory has away from K_c, and the onset around it', () => {
  const report = conduct(setupFor('coupling-sweep', 2, { leastDecade: 3, mostDecade: 4, ratioFrom: 0.6, ratioTo: 1.8, points: 4 }));
  expect(rowNamed(report, 'largest deviation of r from theory', 'N = 10000').value).toBeLessThan(0.02);
  const onset = rowNamed(report, 'onset of order K_c');
  expect(onset.verdict).toBe('holds');
  expect([onset.low, onset.high]).toEqual([expect.closeTo(0.6 * 1.25), expect.closeTo(1.4 * 1.25)]);
  expect(report.judgements[0]?.verdict).toBe('holds');
});

it('says that theory fails where the field has not had the time to follow it', () => {
  // Far too little time to settle: from synchrony, order is still there below K_c.
  const report = conduct(
    setupFor('coupling-sweep', 2, { leastDecade: 3, mostDecade: 3, ratioTo: 0.6, points: 2, settleS: 1, measureS: 1 }),
  );
  expect(report.judgements.map(({ verdict }) => verdict)).toEqual(['not decided', 'fails']);
});
