/** Whole runs, mesh and interventions included, on the kernel and on the reference. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createReference } from '../../field/reference.ts';
import { checkScenario } from '../scenario/parse.ts';
import type { Scenario, ScenarioInput } from '../scenario/schema.ts';
import { createRun } from './run.ts';
import type { RunOptions } from './types.ts';

const scenarios: fc.Arbitrary<Scenario> = fc
  .record({
    seed: fc.nat(),
    stepS: fc.constantFrom(0.01, 0.05),
    agents: fc.integer({ min: 2, max: 20 }),
    extra: fc.integer({ min: 0, max: 700 }),
    coupling: fc.constantFrom(0, 0.7, 2, 10),
    noise: fc.constantFrom(0, 0.3, 2),
    law: fc.constantFrom('lorentzian' as const, 'normal' as const, 'uniform' as const, 'identical' as const, 'bimodal' as const),
    scheme: fc.constantFrom('euler-maruyama' as const, 'heun' as const, 'sra1' as const),
    exchange: fc.constantFrom('ideal' as const, 'message' as const),
    normalisation: fc.constantFrom('population' as const, 'reachable' as const),
  })
  .map(({ seed, stepS, agents, extra, law, ...field }) => {
    const input: ScenarioInput = {
      schema: 'chorus.scenario/1',
      seed,
      stepS,
      sampleS: 0.1,
      durationS: 1.5,
      field: { ...field, oscillators: agents + extra, frequency: { law } },
      mesh: { agents },
      interventions: [
        { atS: 0.3, do: 'partition', shape: 'halves' },
        { atS: 0.6, do: 'set', path: 'field.noise', value: 1 },
        { atS: 0.9, do: 'set', path: 'field.noise', value: 0 },
        { atS: 1, do: 'heal' },
      ],
    };
    const checked = checkScenario(input);
    if (!checked.ok) throw new Error(JSON.stringify(checked.error));
    return checked.value;
  });

function digestOf(scenario: Scenario, options: RunOptions): string {
  const run = createRun(scenario, options);
  run.advance(run.stepsPlanned);
  return run.digest();
}

it('a run has the same digest on the kernel and on the reference', () => {
  fc.assert(
    fc.property(scenarios, (scenario) => {
      expect(digestOf(scenario, {})).toBe(digestOf(scenario, { createEngine: createReference }));
    }),
    { numRuns: 30, seed: 12 },
  );
});
