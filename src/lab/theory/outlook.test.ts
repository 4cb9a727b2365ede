import { describe, expect, it } from 'vitest';
import { createRun } from '../run/run.ts';
import { defaultScenario } from '../scenario/parse.ts';
import type { Scenario } from '../scenario/schema.ts';
import { outlook } from './outlook.ts';
import type { Answer } from './types.ts';

const withField = (field: Partial<Scenario['field']>): Scenario => ({ ...defaultScenario, field: { ...defaultScenario.field, ...field } });
const identical = withField({
  oscillators: 4000,
  coupling: 3,
  noise: 1,
  frequency: { law: 'identical', centre: 0, width: 0, sampling: 'quantile' },
  initial: { kind: 'synchronised', r0: 0 },
  exchange: 'ideal',
});
const value = (answer: Answer | undefined): number => (answer?.known === true ? answer.value : NaN);

describe('an outlook', () => {
  it('has thresholds that rise where a component feels less of K', () => {
    expect(outlook(identical, { oscillators: [3000, 1000] }).thresholds.map(value)).toEqual([4 / 3, 4]);
    const reachable = withField({ ...identical.field, normalisation: 'reachable' });
    expect(outlook(reachable, { oscillators: [3000, 1000] }).thresholds.map(value)).toEqual([1, 1]);
    expect(outlook(identical, { oscillators: [4000], shape: 'ring' }).thresholds).toMatchObject([{ known: false }]);
  });

  it('has an order of the whole: that of its one component, or the root mean square over strangers', () => {
    const whole = outlook(identical, { oscillators: [4000] });
    expect(value(whole.order)).toBe(value(whole.orders[0]));
    const halves = outlook(identical, { oscillators: [2000, 2000] });
    expect(value(halves.order)).toBeCloseTo(value(halves.orders[0]) / Math.SQRT2, 14);
    // Agents that are down count as disorder.
    const lessOne = outlook(identical, { oscillators: [3000] });
    expect(value(lessOne.order)).toBeCloseTo(0.75 * value(lessOne.orders[0]), 14);
    expect(outlook(identical, { oscillators: [] }).order).toMatchObject({ known: false });
    expect(outlook(identical, { oscillators: [4000], shape: 'one-way' }).order).toMatchObject({ known: false });
  });

  it('has what finite N shows: for identical oscillators with noise at any K, for the Lorentzian law up to half of K_c', () => {
    const small = { ...identical.field, oscillators: 10, coupling: 2 };
    expect(value(outlook(withField(small), { oscillators: [10] }).finiteOrder) ** 2).toBeCloseTo(0.71673937257332983, 12);
    const frequency = { law: 'lorentzian', centre: 0, width: 0.5, sampling: 'quantile' } as const;
    const below = { ...identical.field, frequency, coupling: 1, noise: 1 };
    expect(outlook(withField({ ...below, coupling: 0.5 }), { oscillators: [4000] }).finiteOrder).toMatchObject({
      value: expect.closeTo(Math.sqrt(1 / (4000 * 0.75)), 14) as number,
    });
    expect(outlook(withField({ ...below, coupling: 1.5 }), { oscillators: [4000] }).finiteOrder).toMatchObject({ known: false });
  });

  it('says what it leaves out', () => {
    expect(outlook(identical, { oscillators: [4000] }).caveats).toEqual([]);
    expect(outlook(withField({ oscillators: 50 }), { oscillators: [50] }).caveats).toHaveLength(3);
  });

  // Seed 3, N = 4000, step 0.02 s. Means over 10 … 40 s of a cut and over the last 10 of 20 s after it. One such mean has a standard
  // deviation of 0.005 in the cut and of 0.001 after it (`field/oracles/partition.test.ts`); the step makes r up to 0.004 smaller.
  it('is what a run of the laboratory settles at, cut in halves and healed', () => {
    const run = createRun({
      ...identical,
      seed: 3,
      stepS: 0.02,
      mesh: { ...identical.mesh, agents: 2 },
      interventions: [
        { atS: 0, do: 'partition', shape: 'halves' },
        { atS: 40, do: 'heal' },
      ],
    });
    run.advance(3000);
    const [time, r, rLargest] = [run.timeseries.column('t_s'), run.timeseries.column('r'), run.timeseries.column('r_largest')];
    const meanOver = (column: Readonly<Float64Array>, from: number, to: number): number => {
      const rows = Array.from(column).filter((_, k) => (time[k] ?? NaN) > from && (time[k] ?? NaN) <= to);
      expect(rows.length).toBeGreaterThan(50);
      return rows.reduce((sum, x) => sum + x, 0) / rows.length;
    };
    const [cut, healed] = [outlook(identical, { oscillators: [2000, 2000] }), outlook(identical, { oscillators: [4000] })];
    expect(Math.abs(meanOver(rLargest, 10, 40) - value(cut.orders[0]))).toBeLessThan(0.026);
    expect(Math.abs(meanOver(r, 50, 60) - value(healed.order))).toBeLessThan(0.01);
    expect(value(healed.order) - value(cut.orders[0])).toBeGreaterThan(0.15);
  });
});
