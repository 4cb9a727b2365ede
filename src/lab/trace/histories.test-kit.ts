/** Histories for tests: of short runs, and of one with every fault. */
import { createRun } from '../run/run.ts';
import { parseScenario } from '../scenario/parse.ts';
import type { Intervention, ScenarioInput } from '../scenario/schema.ts';
import { historyOfAgents } from './from-run.ts';
import { agents } from './random-history.fixture.ts';
import { cutSpans } from './spans.ts';
import type { Events } from './types.ts';

export function runOf(rest: Omit<ScenarioInput, 'schema'>, seconds = 3): Events {
  const scenario = parseScenario(JSON.stringify({ schema: 'chorus.scenario/1', field: { oscillators: 64 }, ...rest }));
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.error));
  const run = createRun(scenario.value);
  const history = historyOfAgents(scenario.value.mesh.agents);
  for (let step = 0; step < seconds * 100; step += 50) {
    run.advance(50);
    for (;;) {
      const batch = run.eventColumns(history.length, 1_000);
      if (batch === undefined || batch.count === 0) break;
      history.append(batch);
    }
  }
  return history.events();
}

export const small = { mesh: { agents: 4, latency: { kind: 'constant', oneWayMs: 40 } } } as const;
const faultyInterventions: readonly Intervention[] = [
  { atS: 0.5, do: 'pause', agent: 1 },
  { atS: 1, do: 'partition', groups: [[0, 1]] },
  { atS: 1.5, do: 'resume', agent: 1 },
  { atS: 2, do: 'heal' },
  { atS: 2.2, do: 'crash', agent: 3, disk: 'kept' },
  { atS: 2.8, do: 'restart', agent: 3, disk: 'kept' },
];
export const faulty = runOf({
  mesh: { ...small.mesh, loss: 0.1, duplication: 0.2 },
  interventions: [...faultyInterventions],
});
export const faultyCuts = cutSpans(faultyInterventions, agents);
