/** r(t) of the whole and of each side through a cut and its heal, beside what theory says of a field that is cut. */
import { cos, sin } from '../../base/math.ts';
import { createRun } from '../run/run.ts';
import type { Run } from '../run/types.ts';
import { parameters as scenario } from '../scenario/parameters.ts';
import { choice, real, whole } from '../scenario/parameter.ts';
import { defaultScenario } from '../scenario/parse.ts';
import type { Scenario } from '../scenario/schema.ts';
import { shapeOptions, type PartitionShape } from '../scenario/shapes.ts';
import { outlook } from '../theory/outlook.ts';
import { defineExperiment, type Finished, type Plan } from './define.ts';
import { afterS, beforeS, partitionFindings, type Course } from './partition-findings.ts';
import type { Findings, Job } from './types.ts';

const parameters = {
  shape: choice({
    path: 'shape',
    label: 'Partition shape',
    live: false,
    default: 'halves',
    help: 'How the mesh is cut.',
    options: shapeOptions,
  }),
  oscillators: whole({ ...scenario.oscillators, path: 'oscillators', min: 16, max: 65_536, default: 512 }),
  coupling: real({ ...scenario.coupling, path: 'coupling', live: false, default: 3 }),
  noise: real({ ...scenario.noise, path: 'noise', live: false, default: 0.5 }),
  exchange: choice({ ...scenario.exchange, path: 'exchange', live: false, default: 'message' }),
  cutS: real({
    path: 'cutS',
    label: 'Cut for',
    unit: 's',
    min: 1,
    max: 600,
    step: 1,
    default: 30,
    live: false,
    help: 'How long the cut lasts.',
  }),
} as const;
type P = typeof parameters;

interface Task {
  readonly scenario: Scenario;
  readonly shape: PartitionShape;
}

const protocols = ['chorus', 'legacy'] as const;
const sampleS = 0.5;

export const partition = defineExperiment({
  name: 'partition',
  title: 'Through a partition',
  question: 'What becomes of synchrony when the mesh is cut, and how fast does it come back?',
  claim: 'Agents go on through a partition, each side in step with itself; after the heal they are one again.',
  claimant: 'Expected of a field that is cut',
  parameters,
  replicate: 'seed',
  maxReplicates: 1_000,
  quick: { replicates: 3, settings: { oscillators: 128 } },
  full: { replicates: 24 },
  jobs,
  run: ({ scenario: whole }: Task): Course => runCourse(whole),
  report,
});

function jobs({ settings, seeds }: Plan<P>): readonly Job<Task>[] {
  const { shape, oscillators, coupling, noise, exchange, cutS } = settings;
  return seeds.flatMap((seed) =>
    protocols.map((protocol) => ({
      label: `${protocol}, seed ${seed}`,
      weight: 1,
      task: {
        shape,
        scenario: {
          ...defaultScenario,
          name: `partition experiment, ${protocol}`,
          seed,
          durationS: beforeS + cutS + afterS,
          sampleS,
          field: {
            ...defaultScenario.field,
            oscillators,
            coupling,
            noise,
            exchange,
            frequency: { ...defaultScenario.field.frequency, sampling: 'quantile' },
          },
          mesh: { ...defaultScenario.mesh, protocol },
          interventions: [
            { atS: beforeS, do: 'partition', shape },
            { atS: beforeS + cutS, do: 'heal' },
          ],
        },
      } as const,
    })),
  );
}

function runCourse(scenario: Scenario): Course {
  const run = createRun(scenario, { maxEvents: 0 });
  run.advance(run.stepsPlanned);
  const metric = (name: string): number => run.metrics().find((one) => one.metric === name)?.value ?? NaN;
  const recoveryS = metric('recovery_s');
  return {
    r: [...run.timeseries.column('r').subarray(0, run.timeseries.length)],
    ...sidesOf(run, scenario.mesh.agents),
    recoveryS: Number.isNaN(recoveryS) ? null : recoveryS,
    before: metric('r_before_partition'),
    during: metric('r_during_partition'),
    after: metric('r_after_heal'),
  };
}

/** The components just after the onset, in the order of their first agents; r of each at every sample. */
function sidesOf(run: Run, agents: number): Pick<Course, 'sides' | 'oscillators'> {
  const samples = run.timeseries.length;
  const { agentStart } = run.field;
  const [component, r, psi] = [run.agentSamples.column('component'), run.agentSamples.column('r'), run.agentSamples.column('psi_rad')];
  const cutRow = (Math.round(beforeS / sampleS) + 1) * agents;
  const sideOf = Array.from({ length: agents }, (_, agent) => component[cutRow + agent] ?? 0);
  const sizes = new Array<number>(Math.max(...sideOf) + 1).fill(0);
  for (let agent = 0; agent < agents; agent++) {
    const side = sideOf[agent] ?? 0;
    sizes[side] = (sizes[side] ?? 0) + (agentStart[agent + 1] as number) - (agentStart[agent] as number);
  }
  const sides = sizes.map((size, side) =>
    Array.from({ length: samples }, (_, sample) => {
      let [re, im] = [0, 0];
      for (let agent = 0; agent < agents; agent++) {
        if (sideOf[agent] !== side) continue;
        const row = sample * agents + agent;
        const weight = ((agentStart[agent + 1] as number) - (agentStart[agent] as number)) * (r[row] as number);
        re += weight * cos(psi[row] as number);
        im += weight * sin(psi[row] as number);
      }
      return Math.sqrt(re * re + im * im) / size;
    }),
  );
  return { sides, oscillators: sizes };
}

function report({ settings }: Plan<P>, finished: readonly Finished<Task, Course>[]): Findings {
  const first = finished[0];
  const field = first?.task.scenario.field;
  const theoryOf = (oscillators: readonly number[], shape?: PartitionShape) =>
    field === undefined ? undefined : outlook({ field }, { oscillators, ...(shape === undefined ? {} : { shape }) });
  return partitionFindings({
    cutS: settings.cutS,
    sampleS,
    whole: theoryOf([settings.oscillators]),
    cut: theoryOf(first?.value.oscillators ?? [], settings.shape),
    courses: protocols.map((protocol) => ({
      protocol,
      label: scenario.protocol.options.find(({ value }) => value === protocol)?.label ?? protocol,
      runs: finished
        .filter(({ task }) => task.scenario.mesh.protocol === protocol)
        .map(({ task, value }) => ({ seed: task.scenario.seed, ...value })),
    })),
  });
}
