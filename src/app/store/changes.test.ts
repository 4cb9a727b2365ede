import { beforeEach, describe, expect, test } from 'vitest';
import { defaultScenario } from '../../lab/scenario/parse.ts';
import type { Scenario } from '../../lab/scenario/schema.ts';
import { changedPaths, changeStore, movedBack, movedForth, noteChange, redoable, undoable } from './changes.ts';

const withCoupling = (coupling: number, from: Scenario = defaultScenario): Scenario => ({ ...from, field: { ...from.field, coupling } });
const withNoise = (noise: number, from: Scenario = defaultScenario): Scenario => ({ ...from, field: { ...from.field, noise } });

describe('what a person has changed', () => {
  beforeEach(() => {
    changeStore.setState({ done: [], undone: [] });
  });

  test('is taken back and done again, the latest first', () => {
    noteChange(defaultScenario, withCoupling(3), 0);
    noteChange(withCoupling(3), withNoise(1, withCoupling(3)), 5_000);
    const last = withNoise(1, withCoupling(3));
    expect(undoable(last)?.before).toEqual(withCoupling(3));
    movedBack();
    expect(undoable(withCoupling(3))?.before).toEqual(defaultScenario);
    expect(redoable(withCoupling(3))?.after).toEqual(last);
    movedForth();
    expect(redoable(last)).toBeUndefined();
    expect(undoable(last)?.after).toEqual(last);
  });

  test('is one step for a drag, however many values it went through', () => {
    for (let i = 0; i < 20; i++) noteChange(withCoupling(2 + i / 10), withCoupling(2 + (i + 1) / 10), i * 16);
    expect(changeStore.getState().done).toHaveLength(1);
    expect(undoable(withCoupling(4))?.before).toEqual(defaultScenario);
    noteChange(withCoupling(4), withCoupling(5), 10_000);
    expect(changeStore.getState().done).toHaveLength(2);
  });

  test('cannot be done again once something else was changed, and is left alone where it no longer holds', () => {
    noteChange(defaultScenario, withCoupling(3), 0);
    movedBack();
    noteChange(defaultScenario, withNoise(1), 2_000);
    expect(redoable(withNoise(1))).toBeUndefined();
    expect(undoable(withNoise(2))).toBeUndefined();
    expect(undoable(withCoupling(7, withNoise(1)))).toBeDefined();
  });

  test('is nothing where the value is the same', () => {
    noteChange(defaultScenario, withCoupling(defaultScenario.field.coupling), 0);
    expect(changeStore.getState().done).toEqual([]);
    expect(changedPaths({ before: defaultScenario, after: withNoise(1) })).toEqual(['field.noise']);
  });
});
