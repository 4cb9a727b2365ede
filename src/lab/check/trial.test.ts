import { describe, expect, it } from 'vitest';
import { createRun } from '../run/run.ts';
import { checkScenario, parseScenario } from '../scenario/parse.ts';
import { writeScenario } from '../scenario/write.ts';
import { hunt, replay } from './hunt.ts';
import { scenarioOf } from './plan.ts';
import { subjectOf } from './subject.ts';
import { digestOf } from './trial.ts';

const chorus = subjectOf('chorus');

describe('what a trial came to is a scenario', () => {
  it('that is sound, and reads back as it was written', () => {
    for (let seed = 0; seed < 100; seed++) {
      const scenario = scenarioOf(hunt(seed, chorus).plan);
      expect(checkScenario(scenario), `seed ${seed}`).toEqual({ ok: true, value: scenario });
      if (seed % 10 === 0) expect(parseScenario(writeScenario(scenario))).toEqual({ ok: true, value: scenario });
    }
  });

  it('that comes to the same when it is lived through again, nemesis or not', () => {
    const nemeses = new Set<boolean>();
    for (let seed = 0; seed < 20; seed++) {
      const { plan, trial } = hunt(seed, chorus);
      expect(digestOf(replay(plan, chorus).mesh), `seed ${seed}`).toBe(digestOf(trial.mesh));
      nemeses.add('aims' in plan && Array.isArray(plan.aims) && plan.aims.length > 0);
    }
    expect(nemeses.size).toBe(2);
  });

  it.each([1, 2, 3, 8, 13])('whose mesh handles the same events in a run of the whole laboratory, seed %i', (seed) => {
    const { plan, trial } = hunt(seed, chorus);
    const scenario = scenarioOf(plan);
    const run = createRun(scenario, { maxEvents: 0 });
    run.advance(Math.round(trial.mesh.nowS / scenario.stepS));
    expect(run.eventCount).toBe(trial.mesh.events.count);
    const logs = Array.from({ length: scenario.mesh.agents }, (): number[] => []);
    for (const row of run.log()) logs[row.agent]?.push(row.token);
    expect(logs).toEqual(logs.map((_, agent) => [...trial.mesh.logs.rows(agent)].flatMap((batch) => [...batch.tokens])));
    expect(run.violations).toEqual([]);
  });
});
