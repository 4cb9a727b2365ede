import { expect, it } from 'vitest';
import { conductSome, setupFor } from './experiments.test-kit.ts';

it('finds that a reflection has its density, a clamp another one, and that only a turn stays on the circle', () => {
  const report = conductSome(setupFor('noise-laws', 3, { drift: 2 }), (label) => !/^(reflected|clamped), step 0.01/.test(label));
  expect(report.judgements.map(({ verdict }) => verdict)).toEqual(['holds', 'fails', 'holds', 'fails']);
});
