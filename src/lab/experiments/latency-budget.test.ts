import { expect, it } from 'vitest';
import { conductSome, rowNamed, setupFor } from './experiments.test-kit.ts';

it('sees one slow agent take the load from the legacy system and nothing from The Chorus', { timeout: 120_000 }, () => {
  const setup = setupFor('latency-budget', 2, { windowS: 5 });
  const report = conductSome(setup, (label) => /^(chorus|legacy), delay of one agent (0|1450),/.test(label));
  expect(report.finished).toBe(8);
  expect(rowNamed(report, 'breaks down at a delay of one agent of', 'Legacy')).toMatchObject({
    relation: '=',
    value: 1450,
    low: 0,
    replicates: 2,
  });
  expect(rowNamed(report, 'breaks down at a delay of one agent of', 'The Chorus')).toMatchObject({ relation: '>', value: 1450 });
  // Two round trips to the median peer and the wait for the slot in progress; the straggler is not waited for.
  const [quiet, slow] = [0, 1450].map((ms) => rowNamed(report, `median latency at a delay of one agent of ${ms} ms`, 'The Chorus').value);
  expect(quiet).toBeGreaterThan(200);
  expect(slow).toBeLessThan(1.5 * (quiet ?? NaN));
  for (const { verdict } of report.judgements) expect(verdict).toBe('not decided');
});
