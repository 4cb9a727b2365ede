import { expect, it } from 'vitest';
import { conduct, setupFor } from './experiments.test-kit.ts';

// Seeds 1 to 3, N = 300: r of a field with K = 3 σ² scatters by 0.005 over two minutes.
it('finds the cycles between the Hopf points, and at rest the order of the coupling left', () => {
  const report = conduct(setupFor('decay', 3, { oscillators: 300, agents: 8 }));
  expect(report.judgements.map(({ verdict }) => verdict)).toEqual(['holds', 'holds']);
});
