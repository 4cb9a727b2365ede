import { expect, it } from 'vitest';
import { createCampaign } from './campaign.ts';
import { subjectOf } from './subject.ts';

it('the fast chorus keeps every promise in the trials of 100 seeds', () => {
  const campaign = createCampaign(subjectOf('chorus-fast'));
  for (let seed = 0; seed < 100; seed++) expect(campaign.run(seed)?.finding, `seed ${seed}`).toBeUndefined();
});
