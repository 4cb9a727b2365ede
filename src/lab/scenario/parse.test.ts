import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { wholeText } from '../../base/whole-text.ts';
import { faultText } from './fault.ts';
import { checkScenario, defaultScenario, parseScenario } from './parse.ts';
import { presets } from './presets.ts';
import { maxInterventions, scenarioSchema } from './schema.ts';
import { structureFaults } from './structure.ts';

const schema = 'chorus.scenario/1';

function faultsOf(input: Record<string, unknown>): readonly string[] {
  const result = checkScenario({ schema, ...input });
  return result.ok ? [] : result.error.map((fault) => faultText(fault));
}

const cut = (groups: unknown) => ({ interventions: [{ atS: 1, do: 'partition', groups }] });
const change = (path: string, value: unknown) => ({ interventions: [{ atS: 1, do: 'set', path, value }] });

describe('parseScenario', () => {
  it('fills in every default of a document that says only its schema', () => {
    expect(parseScenario(`{"schema": "${schema}"}`)).toEqual({ ok: true, value: defaultScenario });
    expect(defaultScenario).toMatchObject({
      seed: 42,
      durationS: 120,
      field: { oscillators: 256, noise: 0.3 },
      mesh: { agents: 16, latency: { kind: 'regions' } },
    });
  });

  it('takes a latency without its kind for measured regions', () => {
    const result = checkScenario({ schema, mesh: { latency: {} } });
    expect(result.ok && result.value.mesh.latency).toEqual({ kind: 'regions', table: 'gcp' });
  });

  it.each([
    [{ field: { noise: -0.5 } }, 'field.noise: found -0.5; allowed: a number from 0 to 20 (1/√s)'],
    [
      { field: { oscillators: 8 } },
      'field.oscillators: found 8; allowed: a whole number from 16 (mesh.agents: every agent hosts at least one) to 1048576',
    ],
    [{ field: { oscillators: 300.5 } }, 'field.oscillators: found 300.5; allowed: a whole number from 2 to 1048576'],
    [{ field: { scheme: 'heum' } }, 'field.scheme: found "heum"; allowed: "euler-maruyama", "heun" or "sra1"; did you mean "heun"?'],
    [{ field: [] }, 'field: found an empty list; allowed: an object'],
    [{ field: null }, 'field: found null; allowed: an object'],
    [{ field: { turnForward: 1 } }, 'field.turnForward: found 1; allowed: true or false'],
    [{ name: 'x'.repeat(201) }, `name: found "${'x'.repeat(40)}…"; allowed: a text of at most 200 characters`],
    [{ sampleS: 0.015 }, 'sampleS: found 0.015; allowed: a whole multiple of stepS (0.01 s)'],
    [
      { mesh: { latency: { kind: 'regions', oneWayMs: 5 } } },
      'mesh.latency.oneWayMs: found an unknown key; allowed: only where "kind" is "constant"',
    ],
    [
      { mesh: { stragglers: [{ agent: 16, extraMs: 1 }] } },
      'mesh.stragglers[0].agent: found 16; allowed: a whole number from 0 to 15 (there are 16 agents)',
    ],
    [
      {
        mesh: {
          stragglers: [
            { agent: 3, extraMs: 1 },
            { agent: 3, extraMs: 2 },
          ],
        },
      },
      'mesh.stragglers[1].agent: found 3; allowed: an agent that mesh.stragglers[0] does not name',
    ],
    [
      { interventions: [{ atS: 1, do: 'crash', agent: 16 }] },
      'interventions[0].agent: found 16; allowed: a whole number from 0 to 15 (there are 16 agents)',
    ],
    [{ interventions: [{ atS: -1, do: 'heal' }] }, 'interventions[0].atS: found -1; allowed: a number from 0 to 1000000 (s)'],
    [cut([[0, 99]]), 'interventions[0].groups[0][1]: found 99; allowed: a whole number from 0 to 15 (there are 16 agents)'],
    [cut([[0, 1], [1]]), 'interventions[0].groups[1][0]: found 1; allowed: every agent once; interventions[0].groups[0][1] names it too'],
    [
      cut([[...Array(16).keys()]]),
      'interventions[0].groups: found all agents in one group; allowed: at least two groups; agents that none names form one more',
    ],
    [cut([]), 'interventions[0].groups: found an empty list; allowed: a list of at least 1'],
    [cut([[]]), 'interventions[0].groups[0]: found an empty list; allowed: a list of at least 1'],
    [
      { interventions: [{ atS: 1, do: 'partition' }] },
      'interventions[0]: found a partition with neither "shape" nor "groups"; allowed: exactly one of "shape" and "groups"',
    ],
    [
      { interventions: [{ atS: 1, do: 'partition', shape: 'halves', groups: [[1]] }] },
      'interventions[0]: found both "shape" and "groups"; allowed: exactly one of "shape" and "groups"',
    ],
    [
      { mesh: { agents: 2 }, interventions: [{ atS: 1, do: 'partition', shape: 'bridge' }] },
      'interventions[0].shape: found "bridge" with 2 agents; allowed: a shape that cuts something; this one needs at least 3 agents',
    ],
    [change('field.coupling', 101), 'interventions[0].value: found 101; allowed: a number from 0 to 100 (1/s)'],
    [change('field.exchange', 'idea'), 'interventions[0].value: found "idea"; allowed: "ideal" or "message"; did you mean "ideal"?'],
  ])('tells place, what was found and what is allowed: %j', (input, expected) => {
    expect(faultsOf(input)).toEqual([expected]);
  });

  it('says which parameters may change during a run', () => {
    const [fault] = faultsOf(change('mesh.agents', 3));
    expect(fault).toMatch(
      /^interventions\[0\]\.path: found "mesh\.agents"; allowed: a parameter that may change during a run: "field\.coupling"/,
    );
  });

  it('says what a mistyped or unknown key may be', () => {
    expect(faultsOf({ field: { nosie: 1 } })[0]).toMatch(
      /^field\.nosie: found an unknown key; allowed: the keys "oscillators", .*; did you mean "noise"\?$/,
    );
    expect(parseScenario(`{"schema": "${schema}", "constructor": 1, "__proto__": {"seed": 1}}`)).toMatchObject({
      ok: false,
      error: [{ path: 'constructor' }, { path: '__proto__' }],
    });
  });

  it('reports all faults of a document at once, each once', () => {
    const faults = faultsOf({ seed: -1, fields: 1, field: { noise: 'a', coupling: 200, x: 1, y: 2 }, ...cut([[99], [3, 3]]) });
    expect(faults.map((text) => text.split(': found')[0])).toEqual([
      'seed',
      'field.coupling',
      'field.noise',
      'field.x',
      'field.y',
      'fields',
      'interventions[0].groups[0][0]',
      'interventions[0].groups[1][1]',
    ]);
  });

  it('bounds what a run is told to do', () => {
    expect(faultsOf({ interventions: Array(maxInterventions + 1).fill({ atS: 1, do: 'heal' }) })).toEqual([
      'interventions: found a list of 10001; allowed: a list of at most 10000',
    ]);
  });

  it('knows no scenario but of this schema', () => {
    expect(parseScenario('{}')).toMatchObject({ ok: false, error: [{ path: 'schema', found: 'nothing', allowed: '"chorus.scenario/1"' }] });
    expect(parseScenario('{"schema": "chorus.scenario/2"}')).toMatchObject({
      ok: false,
      error: [{ path: 'schema', found: '"chorus.scenario/2"' }],
    });
    expect(parseScenario('[]')).toMatchObject({ ok: false, error: [{ path: '', found: 'an empty list', allowed: 'an object' }] });
    expect(parseScenario('3')).toMatchObject({ ok: false, error: [{ path: '', found: '3', allowed: 'an object' }] });
  });

  it('refuses a document of more than a megabyte', () => {
    const large = `{"schema": "${schema}", "name": "${'x'.repeat(2_000_000)}"}`;
    expect(parseScenario(large)).toMatchObject({
      ok: false,
      error: [{ found: `${wholeText(large.length)} bytes`, allowed: 'at most 1,000,000 bytes' }],
    });
  });
});

