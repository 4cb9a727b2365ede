import { expect, it } from 'vitest';
import { createRun } from '../run/run.ts';
import { parseScenario } from '../scenario/parse.ts';
import { conduct, rowNamed, setupFor } from './experiments.test-kit.ts';

it(
  'finds two logs without a quorum, and the small schedule shows them again in a run of the whole laboratory',
  { timeout: 120_000 },
  () => {
    const report = conduct(setupFor('split-brain-hunt', 3, {}, 44));
    expect(report.judgements[0]?.verdict).toBe('fails');
    const scenario = parseScenario(report.counterexample ?? '');
    if (!scenario.ok) throw new Error('a sound scenario');
    expect(scenario.value.interventions.length).toBeLessThanOrEqual(10);
    const run = createRun(scenario.value);
    run.advance(run.stepsPlanned);
    expect(run.violations.map(({ check }) => check)).toContain('agreement');
  },
);

it('finds nothing against The Chorus, and says how little that proves', { timeout: 120_000 }, () => {
  const report = conduct(setupFor('split-brain-hunt', 5, { protocol: 'chorus' }));
  expect(report.counterexample).toBeUndefined();
  expect(report.judgements[0]?.verdict).toBe('not refuted');
  // 1 − 0.025^(1/5)
  expect(rowNamed(report, 'seeds with a violation')).toMatchObject({ relation: '<', value: expect.closeTo(0.521824, 6) as number });
});
