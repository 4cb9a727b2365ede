import { describe, expect, it } from 'vitest';
import { quantileSorted } from '../../base/quantile.ts';
import { createRun } from '../run/run.ts';
import { presetNamed } from '../scenario/presets.ts';
import { conduct, rowNamed, setupFor } from './experiments.test-kit.ts';
import { runPace } from './mesh-course.ts';

describe('the paper’s table', { timeout: 120_000 }, () => {
  const report = conduct(setupFor('paper-table', 5, { horizonS: 5 }));

  it('sees the legacy system split in every episode and The Chorus in none, and never writes a zero', () => {
    const legacy = rowNamed(report, 'split-brain incidents', 'Legacy');
    const chorus = rowNamed(report, 'split-brain incidents', 'The Chorus');
    expect(legacy).toMatchObject({ relation: '=', value: 12, high: 12, replicates: 5, seeds: [1, 5] });
    // Clopper–Pearson of none in five: below 1 − 0.025^(1/5) = 0.5218.
    expect(chorus).toMatchObject({ relation: '<', value: expect.closeTo(12 * 0.521824, 4) as number, low: 0, verdict: 'not refuted' });
  });

  it('has the throughput that the load allows, and less where everybody waits', () => {
    const chorus = rowNamed(report, 'throughput', 'The Chorus');
    expect([chorus.low < 185.6 && 185.6 < chorus.high, chorus.verdict]).toEqual([true, 'holds']);
    expect(rowNamed(report, 'throughput', 'Legacy').high).toBeLessThan(60);
  });

  it('says of a tolerance only what the horizon lets it say', () => {
    expect(rowNamed(report, 'partition tolerance', 'The Chorus')).toMatchObject({
      relation: '>',
      value: 5,
      // None of three broke: at least 0.025^(1/3) of all last so long.
      low: expect.closeTo(5 * 0.292402, 5) as number,
      high: Infinity,
      verdict: 'not decided',
    });
    expect(rowNamed(report, 'partition tolerance against its own pace', 'Legacy')).toMatchObject({
      relation: '=',
      verdict: expect.any(String) as string,
    });
  });

  it('reports every episode and every replicate raw', () => {
    expect(report.raw.rows).toHaveLength(2 * (3 + 5));
    for (const row of report.raw.rows) expect(row).toHaveLength(report.raw.columns.length);
  });
});

it('measures without the field what a run of the whole laboratory measures', () => {
  const paper = presetNamed('paper');
  if (paper === undefined) throw new Error('the preset');
  const { scenario } = paper;
  const run = createRun({ ...scenario, durationS: 30, field: { ...scenario.field, oscillators: 16 }, interventions: [] });
  run.advance(3000);
  const throughputHz = run.metrics().find(({ metric }) => metric === 'throughput_tokens_per_s')?.value;
  run.advance(1000);
  const latenciesMs = [...run.tokens()].flatMap(({ generatedS, validatedS }) =>
    generatedS < 30 ? [1000 * (validatedS - generatedS)] : [],
  );
  const pace = runPace({ kind: 'pace', seed: scenario.seed, mesh: scenario.mesh, shape: 'minority', warmUpS: 0, windowS: 30, horizonS: 1 });
  expect(pace.latencyP50Ms).toBe(quantileSorted(Float64Array.from(latenciesMs).sort(), 0.5));
  expect(pace.throughputHz).toBe(throughputHz);
});
