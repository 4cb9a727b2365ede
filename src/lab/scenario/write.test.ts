import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkScenario, defaultScenario, parseScenario } from './parse.ts';
import { maxInterventions, partitionShapes, type Scenario } from './schema.ts';
import { writeScenario } from './write.ts';

const schema = 'chorus.scenario/1';

describe('writeScenario', () => {
  it('writes what reads back as the same scenario', () => {
    fc.assert(
      fc.property(scenarios, (input) => {
        const scenario = checkScenario(input);
        fc.pre(scenario.ok);
        const text = writeScenario(scenario.value);
        const again = parseScenario(text);
        expect(again).toEqual(scenario);
        expect(writeScenario((again as { value: Scenario }).value)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the order of the schema whatever the order it is given', () => {
    const shuffled = Object.fromEntries(Object.entries(defaultScenario).reverse()) as Scenario;
    expect(writeScenario(shuffled)).toBe(writeScenario(defaultScenario));
  });

  it('puts ten thousand changes of a parameter below the limit of a file', () => {
    const interventions = Array.from({ length: maxInterventions }, (_, i) => ({
      atS: i / 100,
      do: 'set' as const,
      path: 'field.coupling',
      value: 1 / (i + 3),
    }));
    expect(parseScenario(writeScenario({ ...defaultScenario, interventions })).ok).toBe(true);
  });
});

const intervention: fc.Arbitrary<unknown> = fc.oneof(
  fc.record({
    atS: fc.double({ min: 0, max: 1e6, noNaN: true }),
    do: fc.constant('partition' as const),
    shape: fc.constantFrom(...partitionShapes),
  }),
  fc.record({
    atS: fc.double({ min: 0, max: 1e6, noNaN: true }),
    do: fc.constant('partition' as const),
    groups: fc.constantFrom([[0], [1]], [[1]]),
  }),
  fc.record({ atS: fc.constant(3), do: fc.constant('heal' as const) }),
  fc.record({ atS: fc.constant(3), do: fc.constantFrom('crash' as const, 'pause' as const, 'resume' as const), agent: fc.nat(15) }),
  fc.record({
    atS: fc.constant(3),
    do: fc.constant('set' as const),
    path: fc.constant('mesh.loss'),
    value: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
);

const scenarios: fc.Arbitrary<unknown> = fc.record(
  {
    schema: fc.constant(schema),
    name: fc.string({ unit: 'binary', maxLength: 50 }),
    seed: fc.nat(),
    durationS: fc.double({ min: 0.01, max: 1000, noNaN: true }),
    field: fc.record(
      {
        coupling: fc.double({ min: 0, max: 100, noNaN: true }),
        frequency: fc.record(
          { centre: fc.double({ min: -100, max: 100, noNaN: true }), law: fc.constantFrom('normal', 'uniform') },
          { requiredKeys: [] },
        ),
        initial: fc.record(
          { kind: fc.constantFrom('poisson', 'uniform'), r0: fc.double({ min: 0, max: 0.999, noNaN: true }) },
          { requiredKeys: [] },
        ),
        delayS: fc.constantFrom(0, 1, 2.5),
        phaseLagRad: fc.double({ min: -3, max: 3, noNaN: true }),
        turnForward: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
    mesh: fc.record(
      {
        agents: fc.integer({ min: 16, max: 128 }),
        latency: fc.oneof(
          fc.record(
            { kind: fc.constant('constant'), oneWayMs: fc.double({ min: 0, max: 60_000, noNaN: true }) },
            { requiredKeys: ['kind'] },
          ),
          fc.record({ kind: fc.constant('lognormal'), sigma: fc.double({ min: 0, max: 3, noNaN: true }) }, { requiredKeys: ['kind'] }),
        ),
        stragglers: fc.constantFrom([], [{ agent: 2, extraMs: 0.1 }]),
      },
      { requiredKeys: [] },
    ),
    interventions: fc.array(intervention, { maxLength: 8 }),
  },
  { requiredKeys: ['schema'] },
);
