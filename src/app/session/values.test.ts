import { describe, expect, test } from 'vitest';
import { defaultScenario } from '../../lab/scenario/parse.ts';
import type { Intervention } from '../../lab/scenario/schema.ts';
import { cutAt, mergeInterventions, valuesAt, withSettings } from './values.ts';

const set = (atS: number, value: number): Intervention => ({ atS, do: 'set', path: 'field.coupling', value });

describe('the values of a moment', () => {
  test('are those of the scenario with every setting up to then, and no later one', () => {
    const interventions: readonly Intervention[] = [set(1, 3), { atS: 2, do: 'partition', shape: 'halves' }, set(3, 5), set(9, 7)];
    expect(valuesAt(defaultScenario, interventions, 0.5).field.coupling).toBe(defaultScenario.field.coupling);
    expect(valuesAt(defaultScenario, interventions, 1).field.coupling).toBe(3);
    expect(valuesAt(defaultScenario, interventions, 8.99).field.coupling).toBe(5);
  });

  test('carry no interventions', () => {
    expect(valuesAt({ ...defaultScenario, interventions: [set(1, 3)] }, [], 10).interventions).toEqual([]);
  });
});

test('Interventions are merged in the order of their times, the scenario’s own first where times are equal', () => {
  const merged = mergeInterventions([set(1, 1), set(5, 5)], [set(1, 2), set(3, 3)]);
  expect(merged.map((i) => (i.do === 'set' ? i.value : NaN))).toEqual([1, 2, 3, 5]);
});

test('What is set between two moments comes after the one and not after the other; the last of it counts', () => {
  const interventions: readonly Intervention[] = [set(2, 3), set(2.5, 4), { atS: 5, do: 'heal' }];
  expect(withSettings(defaultScenario, interventions, 1, 2).field.coupling).toBe(3);
  expect(withSettings(defaultScenario, interventions, 1, 3).field.coupling).toBe(4);
  expect(withSettings(defaultScenario, interventions, 2.5, 6)).toBe(defaultScenario);
});

test('The cut in force is the last partition that was not healed', () => {
  const cuts: readonly Intervention[] = [
    { atS: 1, do: 'partition', shape: 'halves' },
    { atS: 3, do: 'partition', shape: 'ring' },
    { atS: 5, do: 'heal' },
  ];
  expect([0, 1, 2, 3, 4.9, 5].map((timeS) => cutAt(cuts, timeS)?.shape)).toEqual([
    undefined,
    'halves',
    'halves',
    'ring',
    'ring',
    undefined,
  ]);
});
