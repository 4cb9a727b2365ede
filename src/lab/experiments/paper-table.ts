/** The table of the paper on trial: the legacy system and The Chorus on the same seeds, network, load and cuts. */
import { parameters as scenario } from '../scenario/parameters.ts';
import { choice, real } from '../scenario/parameter.ts';
import { presetNamed } from '../scenario/presets.ts';
import { assert } from '../../base/assert.ts';
import type { Scenario } from '../scenario/schema.ts';
import { shapeOptions } from '../scenario/shapes.ts';
import { defineExperiment, type Finished, type Plan } from './define.ts';
import { runEpisodes, runPace, type Episode, type EpisodesTask, type MeshOptions, type Pace, type PaceTask } from './mesh-course.ts';
import { paperFindings } from './paper-findings.ts';
import type { Side } from './paper-claims.ts';
import type { Findings, Job } from './types.ts';

const parameters = {
  candidate: choice({
    ...scenario.protocol,
    path: 'candidate',
    label: 'On trial',
    live: false,
    default: 'chorus',
    help: 'The protocol that the paper’s column "The Chorus" is held against.',
  }),
  baseline: choice({
    ...scenario.protocol,
    path: 'baseline',
    label: 'Compared with',
    live: false,
    default: 'legacy',
    help: 'The protocol that the paper’s column "Legacy Synchronous" is held against.',
  }),
  shape: choice({
    path: 'shape',
    label: 'Partition shape',
    live: false,
    default: 'any',
    help: 'How a partition episode cuts the mesh.',
    options: [{ value: 'any', label: 'Any', help: 'Drawn anew for every episode.' }, ...shapeOptions],
  }),
  partitionsAYear: real({
    path: 'partitionsAYear',
    label: 'Partitions a year',
    unit: '1/yr',
    min: 0.01,
    max: 1_000_000,
    step: 1,
    default: 12,
    live: false,
    help: 'How many partitions a mesh meets in a year; they come as a Poisson process.',
  }),
  medianS: real({
    path: 'medianS',
    label: 'Median length',
    unit: 's',
    min: 0.1,
    max: 600,
    step: 1,
    default: 60,
    live: false,
    help: 'Median length of a partition; lengths are log-normal, and ten minutes at most.',
  }),
  sigma: real({
    path: 'sigma',
    label: 'Spread of lengths',
    min: 0,
    max: 2,
    step: 0.05,
    default: 0.75,
    live: false,
    help: 'Standard deviation of the logarithm of the length.',
  }),
  horizonS: real({
    path: 'horizonS',
    label: 'Horizon',
    unit: 's',
    min: 1,
    max: 600,
    step: 1,
    default: 90,
    live: false,
    help: 'Partition tolerance is looked for up to this long after the onset.',
  }),
} as const;

type P = typeof parameters;
type Task = PaceTask | EpisodesTask;
type Value = Pace | readonly Episode[];

/** Episodes of a job: so few that results come in often, so many that handing them out costs nothing. */
const batch = 5;
/** Latency and throughput are means over thousands of tokens: a fiftieth of the replicates settles them. */
const episodesAPace = 50;
const leastPaces = 3;
const warmUpS = 10;
const windowS = 50;

export const paperTable = defineExperiment({
  name: 'paper-table',
  title: 'The paper’s table',
  question: 'Is the table of the paper true?',
  claim:
    'The Chorus validates a token in 320 ms instead of 1450, 185.6 tokens a second instead of 45.2, bears a partition for more than 60 s instead of 2.1, and never splits, instead of 12 times a year.',
  claimant: 'The paper claims, in its table (section 4)',
  parameters,
  replicate: 'partition episode',
  maxReplicates: 100_000,
  quick: { replicates: 50 },
  full: { replicates: 1000 },
  jobs,
  run: (task: Task): Value => (task.kind === 'pace' ? runPace(task) : runEpisodes(task)),
  report,
});

function meshWith(protocol: MeshOptions['protocol']): MeshOptions {
  const paper = presetNamed('paper');
  assert(paper !== undefined, 'the preset of the paper');
  return { ...paper.scenario.mesh, protocol } satisfies Scenario['mesh'];
}

function jobs({ settings, seeds }: Plan<P>): readonly Job<Task>[] {
  const { candidate, baseline, shape, medianS, sigma, horizonS } = settings;
  const protocols = [...new Set([baseline, candidate])];
  const paces = seeds.slice(0, Math.max(leastPaces, Math.ceil(seeds.length / episodesAPace)));
  const batches = Array.from({ length: Math.ceil(seeds.length / batch) }, (_, k) => seeds.slice(batch * k, batch * (k + 1)));
  return [
    ...paces.flatMap((seed) =>
      protocols.map((protocol) => ({
        label: `${protocol}: quiet and a long cut, seed ${seed}`,
        weight: protocol === 'legacy' ? 0.35 : 0.8,
        task: {
          kind: 'pace',
          seed,
          mesh: meshWith(protocol),
          shape: shape === 'any' ? 'minority' : shape,
          warmUpS,
          windowS,
          horizonS,
        } as const,
      })),
    ),
    ...batches.flatMap((some) =>
      protocols.map((protocol) => ({
        label: `${protocol}: partition episodes, seeds ${String(some[0])} to ${String(some.at(-1))}`,
        weight: protocol === 'legacy' ? 0.1 : 1,
        // No protocol needs phases to agree, and without them an episode takes a quarter of the time.
        task: {
          kind: 'episodes',
          seeds: some,
          mesh: { ...meshWith(protocol), phaseRateHz: 0 },
          shape,
          warmUpS: warmUpS / 2,
          medianS,
          sigma,
        } as const,
      })),
    ),
  ];
}

function report({ settings }: Plan<P>, finished: readonly Finished<Task, Value>[]): Findings {
  const sideOf = (protocol: MeshOptions['protocol']): Side => {
    const own = finished.filter(({ task }) => task.mesh.protocol === protocol);
    return {
      protocol,
      label: scenario.protocol.options.find(({ value }) => value === protocol)?.label ?? protocol,
      paces: own.flatMap(({ task, value }) => (task.kind === 'pace' ? [{ seed: task.seed, ...(value as Pace) }] : [])),
      episodes: own.flatMap(({ task, value }) => (task.kind === 'episodes' ? (value as readonly Episode[]) : [])),
    };
  };
  return paperFindings(sideOf(settings.baseline), sideOf(settings.candidate), settings);
}
