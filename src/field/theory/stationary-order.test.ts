/** Reference values: mpmath 1.3 with 20 digits or more; integrals along the real axis, Bessel functions of complex order. */
import { describe, expect, it } from 'vitest';
import { laws, type LawName } from '../laws/registry.ts';
import type { Answer } from './answer.ts';
import { theoryOfLaw } from './laws/registry.ts';
import { criticalCoupling, stationaryOrder } from './stationary-order.ts';

const names = Object.keys(laws) as LawName[];
const relative = (found: number, exact: number): number => Math.abs(found / exact - 1);
const valueOf = (answer: Answer): number => (answer.known ? answer.value : NaN);
const order = (law: LawName, widthRadS: number, noise: number, coupling: number): number =>
  valueOf(stationaryOrder({ law, widthRadS, noise }, coupling));
const threshold = (law: LawName, widthRadS: number, noise: number): number => criticalCoupling({ law, widthRadS, noise }).value;

describe('the critical coupling', () => {
  it('is 2/∫ g(ω) D/(D² + ω²) dω', () => {
    const table = [
      ['lorentzian', 0.5, 0.3, 1.09],
      ['lorentzian', 2, 0.7, 4.49],
      ['normal', 0.5, 0.3, 0.85604934600246507],
      ['normal', 0.5, 1, 1.5251352761609812],
      ['normal', 2, 0.7, 3.5098843815107347],
      ['uniform', 0.5, 0.3, 0.67520205218287932],
      ['uniform', 0.5, 1, 1.2732395447351627],
      ['uniform', 2, 0.7, 2.7607081213004582],
      ['identical', 2, 0.7, 0.49],
      ['bimodal', 0.25, 1, 1.25],
    ] as const;
    for (const [law, width, noise, value] of table) expect(relative(threshold(law, width, noise), value)).toBeLessThan(1e-14);
  });

  it('is the textbooks’ without noise', () => {
    expect(threshold('lorentzian', 0.7, 0)).toBe(1.4);
    expect(threshold('normal', 0.7, 0)).toBeCloseTo(0.7 * Math.sqrt(8 / Math.PI), 14);
    expect(threshold('uniform', 0.7, 0)).toBeCloseTo(2.8 / Math.PI, 14);
    expect(threshold('identical', 0.7, 0)).toBe(0);
    expect(threshold('bimodal', 0.7, 0)).toBe(0);
  });

  it('is 2σ² for two peaks further apart than the noise blurs them, whatever their distance', () => {
    expect([threshold('bimodal', 0.5, 1), threshold('bimodal', 0.6, 1), threshold('bimodal', 9, 1)]).toEqual([2, 2, 2]);
  });

  it('is where the share of an infinitesimal pull reaches 1/K, for every law that sets in at rest', () => {
    for (const law of names) {
      for (const noise of [0.4, 1, 3]) {
        const width = law === 'bimodal' ? 0.4 * noise * noise : 0.8;
        const share = theoryOfLaw(law, width).share(width, (noise * noise) / 2);
        expect(relative(1 / share(0), threshold(law, width, noise))).toBeLessThan(1e-13);
      }
    }
  });

  it('is that of identical oscillators for a law of no width', () => {
    for (const law of names) expect([threshold(law, 0, 1.5), order(law, 0, 1, 2)]).toEqual([2.25, order('identical', 0, 1, 2)]);
  });
});

