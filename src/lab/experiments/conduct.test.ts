import { describe, expect, it } from 'vitest';
import { cards, jobsOf, reportOf, runJob } from './conduct.ts';
import { outcomesOf, setupFor } from './experiments.test-kit.ts';
import { experimentFiles } from './files.ts';
import { checkSetup, keepSetup, parseSetup, setupOf, writeSetup } from './setup.ts';
import type { Outcome } from './types.ts';

const small = setupFor('coupling-sweep', 2, { mostDecade: 3, points: 3, settleS: 2, measureS: 1 });
const outcomes = outcomesOf(small);

describe('every experiment', () => {
  it.each(cards.map((card) => [card.name, card] as const))('%s: offers setups that are sound, quick and full', (_, card) => {
    for (const extent of ['quick', 'full'] as const) {
      const setup = checkSetup(setupOf(card, extent));
      expect(setup).toMatchObject({ ok: true, value: { experiment: card.name } });
      if (setup.ok) expect(jobsOf(setup.value).length).toBeGreaterThan(0);
    }
    expect(checkSetup({ schema: 'chorus.experiment/1', experiment: card.name })).toEqual(checkSetup(setupOf(card, 'full')));
  });

  it.each(cards.map((card) => [card.name, card] as const))('%s: reports before anything is done, and decides nothing then', (_, card) => {
    const setup = checkSetup(setupOf(card, 'quick'));
    if (!setup.ok) throw new Error('a sound setup');
    const report = reportOf(setup.value, []);
    expect(report.judgements.length).toBeGreaterThan(0);
    for (const { verdict } of report.judgements) expect(verdict).toBe('not decided');
    expect(report.finished).toBe(0);
    expect(experimentFiles(report).at(-1)?.name).toBe('report.json');
  });
});

describe('an experiment that is asked for by a link', () => {
  it('keeps what is sound of it, and every fault is told', () => {
    const { setup, faults } = keepSetup({
      experiment: 'coupling-sweep',
      seed: 7,
      replicates: -1,
      settings: { points: 5, pints: 1 },
      sed: 1,
    });
    expect(setup).toMatchObject({ experiment: 'coupling-sweep', seed: 7, settings: { points: 5 } });
    expect(faults.map(({ path }) => path)).toEqual(['sed', 'replicates', 'settings.pints']);
  });

  it('is none where there is no experiment of that name', () => {
    expect(keepSetup({ experiment: 'coupling', seed: 7 })).toMatchObject({ setup: undefined, faults: [{ path: 'experiment' }] });
  });
});

describe('conducting', () => {
  it('gives the same report whatever the order in which the jobs were done', () => {
    const backwards: Outcome[] = [];
    for (let job = outcomes.length - 1; job >= 0; job--) backwards[job] = runJob(small, job);
    expect(reportOf(small, backwards)).toEqual(reportOf(small, outcomes));
    expect(reportOf(small, outcomes).digest).not.toBe(reportOf({ ...small, seed: 2 }, outcomesOf({ ...small, seed: 2 })).digest);
  });

  it('has outcomes that pass through JSON unchanged', () => {
    expect(JSON.parse(JSON.stringify(outcomes))).toEqual(outcomes);
  });

  it('tells a job that failed, and lets the rest stand', () => {
    const report = reportOf(small, [{ ok: false, error: 'it broke' }, ...outcomes.slice(1)]);
    expect(report.failures).toEqual([{ job: 0, label: jobsOf(small)[0]?.label, message: 'it broke' }]);
    expect(report.finished).toBe(outcomes.length - 1);
    expect(report.raw.rows).toHaveLength(outcomes.length - 1);
  });

  it('says the command that repeats it', () => {
    expect(reportOf(small, []).command).toBe(
      'npm run -s chorus -- experiment coupling-sweep --seed 1 --replicates 2 --set points=3 --set mostDecade=3 --set settleS=2 --set measureS=1',
    );
  });
});

describe('a setup', () => {
  it('is what its text says, and is written back as it was read', () => {
    expect(parseSetup(writeSetup(small))).toEqual({ ok: true, value: small });
  });

  it('is refused with path, what was found and what is allowed', () => {
    const faultsOf = (value: object) => {
      const checked = checkSetup({ schema: 'chorus.experiment/1', experiment: 'coupling-sweep', ...value });
      return checked.ok ? [] : checked.error;
    };
    expect(faultsOf({ experiment: 'coupling-sweeps' })).toMatchObject([
      { path: 'experiment', found: '"coupling-sweeps"', allowed: expect.stringContaining('did you mean "coupling-sweep"?') },
    ]);
    expect(faultsOf({ replicates: 1e9 })).toMatchObject([
      { path: 'replicates', found: '1000000000', allowed: 'a whole number from 1 to 1000' },
    ]);
    expect(faultsOf({ replicates: NaN, seed: -1 }).map(({ path }) => path)).toEqual(['seed', 'replicates']);
    expect(faultsOf({ settings: { ratioFrom: 2, ratioTo: 2 } })).toMatchObject([
      { path: 'settings.ratioTo', allowed: 'more than ratioFrom (2)' },
    ]);
    expect(faultsOf({ settings: { point: 3, law: 'cauchy' } })).toMatchObject([
      { path: 'settings.point', allowed: expect.stringContaining('did you mean "points"?') },
      { path: 'settings.law', found: '"cauchy"' },
    ]);
    expect(faultsOf({ jobs: 3, schema: 'chorus.scenario/1' }).map(({ path }) => path)).toEqual(['jobs', 'schema']);
    expect(parseSetup('{"schema": ')).toMatchObject({ ok: false, error: [{ found: expect.stringContaining('line 1') }] });
  });
});
