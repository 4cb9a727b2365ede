/** Ingredient by ingredient: what is taken away, which failure is expected, and which is seen. */
import { parameters as scenario } from '../scenario/parameters.ts';
import { real, whole } from '../scenario/parameter.ts';
import { defaultScenario } from '../scenario/parse.ts';
import { runThroughTrouble, type Task } from './ablation-course.ts';
import { ablationFindings, expectations } from './ablation-findings.ts';
import { defineExperiment, type Plan } from './define.ts';
import type { Job } from './types.ts';

const parameters = {
  agents: whole({ ...scenario.agents, path: 'agents', min: 5, max: 32, default: 6 }),
  tokenRateHz: real({ ...scenario.tokenRate, path: 'tokenRateHz', live: false, min: 0.1, default: 8 }),
  clockSkewMs: real({ ...scenario.clockSkew, path: 'clockSkewMs', live: false, default: 500 }),
} as const;
type P = typeof parameters;

export const ablation = defineExperiment({
  name: 'ablation',
  title: 'Ablation',
  question: 'What is each ingredient for?',
  claim: 'Lamport clocks order what was heard; it is the quorum that prevents the split. The paper credits both at once.',
  claimant: 'Expected, against sections 2 and 5 of the paper',
  parameters,
  replicate: 'seed',
  maxReplicates: 10_000,
  quick: { replicates: 4 },
  full: { replicates: 24 },
  jobs,
  run: runThroughTrouble,
  report: (_, finished) => ablationFindings(finished),
});

function jobs({ settings, seeds }: Plan<P>): readonly Job<Task>[] {
  return expectations.flatMap(({ protocol }) =>
    seeds.map((seed) => ({
      label: `${protocol}, seed ${seed}`,
      weight: 1,
      task: {
        seed,
        mesh: {
          ...defaultScenario.mesh,
          ...settings,
          protocol,
          phaseRateHz: 4,
          latency: { kind: 'lognormal', medianMs: 60, sigma: 0.8 },
          stragglers: [],
        },
      } as const,
    })),
  );
}
