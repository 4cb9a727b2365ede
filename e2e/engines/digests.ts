/** Ten scenarios that between them use every scheme, frequency law, exchange and start, and the digests of their runs. */
import { createRun } from '../../src/lab/run/run.ts';
import { faultText } from '../../src/lab/scenario/fault.ts';
import { checkScenario } from '../../src/lab/scenario/parse.ts';
import type { ScenarioInput } from '../../src/lab/scenario/schema.ts';

type Changes = Omit<ScenarioInput, 'schema' | 'name'>;

const scenarios: Readonly<Record<string, Changes>> = {
  'defaults, through a cut': {
    interventions: [
      { atS: 4, do: 'partition', shape: 'minority' },
      { atS: 8, do: 'heal' },
    ],
  },
  'heun, ideal': { field: { scheme: 'heun', exchange: 'ideal' } },
  'sra1, ideal': { field: { scheme: 'sra1', exchange: 'ideal', frequency: { law: 'normal' } } },
  'heun, messages, normal quantiles': { field: { scheme: 'heun', frequency: { law: 'normal', sampling: 'quantile' } } },
  'sra1, messages, uniform': { field: { scheme: 'sra1', frequency: { law: 'uniform', sampling: 'quantile' } } },
  'identical, from synchrony': { field: { frequency: { law: 'identical', centre: 3 }, initial: { kind: 'synchronised' }, noise: 1 } },
  'bimodal, from the Poisson kernel': { field: { frequency: { law: 'bimodal' }, initial: { kind: 'poisson', r0: 0.6 } } },
  'reachable, messages not turned': { field: { normalisation: 'reachable', turnForward: false, oscillators: 1001 }, mesh: { agents: 7 } },
  'log-normal delays, everything lossy': {
    mesh: { latency: { kind: 'lognormal', medianMs: 80, sigma: 1 }, loss: 0.1, duplication: 0.1, reordering: 0.3 },
    interventions: [
      { atS: 3, do: 'crash', agent: 2 },
      { atS: 6, do: 'restart', agent: 2 },
      { atS: 7, do: 'set', path: 'field.coupling', value: 4.5 },
    ],
  },
  'legacy, through a cut': {
    mesh: { protocol: 'legacy', stragglers: [{ agent: 3, extraMs: 300 }] },
    interventions: [
      { atS: 3, do: 'partition', shape: 'halves' },
      { atS: 8, do: 'heal' },
    ],
  },
};

/** Digest of each run, by the name of its scenario. */
export function digests(): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(scenarios).map(([name, changes]) => [name, digestOf(changes)]));
}

function digestOf(changes: Changes): string {
  const checked = checkScenario({ schema: 'chorus.scenario/1', durationS: 12, ...changes });
  if (!checked.ok) throw new Error(checked.error.map((fault) => faultText(fault)).join('\n'));
  const run = createRun(checked.value, { maxEvents: 0 });
  run.advance(run.stepsPlanned);
  return run.digest();
}
