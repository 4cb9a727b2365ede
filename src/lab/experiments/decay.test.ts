import { expect, it } from 'vitest';
import { conduct, setupFor } from './experiments.test-kit.ts';

// Seed 1, N = 500: r of a field with K = 3 σ² scatters by 0.005 over two minutes.
it('finds the cycles between the Hopf points, and at rest the order of the coupling left', () => {
  const report = conduct(setupFor('decay', 1, { oscillators: 500, agents: 8 }));
  expect(report.judgements.map(({ verdict }) => verdict)).toEqual(['holds', 'holds']);
});
