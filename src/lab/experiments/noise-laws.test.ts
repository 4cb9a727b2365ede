import { expect, it } from 'vitest';
import { conduct, setupFor } from './experiments.test-kit.ts';

it('finds that a reflection has its density, a clamp another one, and that only a turn stays on the circle', () => {
  const report = conduct(setupFor('noise-laws', 2));
  expect(report.judgements.map(({ verdict }) => verdict)).toEqual(['holds', 'fails', 'holds', 'fails']);
});
