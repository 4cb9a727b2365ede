/** Kuramoto in D = 2 … 8 dimensions: does order set in at a threshold, or jump at the weakest coupling? */
import { at } from '../../base/assert.ts';
import { createSphere } from '../../field/sphere/sphere.ts';
import { sphereJump, sphereOrder, sphereThreshold } from '../../field/sphere/theory.ts';
import { sphereParameters } from '../scenario/parameters-dynamics.ts';
import { real, whole } from '../scenario/parameter.ts';
import { meanOf } from '../statistics/intervals.ts';
import { measuredMeans } from './measured.ts';
import { allOf, atLeast, near } from './claims.ts';
import { defineExperiment, type Finished, type Plan } from './define.ts';
import { groupBy } from './group.ts';
import { seedsOf } from './seeds.ts';
import type { Findings, Job, Judgement, LineFigure, Row } from './types.ts';
import { between, number } from './words.ts';

const parameters = {
  oscillators: whole({ ...sphereParameters.oscillators, path: 'oscillators', min: 100, max: 20_000, default: 1_000 }),
  coupling: real({
    ...sphereParameters.coupling,
    path: 'coupling',
    label: 'Weak coupling',
    min: 0.05,
    max: 1,
    default: 0.2,
    live: false,
    help: 'At which the jump of odd dimensions is looked for; frequencies have standard deviation 1.',
  }),
  mostDimension: whole({
    ...sphereParameters.dimension,
    path: 'mostDimension',
    label: 'Dimensions up to',
    min: 3,
    default: 8,
    help: 'From 2 on.',
  }),
} as const;

type P = typeof parameters;
interface Task {
  /** Frequency matrices and no noise, or noise and no frequencies. */
  readonly kind: 'matrices' | 'noise';
  readonly seed: number;
  readonly dimension: number;
  readonly coupling: number;
  readonly oscillators: number;
}

/** Of K_c. */
const noiseRatio = 1.6;
const noise = 1;
/** Theory and measurement may differ by this: the step's bias, and chance. */
const tolerance = 0.05;

export const sphere = defineExperiment({
  name: 'sphere',
  title: 'Kuramoto in D dimensions',
  question: 'Does synchrony set in at a threshold in every dimension?',
  claim: 'In odd dimensions order jumps at the weakest coupling; in even ones there is a threshold.',
  claimant: 'Theory claims (Chandra, Girvan & Ott 2019)',
  parameters,
  replicate: 'seed',
  maxReplicates: 1_000,
  quick: { replicates: 4, settings: { oscillators: 500, mostDimension: 5 } },
  full: { replicates: 8 },
  jobs,
  run,
  report,
});

function jobs({ settings, seeds }: Plan<P>): readonly Job<Task>[] {
  const { oscillators, coupling, mostDimension } = settings;
  return seeds.flatMap((seed) =>
    Array.from({ length: mostDimension - 1 }, (_, i) => i + 2).flatMap((dimension) => [
      {
        label: `D = ${dimension}, matrices, seed ${seed}`,
        weight: dimension,
        task: { kind: 'matrices' as const, seed, dimension, coupling, oscillators },
      },
      {
        label: `D = ${dimension}, noise, seed ${seed}`,
        weight: dimension,
        task: { kind: 'noise' as const, seed, dimension, coupling: noiseRatio * sphereThreshold(dimension, noise), oscillators },
      },
    ]),
  );
}

/** |ρ| from synchrony, mean over the second half of a time that is long against 1/K. */
function run({ kind, seed, dimension, coupling, oscillators }: Task): number {
  const isNoisy = kind === 'noise';
  const stepS = isNoisy ? 0.01 : 0.05;
  const steps = Math.ceil((isNoisy ? 20 : 30 / coupling) / stepS);
  const field = createSphere({ seed, oscillators, dimension, width: isNoisy ? 0 : 1, start: 'synchronised', stepS });
  const from = steps >> 1;
  let sum = 0;
  for (let step = 0; step < steps; step++) {
    field.step(coupling, isNoisy ? noise : 0);
    if (step >= from) sum += field.order();
  }
  return sum / (steps - from);
}

