/** r against K, from weak order and from synchrony, for several sizes, beside theory: where does synchrony set in, and how much of it? */
import { criticalCoupling } from '../../field/theory/stationary-order.ts';
import { parameters as scenario } from '../scenario/parameters.ts';
import { choice, real, whole } from '../scenario/parameter.ts';
import { judgeOnset, onsetRow } from './coupling-onset.ts';
import {
  criticalShare,
  deviationRow,
  gapRow,
  isLarge,
  judgeOrder,
  orderFigure,
  pointsOf,
  sizeName,
  type SweepTask,
} from './coupling-order.ts';
import { defineExperiment, type Finished, type Plan } from './define.ts';
import { settledOrder, settling } from './field-order.ts';
import { groupBy } from './group.ts';
import type { Findings, Job } from './types.ts';
import { number, percent } from './words.ts';

const parameters = {
  law: choice({ ...scenario.frequencyLaw, path: 'law', live: false, default: 'lorentzian' }),
  width: real({ ...scenario.frequencyWidth, path: 'width', live: false, default: 0.5 }),
  noise: real({ ...scenario.noise, path: 'noise', live: false, default: 0.5 }),
  ratioFrom: real({
    path: 'ratioFrom',
    label: 'From',
    symbol: 'K/K_c',
    min: 0,
    max: 10,
    step: 0.1,
    default: 0.2,
    live: false,
    help: 'The weakest coupling, against the threshold K_c that theory gives.',
  }),
  ratioTo: real({
    path: 'ratioTo',
    label: 'To',
    symbol: 'K/K_c',
    min: 0.1,
    max: 20,
    step: 0.1,
    default: 2,
    live: false,
    help: 'The strongest coupling, against the threshold.',
  }),
  points: whole({
    path: 'points',
    label: 'Points',
    min: 2,
    max: 100,
    default: 10,
    live: false,
    help: 'How many couplings, evenly spaced.',
  }),
  leastDecade: whole({
    path: 'leastDecade',
    label: 'Smallest size 10^',
    min: 2,
    max: 6,
    default: 2,
    live: false,
    help: 'The smallest number of oscillators, as a power of ten; every decade up to the largest is measured.',
  }),
  mostDecade: whole({
    path: 'mostDecade',
    label: 'Largest size 10^',
    min: 2,
    max: 6,
    default: 5,
    live: false,
    help: 'The largest number of oscillators, as a power of ten.',
  }),
  settleS: settling(40),
  measureS: real({
    path: 'measureS',
    label: 'Window',
    unit: 's',
    min: 1,
    max: 1000,
    step: 1,
    default: 10,
    live: false,
    help: 'Simulated time over which r is averaged.',
  }),
} as const;

type P = typeof parameters;

const stepS = 0.02;
/** Larger fields show the same r with fewer replicates: so many oscillators in all are moved for every coupling. */
const crowd = 10_000;
/** With fewer, chance hides whether r falls with the size. */
const leastReplicates = 4;

export const couplingSweep = defineExperiment({
  name: 'coupling-sweep',
  title: 'Coupling sweep',
  question: 'At which coupling does the field synchronise, and how far?',
  claim: 'Below K_c the phases stay scattered; above it r rises as theory says, whatever the size.',
  claimant: 'Theory claims (Kuramoto 1975; Sakaguchi 1988)',
  parameters,
  replicate: 'seed',
  maxReplicates: 1_000,
  quick: { replicates: 4, settings: { mostDecade: 4, points: 7 } },
  full: { replicates: 8 },
  faults({ ratioFrom, ratioTo, leastDecade, mostDecade, law, width, noise }) {
    return [
      ...(ratioTo > ratioFrom ? [] : [{ path: 'ratioTo', found: String(ratioTo), allowed: `more than ratioFrom (${ratioFrom})` }]),
      ...(mostDecade >= leastDecade
        ? []
        : [{ path: 'mostDecade', found: String(mostDecade), allowed: `at least leastDecade (${leastDecade})` }]),
      ...(criticalCoupling({ law, widthRadS: width, noise }).value > 0
        ? []
        : [{ path: 'noise', found: '0', allowed: 'above 0 where all frequencies are the same: without either K_c is 0' }]),
    ];
  },
  jobs,
  run: settledOrder,
  report,
});

function jobs({ settings, seeds }: Plan<P>): readonly Job<SweepTask>[] {
  const { law, width, noise, ratioFrom, ratioTo, points, settleS, measureS } = settings;
  const threshold = criticalCoupling({ law, widthRadS: width, noise }).value;
  const ratios = Array.from({ length: points }, (_, k) => ratioFrom + ((ratioTo - ratioFrom) * k) / (points - 1));
  return sizesOf(settings).flatMap((oscillators) =>
    seeds.slice(0, Math.max(leastReplicates, Math.ceil((seeds.length * crowd) / oscillators))).flatMap((seed) =>
      ratios.flatMap((ratio) =>
        (['weak', 'synchronised'] as const).map((start) => {
          const task = { seed, oscillators, law, width, noise, coupling: ratio * threshold, ratio, start, stepS, settleS, measureS };
          // A step costs about as much as a hundred oscillators in it.
          return {
            label: `N = ${oscillators}, K = ${number(task.coupling)}, from ${start} order, seed ${seed}`,
            weight: oscillators + 100,
            task,
          };
        }),
      ),
    ),
  );
}

function sizesOf({ leastDecade, mostDecade }: Plan<P>['settings']): readonly number[] {
  return Array.from({ length: mostDecade - leastDecade + 1 }, (_, k) => Number(`1e${leastDecade + k}`));
}

function report({ settings }: Plan<P>, finished: readonly Finished<SweepTask, number>[]): Findings {
  const population = { law: settings.law, widthRadS: settings.width, noise: settings.noise };
  const threshold = criticalCoupling(population);
  const points = pointsOf(finished, population);
  const largest = points.reduce((most, { oscillators }) => Math.max(most, oscillators), 0);
  const onset = onsetRow(points, threshold.value);
  const deviations = groupBy(points, (point) => point.oscillators).flatMap((size) =>
    deviationRow(size, isLarge(largest) && size[0]?.oscillators === largest),
  );
  return {
    judgements: [judgeOnset(onset), ...judgeOrder(deviations.find(({ subject }) => subject === sizeName(largest)))],
    rows: [...onset, ...deviations, ...groupBy(points, (point) => point.oscillators).flatMap(gapRow)],
    figures: [orderFigure(points, threshold.value, population)],
    notes: [
      `Theory: ${threshold.formula} (${threshold.source}), ${threshold.regime}.`,
      'Frequencies are quantiles of the law, so that no draw of them moves the threshold; replicates differ in noise and in which oscillator has which frequency.',
      `Fields above ${crowd} oscillators have fewer replicates, at least ${leastReplicates} where that many are asked for: a larger field averages over its own.`,
      `Within ${percent(criticalShare)} of K_c nothing is judged: a finite field rounds the onset off.`,
    ],
    raw: {
      name: 'replicates',
      columns: ['oscillators', 'coupling', 'ratio', 'start', 'seed', 'r'],
      rows: finished.map(({ task, value }) => [task.oscillators, task.coupling, task.ratio, task.start, task.seed, value]),
    },
  };
}
