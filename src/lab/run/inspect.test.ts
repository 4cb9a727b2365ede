import { expect, it } from 'vitest';
import { checkScenario } from '../scenario/parse.ts';
import type { Scenario } from '../scenario/schema.ts';
import { createRun } from './run.ts';

function scenario(protocol: Scenario['mesh']['protocol']): Scenario {
  const checked = checkScenario({ schema: 'chorus.scenario/1', field: { oscillators: 32 }, mesh: { agents: 5, protocol } });
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return checked.value;
}

it('an agent shows the end of its log as log.csv writes it, its clock, and whom it hears', () => {
  const run = createRun(scenario('chorus'));
  run.advance(500);
  run.intervene({ do: 'partition', groups: [[0, 3]] });
  const detail = run.inspect(3);
  const written = [...run.log()].filter(({ agent }) => agent === 3).slice(-6);
  expect(written).toHaveLength(6);
  expect(detail.tail.toReversed().map(({ position, slot, token }) => ({ agent: 3, position, slot, token }))).toEqual(written);
  expect(detail).toMatchObject({ hears: [0, 3], quorum: 3, group: [0, 1, 1, 0, 1], region: 'europe-west6', up: true, paused: false });
  expect(detail.clock).toBe(run.snapshot().agents[3]?.clock);
});

it('its votes are those of the first slot that it has not applied, and a quorum of promises belongs to some proposal', () => {
  const run = createRun(scenario('chorus'));
  let accepted = 0;
  let proposed = 0;
  for (let i = 0; i < 300; i++) {
    run.advance(1);
    const states = [0, 1, 2, 3, 4].map((agent) => run.inspect(agent).protocol);
    for (const state of states) {
      if (state?.kind !== 'ballots') throw new Error('the Chorus votes with ballots');
      if (state.accepted !== undefined) {
        accepted++;
        expect(state.promised?.time).toBeGreaterThanOrEqual(state.accepted.time);
        expect(state.accepted.agent).toBeLessThan(5);
      }
      if (state.proposal !== undefined) proposed++;
    }
  }
  expect(accepted).toBeGreaterThan(50);
  expect(proposed).toBeGreaterThan(50);
});

it('the legacy system shows its round, its view, and for whom it waits', () => {
  const run = createRun(scenario('legacy'));
  run.advance(300);
  run.intervene({ do: 'crash', agent: 2 });
  run.advance(100);
  expect(run.inspect(0).protocol).toMatchObject({ kind: 'rounds', view: [0, 1, 2, 3, 4], awaited: [2] });
  run.advance(300);
  expect(run.inspect(0).protocol).toMatchObject({ view: [0, 1, 3, 4] });
});

it('to look at every agent at every step changes no bit', () => {
  const alone = createRun(scenario('chorus'));
  const looked = createRun(scenario('chorus'));
  for (let i = 0; i < 200; i++) {
    alone.advance(1);
    looked.advance(1);
    for (let agent = 0; agent < 5; agent++) looked.inspect(agent);
  }
  expect(looked.digest()).toBe(alone.digest());
});
