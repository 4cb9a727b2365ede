import { expect, it } from 'vitest';
import { conduct, rowNamed, setupFor } from './experiments.test-kit.ts';

// K = 4: the step 1/f is unstable below f = 2 Hz. ω = 8: at 1.6 Hz it seems to be 8 − 2π·1.6 = −2.05 rad/s.
it('finds the instability below K/2, the standstill in silence and the alias', () => {
  const report = conduct(setupFor('token-clock', 4));
  expect(report.judgements.map(({ verdict }) => verdict)).toEqual(['fails', 'fails', 'fails']);
  expect(rowNamed(report, 'order at the end', 'token-driven, f = 1.9 Hz').value).toBeLessThan(0.999);
  expect(rowNamed(report, 'order at the end', 'token-driven, f = 2.1 Hz').value).toBeCloseTo(1, 9);
  expect(rowNamed(report, 'order at the end', 'decoupled, f = 0.8 Hz').value).toBeCloseTo(1, 9);
  expect(rowNamed(report, 'apparent turning', 'token-driven, f = 2.5 Hz').value).toBeCloseTo(8 - 5 * Math.PI, 6);
  expect(rowNamed(report, 'progress of the phase', 'token-driven, f = 4 Hz').value).toBeCloseTo(100 / 110, 3);
  expect(rowNamed(report, 'progress of the phase', 'decoupled, f = 4 Hz').value).toBeCloseTo(1, 3);
});
