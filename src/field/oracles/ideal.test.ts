/**
 * Results that nobody here made up, for the field under ideal exchange: exact formulas and what theory says of large N.
 * Seeds are fixed; a bound is 4.5 standard errors over the replicates (chance exceeds that once in 10⁵ comparisons) unless
 * said otherwise, plus the stated bias of the scheme. `errors.test.ts` plants errors and sees them caught.
 */
import { describe, expect, it } from 'vitest';
import { TWO_PI } from '../../base/math.ts';
import { fillNormals, streams } from '../../base/random.ts';
import { createField, type Field } from '../field.ts';
import { deviation, estimate, mean, orderOf, plain, run, seeds, unwrapped } from '../field.fixture.ts';
import { allToAll, type MeanField } from '../mean-field.ts';
import { schemeTables, type SchemeName } from '../schemes/tables.ts';
import { identicalOrder } from './oracles.fixture.ts';

const names = Object.keys(schemeTables) as SchemeName[];

/** Largest |θ̄(t) − θ̄(0) − ω̄ t − (σ/N) Σ W_i(t)| on the way. */
function meanPhaseError(scheme: SchemeName, exchange?: (field: Field) => MeanField): number {
  const frequency = { law: 'normal', centre: 0.5, width: 1, sampling: 'random' } as const;
  const options = { scheme, frequency };
  const noise = 0.7;
  const start = createField({ ...plain, ...options });
  const [mean0, meanFrequency] = [mean(start.phaseRad), mean(start.frequencyRadS)];
  const xi = new Float64Array(plain.oscillators);
  let wiener = 0;
  let worst = 0;
  run(options, {
    coupling: 3,
    noise,
    to: 1000,
    ...(exchange && { exchange }),
    each: (field, n) => {
      fillNormals(plain.seed, streams.fieldNoise, n - 1, 0, 0, plain.oscillators / 16, xi);
      wiener += Math.sqrt(plain.stepS) * mean(xi);
      const expected = mean0 + meanFrequency * n * plain.stepS + noise * wiener;
      worst = Math.max(worst, Math.abs(mean(unwrapped(field)) - expected));
    },
  });
  return worst;
}

describe('1: the mean phase', () => {
  // Broken by any error in the noise, in the winding, in Newton's third law of the coupling.
  it.each(names)('moves with the mean frequency and the mean noise, path by path, with %s', (scheme) => {
    expect(meanPhaseError(scheme)).toBeLessThan(1e-12);
  });

  it('no longer does when half the agents hear only half, or everyone hears what was a step ago', () => {
    const oneWay = (field: Field): MeanField => ({
      meanField(timeS, re, im, outRe, outIm) {
        allToAll(field.agentStart).meanField(timeS, re, im, outRe, outIm);
        for (let a = 0; a < 4; a++) {
          outRe[a] = mean(re.subarray(0, 4)) / 2;
          outIm[a] = mean(im.subarray(0, 4)) / 2;
        }
      },
    });
    const late = (field: Field): MeanField => {
      const all = allToAll(field.agentStart);
      let before: [Float64Array, Float64Array] | undefined;
      return {
        meanField(timeS, re, im, outRe, outIm) {
          const [oldRe, oldIm] = before ?? [re, im];
          all.meanField(timeS, oldRe, oldIm, outRe, outIm);
          before = [re.slice(), im.slice()];
        },
      };
    };
    expect(meanPhaseError('euler-maruyama', oneWay)).toBeGreaterThan(1e-3);
    expect(meanPhaseError('euler-maruyama', late)).toBeGreaterThan(1e-3);
  });
});

describe('2: without coupling', () => {
  const [noise, steps, oscillators] = [1.2, 80, 100];
  const t = steps * plain.stepS;
  const course = { coupling: 0, noise, to: steps };

  // Exact for every scheme and step. Broken by noise × dt, by noise never added, by one noise for all.
  it.each(names)('unwrapped phases spread as σ²t and order decays from synchrony as it must, with %s', (scheme) => {
    const fields = seeds(150).map((seed) => run({ seed, scheme, oscillators, initial: { kind: 'synchronised', r0: 0 } }, course));
    const spread = estimate(fields.map((field) => mean(unwrapped(field).map((x) => x * x))));
    expect(deviation(spread, noise * noise * t)).toBeLessThan(4.5);
    const square = estimate(fields.map((field) => orderOf(field) ** 2));
    expect(deviation(square, 1 / oscillators + (1 - 1 / oscillators) * Math.exp(-noise * noise * t))).toBeLessThan(4.5);
  });
});