function report({ settings }: Plan<P>, finished: readonly Finished<Task, number>[]): Findings {
  const rows = groupBy(finished, ({ task }) => `${task.kind} ${task.dimension}`).map((group) => rowOf(group));
  const of = (measure: string): readonly Row[] => rows.filter((row) => row.measure === measure);
  return {
    judgements: [judge(of(weak), settings.coupling), judgeNoise(of(noisy))],
    rows,
    figures: [figureOf(of(weak), settings)],
    notes: [
      'Every vector has a frequency matrix of its own, antisymmetric with normal entries of standard deviation 1; or none, and noise.',
      'The step turns by e^{hW} exactly and then goes along a great circle: |x| stays 1.',
      'Theory: Chandra, Girvan & Ott, Phys. Rev. X 9, 011002 (2019), N → ∞; of a finite field chance order of about √(1/N) is left.',
    ],
    raw: {
      name: 'replicates',
      columns: ['kind', 'dimension', 'coupling', 'seed', 'rho'],
      rows: finished.map(({ task, value }) => [task.kind, task.dimension, task.coupling, task.seed, value]),
    },
  };
}

const weak = 'order at the weak coupling';
const noisy = 'order with noise';

function rowOf(group: readonly Finished<Task, number>[]): Row {
  const { kind, dimension, coupling } = at(group, 0).task;
  const expected = kind === 'noise' ? sphereOrder(dimension, coupling, noise) : dimension % 2 === 1 ? sphereJump(dimension) : undefined;
  const found = meanOf(group.map(({ value }) => value));
  return {
    measure: kind === 'noise' ? noisy : weak,
    subject: `D = ${dimension}`,
    unit: '',
    relation: '=',
    ...found,
    ...(expected === undefined
      ? {}
      : {
          claimed: { relation: '=' as const, value: expected },
          verdict: near(expected, tolerance, found),
        }),
    ...seedsOf(group.map(({ task }) => task.seed)),
    note: kind === 'noise' ? `K = ${noiseRatio} K_c` : dimension % 2 === 1 ? 'claimed: the value at K = 0⁺' : 'even: no jump is expected',
  };
}

function judge(rows: readonly Row[], coupling: number): Judgement {
  const claim = 'Odd dimensions jump to order at the weakest coupling, even ones do not.';
  const odd = rows.filter(({ claimed }) => claimed !== undefined);
  const even = rows.filter(({ claimed }) => claimed === undefined);
  const [first] = odd;
  if (first === undefined || even.length === 0) return { claim, verdict: 'not decided', sentence: 'Not measured yet.' };
  const highest = even.reduce((most, row) => (row.value > most.value ? row : most));
  const lowest = odd.reduce((least, row) => (row.value < least.value ? row : least));
  const jumps = odd.map(({ verdict = 'not decided' }) => verdict);
  // Less than half of what any odd dimension has, with both intervals.
  const gap = { low: lowest.low / 2 - highest.high, high: lowest.high / 2 - highest.low };
  const sentence = `At K = ${number(coupling)} D = 3 has ${between(first)} where theory jumps to ${number(first.claimed?.value ?? NaN)}; of the even dimensions ${highest.subject} has most, ${between(highest)}.`;
  return { claim, verdict: allOf([...jumps, atLeast(0, gap)]), sentence };
}

function judgeNoise(rows: readonly Row[]): Judgement {
  const claim = 'With noise the order of identical vectors is I_{D/2}(κ)/I_{D/2−1}(κ).';
  if (rows.length === 0) return { claim, verdict: 'not decided', sentence: 'Not measured yet.' };
  const off = ({ value, claimed }: Row): number => Math.abs(value - (claimed?.value ?? NaN));
  const worst = rows.reduce((most, row) => (off(row) > off(most) ? row : most));
  const sentence = `Furthest off is ${worst.subject} with ${between(worst)}, where theory has ${number(worst.claimed?.value ?? NaN)}.`;
  return { claim, verdict: allOf(rows.map(({ verdict = 'not decided' }) => verdict)), sentence };
}

function figureOf(rows: readonly Row[], { coupling, mostDimension }: Plan<P>['settings']): LineFigure {
  const dimensionOf = ({ subject }: Row): number => Number(subject.slice('D = '.length));
  const odd = Array.from({ length: mostDimension - 2 }, (_, i) => i + 3).filter((dimension) => dimension % 2 === 1);
  return {
    kind: 'lines',
    name: 'dimensions',
    title: `Order at K = ${number(coupling)} by dimension`,
    x: { label: 'dimension', symbol: 'D', scale: 'linear' },
    y: { label: 'order', symbol: '|ρ|', scale: 'linear', bounds: [0, 1] },
    series: [
      { name: 'theory at K = 0⁺, odd D', origin: 'theory', draw: 'points', x: odd, y: odd.map((dimension) => sphereJump(dimension)) },
      measuredMeans(
        'measured',
        rows.map((row) => dimensionOf(row)),
        rows,
      ),
    ],
    marks: [],
    spans: [],
    summary: `Order at the weak coupling: ${rows.map((row) => `${row.subject} ${number(row.value)}`).join(', ')}.`,
  };
}
