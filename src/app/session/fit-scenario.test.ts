import { describe, expect, test } from 'vitest';
import { presetNamed } from '../../lab/scenario/presets.ts';
import { checkScenario, defaultScenario } from '../../lab/scenario/parse.ts';
import { withAgents, withOscillators } from './fit-scenario.ts';

describe('a scenario that is fitted to a slider', () => {
  test('gets more oscillators when there are more agents than oscillators', () => {
    const { scenario, changes } = withAgents({ ...defaultScenario, field: { ...defaultScenario.field, oscillators: 20 } }, 32);
    expect(scenario.field.oscillators).toBe(32);
    expect(changes).toHaveLength(1);
    expect(checkScenario(scenario).ok).toBe(true);
  });

  test('gets fewer agents when there are fewer oscillators than agents', () => {
    const { scenario, changes } = withOscillators(defaultScenario, 8);
    expect(scenario.mesh.agents).toBe(8);
    expect(changes[0]).toContain('Agents M follows to 8');
    expect(checkScenario(scenario).ok).toBe(true);
  });

  test('loses the stragglers and interventions that name agents that are gone, and says so', () => {
    const paper = presetNamed('paper')?.scenario ?? defaultScenario;
    const { scenario, changes } = withAgents({ ...paper, interventions: [...paper.interventions, { atS: 5, do: 'crash', agent: 12 }] }, 8);
    expect(scenario.mesh.stragglers).toEqual([]);
    expect(scenario.interventions).toEqual(paper.interventions);
    expect(changes).toHaveLength(2);
    expect(checkScenario(scenario).ok).toBe(true);
  });

  test('is left alone when everything fits', () => {
    expect(withAgents(defaultScenario, 12).changes).toEqual([]);
    expect(withOscillators(defaultScenario, 1_000).changes).toEqual([]);
  });
});
