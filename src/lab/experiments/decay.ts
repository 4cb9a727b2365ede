/** Agents whose coupling wanes and recovers: FitzHugh–Nagumo on each, scaling its pull, and what is left of order. */
import { recoveryParameters } from '../scenario/parameters-dynamics.ts';
import { parameters as scenario } from '../scenario/parameters.ts';
import { real, whole } from '../scenario/parameter.ts';
import { runTired, type Task } from './decay-course.ts';
import { decayFindings } from './decay-findings.ts';
import { defineExperiment, type Plan } from './define.ts';
import type { Job } from './types.ts';

const parameters = {
  oscillators: whole({ ...scenario.oscillators, path: 'oscillators', live: false, min: 64, max: 10_000, default: 2_000 }),
  agents: whole({ ...scenario.agents, path: 'agents', live: false, default: 16 }),
  coupling: real({ ...recoveryParameters.coupling, path: 'coupling', live: false, max: scenario.coupling.max }),
  noise: real({ ...recoveryParameters.noise, path: 'noise', live: false, max: scenario.noise.max }),
} as const;

type P = typeof parameters;

const currents = [0, 0.2, 0.3, 0.36, 0.5, 0.8, 1.1, 1.38, 1.45, 1.6, 2] as const;

export const decay = defineExperiment({
  name: 'decay',
  title: 'Decay and recovery',
  question: 'What does it do to synchrony when agents tire and recover?',
  claim:
    'Agents go round between exhaustion and recovery only for currents between the two Hopf points; at rest order is that of the coupling left.',
  claimant: 'Expected of FitzHugh–Nagumo on every agent',
  parameters,
  replicate: 'seed',
  maxReplicates: 1_000,
  quick: { replicates: 4, settings: { oscillators: 500 } },
  full: { replicates: 8 },
  jobs,
  run: runTired,
  report: ({ settings }, finished) => decayFindings(settings, finished),
});

function jobs({ settings, seeds }: Plan<P>): readonly Job<Task>[] {
  return seeds.flatMap((seed) =>
    currents.map((current) => ({ label: `I = ${current}, seed ${seed}`, weight: 1, task: { seed, current, ...settings } })),
  );
}
