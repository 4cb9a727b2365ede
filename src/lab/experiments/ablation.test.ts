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
  const verdicts = new Map(report.judgements.map(({ claim, verdict }) => [claim.split(',')[0], verdict]));
  expect(verdicts.get('The Chorus')).toBe('holds');
});
