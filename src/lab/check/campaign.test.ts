import { expect, it } from 'vitest';
import { createCampaign } from './campaign.ts';
import { addCoverage, emptyCoverage, missingFrom } from './coverage.ts';
import { subjectOf } from './subject.ts';

// `npm run check:mesh` goes on to 2,000 seeds.
it('the chorus keeps every promise in the trials of the first 64 seeds, some of them lived through twice', () => {
  const campaign = createCampaign(subjectOf('chorus'));
  for (let seed = 0; seed < 64; seed++) expect(campaign.run(seed)?.finding, `seed ${seed}`).toBeUndefined();
  const { trials, replayed, converged, tokens } = campaign.coverage;
  expect({ trials, replayed }).toEqual({ trials: 64, replayed: 4 });
  expect(converged).toBeGreaterThan(trials / 2);
  expect(tokens / trials).toBeGreaterThan(20);
});

it('what happened in trials done elsewhere adds up', () => {
  const whole = createCampaign(subjectOf('chorus'));
  const sum = emptyCoverage();
  for (const [from, to] of [
    [100, 104],
    [104, 110],
  ] as const) {
    const part = createCampaign(subjectOf('chorus'));
    for (let seed = from; seed < to; seed++) {
      part.run(seed);
      whole.run(seed);
    }
    addCoverage(sum, part.coverage);
  }
  expect({ ...sum, simulatedS: 0 }).toEqual({ ...whole.coverage, simulatedS: 0 });
  expect(sum.simulatedS).toBeCloseTo(whole.coverage.simulatedS, 6);
});

it('a fault that never happened is missed once there were trials enough, and then a fault that no cut ever met', () => {
  const coverage = emptyCoverage();
  for (const cut of Object.values(coverage.together)) for (const fault of Object.keys(cut)) cut[fault as keyof typeof cut] = 1;
  for (const counts of [coverage.cuts, coverage.faults]) for (const name of Object.keys(counts)) Object.assign(counts, { [name]: 1 });
  coverage.cuts.ring = coverage.faults.pause = coverage.together.isolate.crash = 0;
  coverage.trials = 499;
  expect(missingFrom(coverage)).toEqual([]);
  coverage.trials = 1999;
  expect(missingFrom(coverage)).toEqual(['ring', 'pause']);
  coverage.trials = 2000;
  expect(missingFrom(coverage)).toEqual(['ring', 'pause', 'isolate with crash']);
});
