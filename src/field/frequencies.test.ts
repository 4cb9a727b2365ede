import { describe, expect, it } from 'vitest';
import { sampleFrequencies } from './frequencies.ts';
import { laws, type LawName } from './laws/registry.ts';

const names = Object.keys(laws) as LawName[];
function sample(law: LawName, sampling: 'random' | 'quantile', oscillators: number, seed = 1): Float64Array {
  const frequencyRadS = new Float64Array(oscillators);
  sampleFrequencies(seed, { law, centre: 3, width: 2, sampling }, frequencyRadS);
  return frequencyRadS;
}

describe('natural frequencies', () => {
  it.each(names)('by quantile are exactly the (i + ½)/N quantiles of the %s law, in another order', (law) => {
    const found = sample(law, 'quantile', 1000);
    const quantiles = Float64Array.from({ length: 1000 }, (_, i) => 3 + 2 * laws[law]((i + 0.5) / 1000));
    expect(found.toSorted()).toEqual(quantiles.toSorted());
    if (law !== 'identical') expect(found).not.toEqual(quantiles);
  });

  it('by quantile are shuffled evenly: where the smallest lands is uniform', () => {
    // χ² with 15 degrees of freedom exceeds 50 with probability 10⁻⁵. Seeds 0 … 7999.
    const bins = new Array<number>(16).fill(0);
    for (let seed = 0; seed < 8000; seed++) {
      const list = sample('uniform', 'quantile', 16, seed);
      const place = list.indexOf(Math.min(...list));
      bins[place] = (bins[place] ?? NaN) + 1;
    }
    expect(bins.reduce((sum, n) => sum + (n - 500) ** 2 / 500, 0)).toBeLessThan(50);
  });

  it('at random follow the law', () => {
    // Share below the law's quartile: ¼ ± 5 standard errors of √(3/16/N).
    const oscillators = 20_000;
    for (const law of ['lorentzian', 'normal', 'uniform'] as const) {
      const quartile = 3 + 2 * laws[law](0.25);
      const share = sample(law, 'random', oscillators).filter((x) => x < quartile).length / oscillators;
      expect(Math.abs(share - 0.25)).toBeLessThan(5 * Math.sqrt(3 / 16 / oscillators));
    }
  });

  it('depend on the seed, and at random not on how many there are', () => {
    expect(sample('normal', 'random', 100, 1)).not.toEqual(sample('normal', 'random', 100, 2));
    expect(sample('normal', 'random', 100)).toEqual(sample('normal', 'random', 200).slice(0, 100));
  });
});
