import { describe, expect, it } from 'vitest';
import { faultText } from './fault.ts';
import { presetNamed } from './presets.ts';
import { defaultScenario } from './parse.ts';
import { parseAssignment, setParameter, setParameters } from './set.ts';
import type { Scenario } from './schema.ts';

/** As `--set` on the command line would. */
function set(text: string, scenario: Scenario = defaultScenario): Scenario | readonly string[] {
  const assignment = parseAssignment(text);
  if (!assignment.ok) return [faultText(assignment.error)];
  const result = setParameters(scenario, [assignment.value]);
  return result.ok ? result.value : result.error.map((fault) => faultText(fault));
}

describe('setParameter', () => {
  it('changes one value and nothing else, and leaves the scenario it was given alone', () => {
    const before = JSON.stringify(defaultScenario);
    expect(set('field.coupling=3.5')).toEqual({ ...defaultScenario, field: { ...defaultScenario.field, coupling: 3.5 } });
    expect(set('seed=7')).toEqual({ ...defaultScenario, seed: 7 });
    expect(JSON.stringify(defaultScenario)).toBe(before);
  });

  it('changes a value of a live run that went on for longer than any that may be planned', () => {
    const long = { ...defaultScenario, durationS: 900_000 };
    expect(set('mesh.protocol=legacy', long)).toEqual({ ...long, mesh: { ...long.mesh, protocol: 'legacy' } });
  });

  it('takes a value for JSON where it reads as JSON, and for text elsewhere', () => {
    expect(set('field.exchange=ideal')).toMatchObject({ field: { exchange: 'ideal' } });
    expect(set('field.exchange="ideal"')).toMatchObject({ field: { exchange: 'ideal' } });
    expect(set('field.turnForward=false')).toMatchObject({ field: { turnForward: false } });
    expect(set('name=42')).toMatchObject({ name: '42' });
    expect(set('name=a=b')).toMatchObject({ name: 'a=b' });
    expect(set('mesh.stragglers=[{"agent": 2, "extraMs": 5}]')).toMatchObject({ mesh: { stragglers: [{ agent: 2, extraMs: 5 }] } });
  });

  it('reaches into lists, and adds one at the end', () => {
    const halves = presetNamed('halves')?.scenario;
    expect(set('interventions[0].shape=ring', halves)).toMatchObject({ interventions: [{ shape: 'ring' }, {}] });
    expect(set('interventions[2]={"atS": 100, "do": "heal"}', halves)).toMatchObject({ interventions: [{}, {}, { atS: 100, do: 'heal' }] });
    expect(set('interventions[4]={}', halves)).toEqual(['interventions[4]: found 4; allowed: an index from 0 to 2 (one more)']);
  });

  it('drops the fields of the old kind when another kind is chosen', () => {
    const constant = setParameter(defaultScenario, 'mesh.latency.kind', 'constant');
    expect(constant.ok && constant.value.mesh.latency).toEqual({ kind: 'constant', oneWayMs: 50 });
    const back = constant.ok && setParameter(constant.value, 'mesh.latency.kind', 'regions');
    expect(back).toEqual({ ok: true, value: defaultScenario });
  });

  it('checks several changes only when all are made', () => {
    const both = setParameters(defaultScenario, [
      { path: 'field.oscillators', value: 8 },
      { path: 'mesh.agents', value: 4 },
    ]);
    expect(both).toMatchObject({ ok: true, value: { field: { oscillators: 8 }, mesh: { agents: 4 } } });
  });

  it.each([
    ['field.noise=-1', 'field.noise: found -1; allowed: a number from 0 to 20 (1/√s)'],
    ['seed=abc', 'seed: found "abc"; allowed: a whole number from 0 to 4294967295'],
    ['seed.x=1', 'seed.x: found a key below 42; allowed: seed itself: it has no keys'],
    ['field[0]=1', 'field[0]: found an index into an object; allowed: an index into a list'],
    ['mesh.latency.oneWayMs=1', 'mesh.latency.oneWayMs: found an unknown key; allowed: only where "kind" is "constant"'],
    ['mesh.latency.kind=radio', 'mesh.latency.kind: found "radio"; allowed: "regions", "constant" or "lognormal"'],
    ['noise', 'document: found "noise"; allowed: path=value, for instance field.coupling=2.5'],
    ['a..b=1', 'document: found "a..b"; allowed: a path in the scenario, for instance field.coupling or interventions[0].atS'],
  ])('says what is wrong with %s', (text, fault) => {
    expect(set(text)).toEqual([fault]);
  });

  it('cannot be talked into touching a prototype', () => {
    expect(set('__proto__.polluted=1')).toEqual([expect.stringContaining('__proto__: found an unknown key')]);
    expect(set('field.constructor.polluted=1')).toEqual([expect.stringContaining('field.constructor: found an unknown key')]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});
