import { describe, expect, it } from 'vitest';
import { defaultScenario } from '../scenario/parse.ts';
import type { Scenario } from '../scenario/schema.ts';
import { predict } from './prediction.ts';

const withField = (field: Partial<Scenario['field']>): Scenario => ({ ...defaultScenario, field: { ...defaultScenario.field, ...field } });
const orders = (scenario: Scenario, oscillators: readonly number[]): readonly (number | undefined)[] =>
  predict(scenario, { oscillators }).orders.map((answer) => (answer.known ? answer.value : undefined));

describe('a prediction', () => {
  it('follows the noise of the scenario', () => {
    const { criticalCoupling } = predict(defaultScenario, { oscillators: [256] });
    expect(criticalCoupling).toMatchObject({ known: true, value: expect.closeTo(1.09, 12) as number });
    const noisier = predict(withField({ noise: 1 }), { oscillators: [256] });
    expect(noisier.criticalCoupling).toMatchObject({ known: true, value: expect.closeTo(2, 12) as number });
  });

  it('tells the noise at which the coupling of now is the threshold, and that there is none below it', () => {
    const { criticalNoise } = predict(defaultScenario, { oscillators: [256] });
    // Lorentzian: K = 2γ + σ², so σ_c = √(2 − 1).
    expect(criticalNoise).toMatchObject({ known: true, value: expect.closeTo(1, 9) as number });
    const bimodal = withField({ coupling: 6, frequency: { law: 'bimodal', centre: 0, width: 1, sampling: 'quantile' } });
    const { criticalNoise: ofTwo } = predict(bimodal, { oscillators: [256] });
    const found = ofTwo.known ? ofTwo.value : NaN;
    const at = predict({ field: { ...bimodal.field, noise: found } }, { oscillators: [256] }).criticalCoupling;
    expect(at).toMatchObject({ known: true, value: expect.closeTo(6, 9) as number });
    expect(predict(withField({ coupling: 0.9 }), { oscillators: [256] }).criticalNoise).toMatchObject({ known: false });
  });

  it('takes every side of a cut below threshold where coupling is divided by the population, and none where by those heard', () => {
    const noiseless = withField({ noise: 0 });
    expect(orders(noiseless, [256])).toEqual([expect.closeTo(Math.SQRT1_2, 10)]);
    expect(orders(noiseless, [128, 128])).toEqual([0, 0]);
    expect(orders(withField({ noise: 0, normalisation: 'reachable' }), [100, 156])).toEqual([
      expect.closeTo(Math.SQRT1_2, 10),
      expect.closeTo(Math.SQRT1_2, 10),
    ]);
  });

  it('says in words that there is none where a component has no mean field of its own', () => {
    const [order] = predict(defaultScenario, { oscillators: [256], shape: 'ring' }).orders;
    expect(order).toMatchObject({ known: false, reason: expect.stringContaining('No closed form') as string });
  });
});
