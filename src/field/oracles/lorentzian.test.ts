/** Oracle 9: the Lorentzian law without noise, on the manifold of Ott & Antonsen. */
import { describe, expect, it } from 'vitest';
import { orderOf, plain, seeds } from '../field.fixture.ts';
import { allToAll } from '../mean-field.ts';
import { lorentzianOrderOverTime } from '../theory/ott-antonsen.ts';
import { observe, scaled, type Planted } from './oracles.fixture.ts';

describe('9: a Lorentzian law without noise, from a Poisson kernel', () => {
  const width = 0.5;
  const stepS = 0.005;

  /** Largest |r(t) − theory| on the way to 10 s, r being the mean of 4 runs of 10⁴ oscillators, seeds 1000 … 1003. */
  function worst(coupling: number, order0: number, planted: Planted = {}): number {
    const frequency = { law: 'lorentzian', centre: 1, width, sampling: 'quantile' } as const;
    const initial = { kind: 'poisson', r0: order0 } as const;
    const orders = new Float64Array(2001);
    for (const seed of seeds(4)) {
      const options = { ...plain, seed, oscillators: 10_000, agents: 10, frequency, initial, stepS };
      observe({ options, coupling, noise: 0, exchange: (field) => allToAll(field.agentStart), planted }, 2000, (field, n) => {
        orders[n] = (orders[n] ?? NaN) + orderOf(field) / 4;
      });
    }
    const theory = lorentzianOrderOverTime(coupling, width, order0);
    return orders.slice(1).reduce((largest, r, k) => Math.max(largest, Math.abs(r - theory((k + 1) * stepS))), 0);
  }

  // 0.02: chance gives the mean of 4 · 10⁴ phases an order of 0.0035 along itself, which coupling magnifies by half at most: 0.005, four
  // times. (Largest seen with 24 other sets of seeds: 0.0082; Euler's own share is 0.005.) Broken by a wrong factor or sign of K, by
  // frequencies or initial phases that do not follow their laws.
  it.each([
    [0.6, 0.8],
    [1, 0.8],
    [2, 0.3],
    [4, 0.3],
  ])('r(t) follows the closed form, below, at and above threshold: K = %s, r₀ = %s', (coupling, order0) => {
    expect(worst(coupling, order0)).toBeLessThan(0.02);
  });

  it('tells errors: K_c by a tenth, the sine of θ_i − θ_j', () => {
    expect(worst(2, 0.3, { force: scaled(1.1) })).toBeGreaterThan(0.025);
    expect(worst(2, 0.3, { force: scaled(-1) })).toBeGreaterThan(0.2);
  });
});
