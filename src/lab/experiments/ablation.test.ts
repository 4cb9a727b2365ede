import { expect, it } from 'vitest';
import { conduct, rowNamed, setupFor } from './experiments.test-kit.ts';

it('sees what each ingredient is for: legacy and those without a quorum split, The Chorus does not', { timeout: 120_000 }, () => {
  const report = conduct(setupFor('ablation', 2, { agents: 5, tokenRateHz: 4 }));
  const split = (subject: string): number => {
    const { relation, value } = rowNamed(report, 'share of replicates in which two logs differ', subject);
    return relation === '<' ? 0 : value;
  };
  for (const subject of ['Legacy', 'Lamport, reachable', 'No phase 1']) expect([subject, split(subject)]).toEqual([subject, 1]);
  for (const subject of ['The Chorus', 'Lamport, all', 'Wall-clock quorum', 'No backoff'])
    expect([subject, split(subject)]).toEqual([subject, 0]);
  const verdictOf = (subject: string) => report.judgements.find(({ claim }) => claim.startsWith(subject))?.verdict;
  expect(['The Chorus', 'Lamport, all', 'Legacy,'].map(verdictOf)).toEqual(['not refuted', 'holds', 'holds']);
  expect(report.judgements[0]?.sentence).toContain('No failure seen in 2 replicates (each in fewer than 84.2% with 95% confidence)');
  expect(rowNamed(report, 'share of replicates in which two logs differ', 'The Chorus').verdict).toBe('not refuted');
});
