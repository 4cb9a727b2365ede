import { expect, it } from 'vitest';
import { conduct, rowNamed, setupFor } from './experiments.test-kit.ts';

// Ideal exchange, for which theory holds; two replicates. r of 256 oscillators scatters by 0.03 a sample and far less over 5 s.
it('has each side at the order that half of the coupling leaves it, and the whole back after the heal', { timeout: 120_000 }, () => {
  const report = conduct(setupFor('partition', 2, { exchange: 'ideal', oscillators: 256, cutS: 10 }));
  for (const subject of ['The Chorus', 'Legacy']) {
    const during = rowNamed(report, 'r of side 1 during the cut (128 oscillators)', subject).value;
    // K_eff = 3/2 against K_c = 1.25: r² is not far from 1 − K_c/K.
    expect(Math.abs(during - Math.sqrt(1 - 1.25 / 1.5))).toBeLessThan(0.2);
    expect(rowNamed(report, 'r before the cut', subject).value).toBeGreaterThan(during + 0.1);
    expect(rowNamed(report, 'replicates that recovered before the end', subject).value).toBe(1);
  }
  // With ideal exchange the field does not know which protocol runs beside it.
  expect(rowNamed(report, 'r after the heal', 'Legacy').value).toBe(rowNamed(report, 'r after the heal', 'The Chorus').value);
  const [figure] = report.figures;
  expect(figure?.series.map(({ name, origin }) => `${origin} ${name}`)).toEqual([
    'measured whole',
    'measured side 1',
    'measured side 2',
    'theory theory, whole',
    'theory theory, a side',
    'theory theory, whole again',
  ]);
  expect(figure?.series[0]?.x).toHaveLength(141);
});
