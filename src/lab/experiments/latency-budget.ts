/** Validation latency against load, against a straggler's delay and against loss, for each protocol: where does each break down? */
import { parameters as scenario } from '../scenario/parameters.ts';
import { real } from '../scenario/parameter.ts';
import { defineExperiment, type Plan } from './define.ts';
import { measure, protocols, strained, strainNames, strains, type Protocol, type Task } from './latency-budget-course.ts';
import { latencyFindings } from './latency-budget-findings.ts';
import type { Job } from './types.ts';

const parameters = {
  tokenRateHz: real({ ...scenario.tokenRate, path: 'tokenRateHz', live: false, min: 0.1, max: 100 }),
  windowS: real({
    path: 'windowS',
    label: 'Window',
    unit: 's',
    min: 5,
    max: 600,
    step: 1,
    default: 20,
    live: false,
    help: 'Simulated time over which tokens are counted, after ten seconds of warming up.',
  }),
} as const;
type P = typeof parameters;

export const latencyBudget = defineExperiment({
  name: 'latency-budget',
  title: 'Latency budget',
  question: 'How much load, delay and loss does each protocol bear before it breaks down?',
  claim: 'Token generation proceeds without waiting: neither load, nor one slow agent, nor loss blocks it.',
  claimant: 'What section 3 of the paper comes to',
  parameters,
  replicate: 'seed',
  maxReplicates: 1_000,
  quick: { replicates: 2, settings: { windowS: 10 } },
  full: { replicates: 5 },
  jobs,
  run: measure,
  report: (_, finished) => latencyFindings(finished),
});

/** Against each other, by what they send. */
const costs: Readonly<Partial<Record<Protocol, number>>> = { chorus: 1, 'lamport-all': 2, legacy: 0.3 };

function jobs({ settings, seeds }: Plan<P>): readonly Job<Task>[] {
  return strainNames.flatMap((strain) =>
    strains[strain].values.flatMap((value) =>
      protocols.flatMap((protocol) =>
        seeds.map((seed) => {
          const mesh = strained(protocol, settings.tokenRateHz, strain, value);
          return {
            label: `${protocol}, ${strains[strain].title} ${value}, seed ${seed}`,
            weight: (costs[protocol] ?? 1) * (1 + mesh.tokenRateHz / 20),
            task: { seed, strain, value, windowS: settings.windowS, mesh },
          };
        }),
      ),
    ),
  );
}
