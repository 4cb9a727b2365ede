/** Distances on carriers: read against the coupling, lost and found again through a cut, and erased where the encoded phases are coupled. */
import { parameters as scenario } from '../scenario/parameters.ts';
import { real, whole } from '../scenario/parameter.ts';
import { defineExperiment, type Plan } from './define.ts';
import { readThrough, type Task } from './inverse-rope-course.ts';
import { firmRatio, ropeFindings } from './inverse-rope-findings.ts';
import type { Job } from './types.ts';
import { number } from './words.ts';

const parameters = {
  agents: whole({ ...scenario.agents, path: 'agents', live: false, default: 64 }),
  noise: real({ ...scenario.noise, path: 'noise', live: false, min: 0.1, default: 1 }),
  bands: whole({
    path: 'bands',
    label: 'Bands',
    min: 4,
    max: 64,
    default: 32,
    live: false,
    help: 'Half of the dimension d of the encoded vector.',
  }),
  span: whole({
    path: 'span',
    label: 'Positions',
    min: 16,
    max: 4_000,
    default: 2_000,
    live: false,
    help: 'Positions are drawn from 0 to this.',
  }),
} as const;

type P = typeof parameters;

const ratios = [0.5, 0.9, 1.2, 1.6, 2, 3, 4, 6, 8, 12] as const;

export const inverseRope = defineExperiment({
  name: 'inverse-rope',
  title: 'Inverse-RoPE',
  question: 'Can the distance of two agents be read back from the phases that they share?',
  claim: 'Relative distances can be dynamically mapped back into distributed phase space.',
  claimant: 'The paper claims, in section 3.2',
  parameters,
  replicate: 'seed',
  maxReplicates: 1_000,
  quick: { replicates: 3 },
  full: { replicates: 10 },
  jobs,
  run: readThrough,
  report: ({ settings }, finished) => ropeFindings(settings, finished),
});

function jobs({ settings, seeds }: Plan<P>): readonly Job<Task>[] {
  return seeds.flatMap((seed) => [
    ...ratios.map((ratio) => ({
      label: `K = ${number(ratio)} K_c, seed ${seed}`,
      weight: 1,
      task: { kind: 'whole' as const, seed, ratio, ...settings },
    })),
    { label: `cut and heal, seed ${seed}`, weight: 8, task: { kind: 'cut' as const, seed, ratio: firmRatio, ...settings } },
    { label: `encoded phases coupled, seed ${seed}`, weight: 1, task: { kind: 'naive' as const, seed, ratio: firmRatio, ...settings } },
  ]);
}