describe('garbage', () => {
  it('never throws, and the walk over the schema agrees with valibot', () => {
    const documents = presets.map((preset) => preset.scenario);
    const mutants = fc
      .tuple(fc.constantFrom(...documents), fc.array(fc.nat(30), { maxLength: 4 }), fc.jsonValue())
      .map(([document, steps, junk]) => mutate(document, steps, junk));
    fc.assert(
      fc.property(fc.oneof(mutants, fc.jsonValue(), fc.anything()), (value) => {
        checkScenario(value);
        // Valibot takes an empty list for an object without keys; we do not.
        const faults = structureFaults(scenarioSchema, value).filter((fault) => fault.found !== 'an empty list');
        const listForObject = structureFaults(scenarioSchema, value).length > faults.length;
        if (!listForObject) expect(faults.length === 0).toBe(v.safeParse(scenarioSchema, value).success);
      }),
      { numRuns: 3000 },
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseScenario(text).ok).toBe(false);
      }),
    );
  });
});

/** The document with junk at some place in it. */
function mutate(document: unknown, steps: readonly number[], junk: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined || typeof document !== 'object' || document === null) return junk;
  const keys = [...Object.keys(document), 'another'];
  const key = keys[step % keys.length] ?? 'another';
  const inside = mutate((document as Record<string, unknown>)[key], rest, junk);
  return Array.isArray(document)
    ? document.map((item: unknown, index) => (String(index) === key ? inside : item))
    : { ...document, [key]: inside };
}