describe('3: random phases', () => {
  // Broken by phases that are not uniform or not independent, at the start or after wrapping.
  it.each([0, 40])('have E r² = 1/N and E r ≈ √(π/4N), after %s steps', (to) => {
    const oscillators = 50;
    const orders = seeds(800).map((seed) => orderOf(run({ seed, oscillators }, { coupling: 0, noise: 1, to })));
    expect(deviation(estimate(orders.map((r) => r * r)), 1 / oscillators)).toBeLessThan(4.5);
    // Next term of the expansion: relative −1/(16 N), a tenth of a standard error here.
    expect(deviation(estimate(orders), Math.sqrt(Math.PI / (4 * oscillators)))).toBeLessThan(4.5);
  });
});

describe('5: identical oscillators with noise', () => {
  // N = 2000, K·dt ≤ 0.02; one run, mean over t = 5 … 20. 1%: finite size and step make r some 0.3% smaller, and the mean over
  // 15 s has a standard error below 0.1%. Broken by any wrong factor in K or σ: K_c = σ² is the only scale.
  it.each([
    [2, 1],
    [1.5, 1],
    [1, 0.6],
  ])('settle at r = I₁(x)/I₀(x), x = 2Kr/σ², for K = %s, σ = %s', (coupling, noise) => {
    const orders: number[] = [];
    const each = (field: Field, n: number): void => {
      if (n > 500 && n % 5 === 0) orders.push(orderOf(field));
    };
    run({ oscillators: 2000, agents: 16, initial: { kind: 'synchronised', r0: 0 } }, { coupling, noise, to: 2000, each });
    expect(Math.abs(mean(orders) / identicalOrder(coupling, noise) - 1)).toBeLessThan(0.01);
  });
});

describe('8: two oscillators', () => {
  // φ̇ = Δω − K sin φ. Broken by a wrong sign or factor in the coupling, or by an agent that hears itself wrongly.
  const pair = (width: number, scheme: SchemeName, stepS: number) =>
    ({ oscillators: 2, agents: 2, frequency: { law: 'uniform', centre: 0.3, width, sampling: 'quantile' }, scheme, stepS }) as const;
  const gap = (field: Field): number => {
    const [a = NaN, b = NaN] = unwrapped(field);
    return (field.frequencyRadS[0] ?? NaN) > (field.frequencyRadS[1] ?? NaN) ? a - b : b - a;
  };

  it.each(names)('lock with sin φ = Δω/K and r = |cos(φ/2)| when |Δω| ≤ K, with %s', (scheme) => {
    const [width, coupling] = [1, 2];
    const field = run(pair(width, scheme, 0.01), { coupling, noise: 0, to: 3000 });
    const locked = Math.asin(width / coupling);
    // The fixed point is exact for every scheme; 30 s forget the start by e^{−52}.
    expect(Math.sin(gap(field))).toBeCloseTo(width / coupling, 12);
    expect(orderOf(field)).toBeCloseTo(Math.cos(locked / 2), 12);
  });

  it.each(names)('drift with period 2π/√(Δω² − K²) when |Δω| > K, with %s', (scheme) => {
    const [width, coupling, stepS, periods] = [1.25, 1, 1e-3, 3];
    const crossings: number[] = [];
    let before = NaN;
    run(pair(width, scheme, stepS), {
      coupling,
      noise: 0,
      to: 35_000,
      each: (field, n) => {
        const turns = gap(field) / TWO_PI;
        if (Math.floor(turns) > Math.floor(before)) crossings.push((n - (turns - Math.floor(turns)) / (turns - before)) * stepS);
        before = turns;
      },
    });
    const period = ((crossings[periods] ?? NaN) - (crossings[0] ?? NaN)) / periods;
    expect(Math.abs(period / (TWO_PI / Math.sqrt(width * width - coupling * coupling)) - 1)).toBeLessThan(1e-4);
  });
});
