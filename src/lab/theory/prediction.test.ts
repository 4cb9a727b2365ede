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
