/** Oracle 15: populations cut in halves, coupling divided by the whole population: K = 3, σ = 1, identical oscillators. */
import { describe, expect, it } from 'vitest';
import { estimate, mean, orderOf, plain, seeds, unwrapped, type Estimate } from '../field.fixture.ts';
import { allToAll, type MeanField } from '../mean-field.ts';
import { effectiveCoupling, meanPhaseSpread, orderPhaseFactor } from '../theory/partition.ts';
import { identicalOrder, observe, offBy, scaled, type Planted } from './oracles.fixture.ts';

const [coupling, noise] = [3, 1];
const felt = effectiveCoupling(coupling, 1, 2, 'population');
const theory = (of: number): number => identicalOrder(of, noise);

/** Every agent is one half of a population of two: H_a = z_a/2, and a share of its neighbour's where the cut is not tight. */
const halves =
  (leak = 0) =>
  (): MeanField => ({
    meanField(_timeS, re, im, outRe, outIm) {
      for (let a = 0; a < re.length; a++) {
        outRe[a] = ((re[a] ?? NaN) + leak * (re[a ^ 1] ?? NaN)) / 2;
        outIm[a] = ((im[a] ?? NaN) + leak * (im[a ^ 1] ?? NaN)) / 2;
      }
    },
  });
const synchronised = { ...plain, initial: { kind: 'synchronised', r0: 0 } } as const;

describe('15: the order of halves', () => {
  /** Mean r of 16 halves of 2000 oscillators each, over 10 … 40 s. Seed 15. */
  function orderOfHalves(planted: Planted = {}): Estimate {
    const options = { ...synchronised, seed: 15, oscillators: 32_000, agents: 16 };
    const orders = new Float64Array(16);
    observe({ options, coupling, noise, exchange: halves(), planted }, 4000, ({ agentRe, agentIm }, n) => {
      if (n <= 1000) return;
      orders.forEach((sum, a) => (orders[a] = sum + Math.sqrt((agentRe[a] ?? NaN) ** 2 + (agentIm[a] ?? NaN) ** 2) / 3000));
    });
    return estimate(Array.from(orders));
  }
  const expected = theory(felt);

  // 16 replicates: 6 standard errors (Student's t, 15 degrees of freedom). 0.004: step and finite n make r smaller. Broken by coupling
  // over those heard, by anything from the other side.
  it('is that of coupling K n_c/N', () => {
    expect(expected).toBeCloseTo(0.724, 3);
    const found = orderOfHalves();
    expect(found.error).toBeLessThan(0.003);
    expect(Math.abs(found.mean - expected)).toBeLessThan(6 * found.error + 0.004);
  });

  it('is that of coupling K once they are healed', () => {
    const healed = seeds(6).map((seed) => {
      const orders: number[] = [];
      const setting = { options: { ...synchronised, seed, oscillators: 4000 }, coupling, noise };
      observe({ ...setting, exchange: (field) => allToAll(field.agentStart) }, 2000, (field, n) => {
        if (n > 500) orders.push(orderOf(field));
      });
      return mean(orders);
    });
    // One run has a standard deviation of 0.0005; the step makes r 0.001 smaller.
    expect(Math.abs(mean(healed) - theory(coupling))).toBeLessThan(0.003);
  });

  it('tells errors: coupling divided by those heard, and by a tenth too strong', () => {
    for (const factor of [2, 1.1]) expect(Math.abs(orderOfHalves({ force: scaled(factor) }).mean - expected)).toBeGreaterThan(0.025);
  });
});

describe('15: two halves that hear nothing of each other', () => {
  // Near enough to the threshold (felt: 1.3) that mean phase and angle part ways.
  const [strength, pairs, size, lagS, stepS] = [2.6, 64, 100, 10, 0.02];

  /** Squares of what the difference of a pair's phases gains in 10 s: of mean phases, and of the angles ψ. 64 a lag. Seed 16. */
  function drifts(lags: number, leak = 0): { readonly meanPhase: Estimate; readonly angle: Estimate } {
    const options = { ...synchronised, seed: 16, oscillators: 2 * pairs * size, agents: 2 * pairs, stepS };
    const angle = new Float64Array(2 * pairs);
    const squares: { meanPhase: number[]; angle: number[] } = { meanPhase: [], angle: [] };
    let before: { readonly meanPhase: number[]; readonly angle: Float64Array } | undefined;
    observe({ options, coupling: strength, noise, exchange: halves(leak) }, ((lags + 1) * lagS) / stepS, (field, n) => {
      // ψ is followed from step to step, over the seam at ±π.
      for (let a = 0; a < 2 * pairs; a++) {
        const gain = Math.atan2(field.agentIm[a] ?? NaN, field.agentRe[a] ?? NaN) - (angle[a] ?? NaN);
        angle[a] = (angle[a] ?? NaN) + gain - 2 * Math.PI * Math.round(gain / (2 * Math.PI));
      }
      if (n % (lagS / stepS) !== 0) return;
      const phases = unwrapped(field);
      const now = { meanPhase: Array.from(angle, (_, a) => mean(phases.subarray(a * size, (a + 1) * size))), angle: angle.slice() };
      const then = before;
      before = now;
      if (then === undefined) return;
      for (let p = 0; p < 2 * pairs; p += 2) {
        const gain = (at: ArrayLike<number>): number => (at[p] ?? NaN) - (at[p + 1] ?? NaN);
        squares.meanPhase.push((gain(now.meanPhase) - gain(then.meanPhase)) ** 2);
        squares.angle.push((gain(now.angle) - gain(then.angle)) ** 2);
      }
    });
    return { meanPhase: estimate(squares.meanPhase), angle: estimate(squares.angle) };
  }

  const sound = drifts(24);
  const variance = meanPhaseSpread(noise, lagS, size, size);

  // Increments of 10 s are independent, so 1536 squares: a standard error of 4%. Broken by any force between the sides, and by noise
  // that is not independent.
  it('have mean phases that drift apart with variance σ²t(1/n₁ + 1/n₂)', () => {
    expect(sound.meanPhase.error).toBeLessThan(0.05 * variance);
    expect(offBy(sound.meanPhase, variance)).toBeLessThan(1);
  });

  it('have angles ψ that drift apart faster, by 1/(1 − I₀(2Kr/σ²)^{−2})', () => {
    const half = effectiveCoupling(strength, size, 2 * size, 'population');
    const factor = orderPhaseFactor(half, noise, theory(half));
    expect(factor).toBeGreaterThan(1.4);
    // 0.1: n = 100 is not many; with n = 400 the factor seen comes down towards this one.
    expect(offBy(sound.angle, factor * variance, 0.1 * variance)).toBeLessThan(1);
    // And not as the mean phases.
    expect(offBy(sound.angle, variance, 0.1 * variance)).toBeGreaterThan(1);
  });

  it('tells an error: a cut that lets a fifth through', () => {
    expect(offBy(drifts(6, 0.2).meanPhase, variance)).toBeGreaterThan(2);
  });
});
