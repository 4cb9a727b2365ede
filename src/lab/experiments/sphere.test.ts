import { expect, it } from 'vitest';
import { conduct, rowNamed, setupFor } from './experiments.test-kit.ts';

it('finds the jump of D = 3, the threshold of D = 2 and 4, and theory’s order with noise', () => {
  const report = conduct(setupFor('sphere', 3, { oscillators: 400, mostDimension: 4, coupling: 0.25 }));
  const weak = 'order at the weak coupling';
  expect(Math.abs(rowNamed(report, weak, 'D = 3').value - 0.5)).toBeLessThan(0.05);
  expect(rowNamed(report, weak, 'D = 2').value).toBeLessThan(0.15);
  expect(rowNamed(report, weak, 'D = 4').value).toBeLessThan(0.15);
  expect(report.judgements.map(({ verdict }) => verdict)).toEqual(['holds', 'holds']);
});
