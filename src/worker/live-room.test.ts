import { expect, test } from 'vitest';
import { maxInterventions } from '../lab/scenario/schema.ts';
import { scenarioOf, started } from './live.test-kit.ts';

/** A scenario with so many interventions. */
function busyScenario(count: number, atS = 0) {
  const interventions = Array.from({ length: count }, (_, i) => {
    const path = i % 2 === 0 ? 'field.coupling' : 'field.noise';
    return { atS, do: 'set' as const, path, value: 1 };
  });
  return scenarioOf({ interventions });
}

test('A run to which as much was done as can be recorded refuses more, and goes on', () => {
  const { live, pass, frame } = started({}, busyScenario(maxInterventions - 1));
  pass(100);
  // One waits for the next step, and with it all the room is taken.
  expect(live.intervene({ do: 'set', path: 'field.coupling', value: 3 }).ok).toBe(true);
  for (const again of [{ do: 'set', path: 'field.noise', value: 2 } as const, { do: 'heal' } as const])
    expect(live.intervene(again)).toMatchObject({ ok: false, error: { path: 'interventions' } });
  pass(100);
  expect(frame()).toMatchObject({ timeS: expect.closeTo(0.2, 1) as number, recorded: 1 });
});

test('A run keeps room for what its scenario holds in store', () => {
  const { live } = started({ playing: false }, busyScenario(maxInterventions - 1, 5));
  expect(live.intervene({ do: 'heal' }).ok).toBe(true);
  expect(live.intervene({ do: 'heal' })).toMatchObject({ ok: false, error: { path: 'interventions' } });
});

test('What is asked for on the way to a moment is refused at once where there is no room for it', () => {
  const { live, pass, frame } = started({}, busyScenario(maxInterventions - 2));
  pass(100);
  for (const agent of [1, 2]) expect(live.intervene({ do: 'pause', agent }).ok).toBe(true);
  live.goTo(0.05);
  // What was done later than there is void as soon as something is done there.
  for (const agent of [3, 4]) expect(live.intervene({ do: 'pause', agent }).ok).toBe(true);
  expect(live.intervene({ do: 'pause', agent: 0 })).toMatchObject({ ok: false, error: { path: 'interventions' } });
  pass(100);
  expect(frame().recorded).toBe(2);
  expect(live.recorded(0)).toMatchObject([3, 4].map((agent) => ({ agent, atS: 0.05 })));
});
