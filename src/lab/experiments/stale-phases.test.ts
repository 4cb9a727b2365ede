import { expect, it } from 'vitest';
import { conductSome, rowNamed, setupFor } from './experiments.test-kit.ts';

// K_c(τ) passes K = 1 at τ = 0.71 s (oracle 14): with 50 messages a second r at 0.3 s stays, at 0.9 s it is gone.
it('loses synchrony where phases are as old as theory bears', { timeout: 120_000 }, () => {
  const report = conductSome(setupFor('stale-phases', 2, { columns: 2 }), (label) => /, (5|10) messages/.test(label));
  for (const rate of [5, 10]) {
    const { low, high, note } = rowNamed(report, 'synchrony is lost at a delay of', `${rate} messages/s`);
    expect([low, high]).toEqual([expect.closeTo(0.3, 12), expect.closeTo(0.9, 12)]);
    expect(note).toContain(`theory ${rate === 5 ? '0.611' : '0.661'} s`);
  }
  expect(rowNamed(report, 'cells on the side of the line where theory has them').value).toBe(1);
});
