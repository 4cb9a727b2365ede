import { describe, expect, it } from 'vitest';
import { createCampaign } from './campaign.ts';
import { missingFrom } from './coverage.ts';
import { subjectOf } from './subject.ts';

describe('the chorus under swarms of faults', () => {
  const trials = 500;
  const chunk = 100;
  const campaign = createCampaign(subjectOf('chorus'));

  it.each(Array.from({ length: trials / chunk }, (_, index) => index * chunk))(
    'keeps every promise in the trial of seed %i and of the 99 after it',
    (first) => {
      for (let seed = first; seed < first + chunk; seed++) expect(campaign.run(seed)?.finding, `seed ${seed}`).toBeUndefined();
    },
  );

  it('while every cut stopped messages and every fault happened, each cut with each fault', () => {
    const { coverage } = campaign;
    expect(coverage.trials).toBe(trials);
    expect(coverage.replayed).toBeGreaterThan(trials / 20);
    expect(missingFrom(coverage)).toEqual([]);
    for (const [cut, faults] of Object.entries(coverage.together)) {
      for (const [fault, count] of Object.entries(faults)) expect(count, `${cut} and ${fault}`).toBeGreaterThan(0);
    }
    expect(coverage.tokens / coverage.trials).toBeGreaterThan(20);
  });

  it('and a fault that never happened would be missed', () => {
    const { coverage } = campaign;
    expect(missingFrom({ ...coverage, cuts: { ...coverage.cuts, ring: 0 }, faults: { ...coverage.faults, pause: 0 } })).toEqual([
      'ring',
      'pause',
    ]);
  });
});
