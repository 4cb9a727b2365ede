import { describe, expect, it } from 'vitest';
import { createChorusFastWith } from '../../mesh/protocols/chorus-fast/chorus-fast.ts';
import { soundFastRules, type FastRules } from '../../mesh/protocols/chorus-fast/rules.ts';
import { createCampaign } from './campaign.ts';
import { subjectOf } from './subject.ts';
import type { TrialCheck } from './trial.ts';

/** Planted errors that are found early; `acceptor.test.ts` sees the others red by themselves. */
const flaws: readonly { readonly says: string; readonly rules: Partial<FastRules>; readonly check: TrialCheck }[] = [
  {
    says: 'half of the agents count as a quorum',
    rules: { quorum: (agents) => Math.floor(agents / 2) },
    check: 'agreement',
  },
  { says: 'what a quorum had accepted does not bind', rules: { binding: 'none' }, check: 'agreement' },
  { says: 'an acceptor accepts below its promise', rules: { checksAccept: false }, check: 'agreement' },
  { says: 'batches leave out what was proposed before', rules: { batchesStandAlone: false }, check: 'causal order' },
  { says: 'nobody asks for what it lacks', rules: { catchesUp: false }, check: 'liveness' },
  { says: 'nobody takes over the turn', rules: { takesOver: false }, check: 'liveness' },
];

describe('the fast chorus under the same swarms of faults as the chorus', () => {
  it('keeps every promise in the trials of 100 seeds', () => {
    const campaign = createCampaign(subjectOf('chorus-fast'));
    for (let seed = 0; seed < 100; seed++) expect(campaign.run(seed)?.finding, `seed ${seed}`).toBeUndefined();
  });

  it.each(flaws)('which would find that $says', ({ rules, check }) => {
    const createProtocol = createChorusFastWith({ ...soundFastRules, ...rules });
    const campaign = createCampaign({ ...subjectOf('chorus-fast'), createProtocol: () => createProtocol });
    const found = new Set<string>();
    for (let seed = 0; seed < 300 && !found.has(check); seed++) found.add(campaign.run(seed)?.finding.check ?? 'nothing');
    expect(found).toContain(check);
  });
});
