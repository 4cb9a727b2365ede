import { describe, expect, test } from 'vitest';
import { rememberAll } from '../../base/remember.ts';
import { createKernel } from '../../field/kernel/engine.ts';
import { createReference } from '../../field/reference.ts';
import { protocols } from '../../mesh/protocols/registry.ts';
import { checkScenario } from '../scenario/parse.ts';
import type { ScenarioInput } from '../scenario/schema.ts';
import { createRun } from './run.ts';
import type { Run } from './types.ts';

function scenarioOf(input: Omit<ScenarioInput, 'schema'>) {
  const checked = checkScenario({ schema: 'chorus.scenario/1', ...input });
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return checked.value;
}

/** Everything that a run may leave behind, as one text. */
function traceOf(run: Run): string {
  const rows = [...(run.events() ?? [])];
  return JSON.stringify([run.digest(), run.metrics(), [...run.tokens()], [...run.log()], rows, run.violations, run.scenarioAsRun()]);
}

/** Everything that can happen to a mesh, in twelve seconds. */
const interventions: ScenarioInput['interventions'] = [
  { atS: 1, do: 'set', path: 'mesh.loss', value: 0.2 },
  { atS: 1.5, do: 'pause', agent: 1 },
  { atS: 2, do: 'partition', shape: 'minority' },
  { atS: 2.5, do: 'crash', agent: 2, disk: 'lost' },
  { atS: 3.2, do: 'jump', agent: 3, ticks: 40, wallMs: -700 },
  { atS: 3.5, do: 'resume', agent: 1 },
  { atS: 4, do: 'restart', agent: 2, disk: 'lost' },
  { atS: 5, do: 'heal' },
  { atS: 5.5, do: 'set', path: 'mesh.duplication', value: 0.2 },
  { atS: 6, do: 'set', path: 'mesh.reordering', value: 0.2 },
  { atS: 7, do: 'crash', agent: 0 },
  { atS: 8, do: 'restart', agent: 0 },
  { atS: 9, do: 'set', path: 'field.coupling', value: 4 },
];

const moments = [0, 170, 260, 390, 460, 610, 950];

describe.each(Object.keys(protocols) as (keyof typeof protocols)[])('a run of %s', (protocol) => {
  test('that is put back to any moment goes through the same again, to the last bit', () => {
    const scenario = scenarioOf({ durationS: 12, field: { oscillators: 64 }, mesh: { agents: 5, protocol }, interventions });
    const whole = createRun(scenario);
    whole.advance(1_200);
    const expected = traceOf(whole);

    const run = createRun(scenario);
    const restores = moments.map((step) => {
      run.advance(step - run.stepsDone);
      return rememberAll(run);
    });
    run.advance(1_200 - run.stepsDone);
    const restoreEnd = rememberAll(run);
    // Backwards and forwards, with and without going on in between.
    for (const place of [3, 1, 5, 0, 6, 2, 4]) {
      restores[place]?.();
      expect(run.stepsDone).toBe(moments[place]);
      run.advance(place % 2 === 0 ? 1_200 - run.stepsDone : 35);
      if (place % 2 === 0) expect(traceOf(run)).toBe(expected);
    }
    restores[1]?.();
    restoreEnd();
    expect(traceOf(run)).toBe(expected);
  });
});

test.each(['euler-maruyama', 'heun', 'sra1'] as const)('a field of scheme %s with delay is put back too, by either engine', (scheme) => {
  const scenario = scenarioOf({ field: { oscillators: 40, scheme, exchange: 'ideal', delayS: 0.2 }, mesh: { agents: 4 } });
  for (const createEngine of [createKernel, createReference]) {
    const run = createRun(scenario, { createEngine });
    run.advance(130);
    const restore = rememberAll(run);
    run.advance(200);
    const digest = run.digest();
    restore();
    run.advance(200);
    expect(run.digest()).toBe(digest);
  }
});

test('what is done in the past takes the place of what was done later, and the scenario as run says so', () => {
  const scenario = scenarioOf({ field: { oscillators: 32 }, mesh: { agents: 4 }, interventions: [{ atS: 3, do: 'heal' }] });
  const run = createRun(scenario);
  run.advance(50);
  const restore = rememberAll(run);
  run.advance(50);
  run.intervene({ do: 'partition', shape: 'halves' });
  run.advance(300);
  expect(run.scenarioAsRun().interventions).toMatchObject([{ do: 'partition' }, { do: 'heal' }]);
  restore();
  run.advance(25);
  run.intervene({ do: 'set', path: 'field.coupling', value: 5 });
  run.advance(325);
  const asRun = run.scenarioAsRun();
  expect(asRun.interventions).toEqual([
    { atS: 0.75, do: 'set', path: 'field.coupling', value: 5 },
    { atS: 3, do: 'heal' },
  ]);
  const again = createRun(asRun);
  again.advance(400);
  expect(again.digest()).toBe(run.digest());
});