describe('the stationary order', () => {
  it('with spread and noise agrees with integrals along the real axis', () => {
    const table = [
      ['lorentzian', 0.5, 0.6, 2, 0.6047648079738482],
      ['normal', 0.5, 0.6, 2, 0.90011452398520695],
      ['uniform', 0.5, 0.6, 2, 0.93726674409304203],
      ['bimodal', 0.5, 0.6, 2, 0.90483548105276905],
      ['normal', 1, 0.4, 1.8, 0.40383161575536471],
      ['uniform', 1, 0.4, 1.5, 0.82799104043930921],
      ['bimodal', 0.5, 1.2, 2.4, 0.62483988384898679],
    ] as const;
    for (const [law, width, noise, coupling, value] of table) {
      expect(relative(order(law, width, noise, coupling), value)).toBeLessThan(1e-12);
    }
  });

  it('without noise is the known one', () => {
    const table = [
      ['lorentzian', 0.5, 1.25, Math.sqrt(1 - 1 / 1.25)],
      ['lorentzian', 0.5, 8, Math.sqrt(1 - 1 / 8)],
      ['normal', 1, 2, 0.71517395668318316],
      ['normal', 1, 1.7, 0.42536210894086202],
      ['normal', 0.5, 3, 0.9853631272962724],
      ['uniform', 1, 1.3, 0.82442614674843101],
      ['uniform', 1, 1.5, 0.8986099899494483],
      ['uniform', 1, 4, 0.98925136963550125],
      ['bimodal', 1, 2.5, Math.sqrt((1 + Math.sqrt(1 - 4 / 6.25)) / 2)],
    ] as const;
    for (const [law, width, coupling, value] of table) expect(relative(order(law, width, 0, coupling), value)).toBeLessThan(1e-13);
    expect(order('identical', 0, 0, 0.1)).toBe(1);
  });

  it('of identical oscillators is the root of r = I₁(x)/I₀(x)', () => {
    const table = [
      [2, 1, 0.83146202475425697],
      [1.2, 1, 0.54488898661190852],
      [3, 0.5, 0.97847125544997894],
      [5, 2, 0.58970798778274362],
      [100, 0.1, 0.99997499906242968],
    ] as const;
    for (const [coupling, noise, r] of table) expect(relative(order('identical', 1, noise, coupling), r)).toBeLessThan(1e-12);
    // Just above threshold the two sides nearly touch: half of the digits are gone.
    expect(relative(order('identical', 1, 1, 1.0001), 0.014140957232231471)).toBeLessThan(1e-8);
    expect([order('identical', 1, 1, 1), order('identical', 1, 1, 0.5), order('identical', 1, 1e-160, 1)]).toEqual([0, 0, 1]);
  });

  it('tends to the noiseless one as noise goes, by less than σ² relative', () => {
    for (const law of names) {
      for (const noise of [0.1, 0.01, 1e-4]) {
        expect(relative(order(law, 0.5, noise, 3), order(law, 0.5, 0, 3))).toBeLessThan(noise * noise);
      }
    }
  });

  it('is 0 below threshold and leaves it like a square root, but from π/4 for the uniform law without noise', () => {
    for (const law of ['lorentzian', 'normal', 'uniform', 'identical'] as const) {
      for (const noise of [0.3, 1]) {
        const critical = threshold(law, 0.5, noise);
        expect(order(law, 0.5, noise, critical * (1 - 1e-12))).toBe(0);
        const [near, far] = [order(law, 0.5, noise, critical * (1 + 1e-8)), order(law, 0.5, noise, critical * (1 + 4e-8))];
        // For the uniform law with weak noise the square root is steep, and gives way early.
        expect(far / near).toBeCloseTo(2, 3);
      }
    }
    const jump = threshold('uniform', 0.5, 0);
    expect(order('uniform', 0.5, 0, jump * (1 - 1e-12))).toBe(0);
    expect(order('uniform', 0.5, 0, jump)).toBeCloseTo(Math.PI / 4, 12);
    expect(order('uniform', 0.5, 0, jump * (1 + 1e-12))).toBeCloseTo(Math.PI / 4, 5);
  });

  it('rises with coupling and falls with noise', () => {
    for (const law of ['lorentzian', 'normal', 'uniform', 'identical'] as const) {
      for (let k = 1; k < 40; k++) {
        const coupling = 1.5 + k / 4;
        const here = order(law, 0.5, 0.5, coupling);
        expect(order(law, 0.5, 0.5, coupling + 0.25)).toBeGreaterThan(here);
        expect(order(law, 0.5, 0.6, coupling)).toBeLessThan(here);
        expect(here).toBeLessThanOrEqual(1);
      }
    }
  });

  it('of two peaks is not known while they turn against each other, and says where r = 0 is stable too', () => {
    const wide = { law: 'bimodal', widthRadS: 1, noise: 1 } as const;
    expect(stationaryOrder(wide, 1.9)).toMatchObject({ known: true, value: 0 });
    expect(stationaryOrder(wide, 2.1)).toMatchObject({ known: false });
    expect(stationaryOrder({ ...wide, noise: 0 }, 1.999)).toMatchObject({ known: false });
    const narrow = { law: 'bimodal', widthRadS: 0.45, noise: 1 } as const;
    const critical = criticalCoupling(narrow).value;
    const both = stationaryOrder(narrow, critical * 0.9999);
    expect(both).toMatchObject({ known: true });
    expect(valueOf(both)).toBeGreaterThan(0.1);
    expect(both.known && both.regime).toContain('r = 0 is stable as well');
    expect(stationaryOrder(narrow, critical * 1.01)).not.toMatchObject({ regime: expect.stringContaining('as well') });
  });

  it('is not known where nothing moves', () => {
    expect(stationaryOrder({ law: 'identical', widthRadS: 0, noise: 0 }, 0)).toMatchObject({ known: false });
    for (const law of ['lorentzian', 'normal', 'uniform'] as const) expect(order(law, 1, 0, 0)).toBe(0);
  });

  it('is found at the ends of the ranges of coupling, width and noise', () => {
    for (const law of ['lorentzian', 'normal', 'uniform', 'identical'] as const) {
      for (const width of [1e-3, 100]) {
        for (const noise of [1e-9, 0.01, 20]) {
          for (const coupling of [1e-3, 100]) {
            const found = order(law, width, noise, coupling);
            expect(found >= 0 && found <= 1, `${law} ${width} ${noise} ${coupling}: ${found}`).toBe(true);
          }
        }
      }
    }
  });

  it('tells formula, regime and source', () => {
    for (const law of names) {
      for (const noise of [0, 0.5]) {
        const answer = stationaryOrder({ law, widthRadS: 0.5, noise }, 3);
        expect(answer.known && [answer.formula, answer.regime, answer.source].every((text) => text.length > 4)).toBe(true);
      }
    }
  });
});
