/** r over the plane of coupling and noise, with the line K_c(σ) that theory draws through it: is order where theory says? */
import { at } from '../../base/assert.ts';
import { criticalCoupling, stationaryOrder } from '../../field/theory/stationary-order.ts';
import { parameters as scenario } from '../scenario/parameters.ts';
import { choice, real, whole } from '../scenario/parameter.ts';
import { meanOf } from '../statistics/intervals.ts';
import { judgeSides, sideRow, type Cell } from './cell-sides.ts';
import { defineExperiment, type Finished, type Plan } from './define.ts';
import { settledOrder, settling, type FieldTask } from './field-order.ts';
import { groupBy } from './group.ts';
import { seedsOf } from './seeds.ts';
import type { Findings, HeatFigure, Job, Row } from './types.ts';
import { number, percent } from './words.ts';

const parameters = {
  law: choice({ ...scenario.frequencyLaw, path: 'law', live: false, default: 'lorentzian' }),
  width: real({ ...scenario.frequencyWidth, path: 'width', live: false, default: 0.5 }),
  oscillators: whole({ ...scenario.oscillators, path: 'oscillators', min: 100, max: 100_000, default: 1000 }),
  couplingTo: real({
    path: 'couplingTo',
    label: 'Coupling to',
    symbol: 'K',
    unit: '1/s',
    min: 0.1,
    max: 100,
    step: 0.1,
    default: 4,
    live: false,
    help: 'The strongest coupling of the plane; it begins at nothing.',
  }),
  noiseTo: real({
    path: 'noiseTo',
    label: 'Noise to',
    symbol: 'σ',
    unit: '1/√s',
    min: 0.1,
    max: 20,
    step: 0.1,
    default: 1.6,
    live: false,
    help: 'The strongest noise of the plane; it begins at nothing.',
  }),
  columns: whole({ path: 'columns', label: 'Couplings', min: 2, max: 100, default: 24, live: false, help: 'Cells along the coupling.' }),
  rows: whole({ path: 'rows', label: 'Noises', min: 2, max: 100, default: 16, live: false, help: 'Cells along the noise.' }),
  settleS: settling(30),
} as const;

type P = typeof parameters;
interface Task extends FieldTask {
  readonly row: number;
  readonly column: number;
}

const stepS = 0.02;
const measureS = 10;
/**
 * Oracle 11 brackets at these. Ordered: twice what chance shows at 0.8 K_c with a thousand oscillators, half of what order shows
 * at 1.2 K_c.
 */
const judging = { criticalShare: 0.2, ordered: 0.2 } as const;

export const phaseDiagram = defineExperiment({
  name: 'phase-diagram',
  title: 'Phase diagram',
  question: 'How much noise does synchrony bear, and how much coupling does it need?',
  claim: 'Order begins where K passes K_c(σ): for the Lorentzian law 2γ + σ².',
  claimant: 'Theory claims (Sakaguchi 1988)',
  parameters,
  replicate: 'seed',
  maxReplicates: 100,
  quick: { replicates: 3, settings: { columns: 8, rows: 5 } },
  full: { replicates: 3 },
  jobs,
  run: settledOrder,
  report,
});

/** Centres of so many equal cells from 0 to `to`. */
const centres = (count: number, to: number): readonly number[] => Array.from({ length: count }, (_, k) => (to * (k + 0.5)) / count);

function jobs({ settings, seeds }: Plan<P>): readonly Job<Task>[] {
  const { law, width, oscillators, couplingTo, noiseTo, columns, rows, settleS } = settings;
  return seeds.flatMap((seed) =>
    centres(rows, noiseTo).flatMap((noise, row) =>
      centres(columns, couplingTo).map((coupling, column) => ({
        label: `K = ${number(coupling)}, σ = ${number(noise)}, seed ${seed}`,
        weight: 1,
        task: { seed, oscillators, law, width, noise, coupling, start: 'weak', stepS, settleS, measureS, row, column },
      })),
    ),
  );
}

interface Measured extends Cell {
  readonly task: Task;
  /** What each replicate is above theory; none where theory has nothing to say. */
  readonly deviations: readonly { readonly seed: number; readonly deviation: number }[];
}

function report({ settings }: Plan<P>, finished: readonly Finished<Task, number>[]): Findings {
  const { law, width } = settings;
  const thresholdAt = (noise: number): number => criticalCoupling({ law, widthRadS: width, noise }).value;
  const cells = groupBy(finished, ({ task }) => task.row * settings.columns + task.column).map((group): Measured => {
    const { task } = at(group, 0);
    const answer = stationaryOrder({ law, widthRadS: width, noise: task.noise }, task.coupling);
    return {
      task,
      ratio: task.coupling / thresholdAt(task.noise),
      r: meanOf(group.map(({ value }) => value)),
      deviations: answer.known ? group.map((one) => ({ seed: one.task.seed, deviation: one.value - answer.value })) : [],
    };
  });
  const { formula, source, regime } = criticalCoupling({ law, widthRadS: width, noise: 1 });
  const sides = sideRow(cells, judging, [...new Set(finished.map(({ task }) => task.seed))]);
  return {
    judgements: [judgeSides(sides, 'Order is on one side of the line K_c(σ), disorder on the other.')],
    rows: [...sides, ...orderRow(cells)],
    figures: [figureOf(settings, cells, thresholdAt)],
    notes: [
      `Theory: ${formula} (${source}), ${regime}.`,
      `A cell counts as ordered where r is above ${judging.ordered}; on which side of that it is, its replicates decide by their 95% interval. Within ${percent(judging.criticalShare)} of the line none is judged: there finite fields are neither.`,
      'Every field starts from weak order (r = 0.1), with the quantiles of the law as frequencies.',
    ],
    raw: {
      name: 'replicates',
      columns: ['coupling', 'noise', 'seed', 'r'],
      rows: finished.map(({ task, value }) => [task.coupling, task.noise, task.seed, value]),
    },
  };
}

/** Order well above the line against theory: of each seed the mean over its cells, then the mean over the seeds. */
function orderRow(cells: readonly Measured[]): readonly Row[] {
  const deviations = cells.filter(({ ratio }) => ratio > 1 + judging.criticalShare).flatMap((cell) => cell.deviations);
  if (deviations.length === 0) return [];
  const bySeed = groupBy(deviations, ({ seed }) => seed);
  return [
    {
      measure: 'mean deviation of r from theory above the line',
      subject: '',
      unit: '',
      relation: '=',
      ...meanOf(bySeed.map((own) => own.reduce((sum, { deviation }) => sum + deviation, 0) / own.length)),
      ...seedsOf(bySeed.map((own) => at(own, 0).seed)),
      note: `over ${deviations.length} cells of all replicates`,
    },
  ];
}

function figureOf(settings: Plan<P>['settings'], cells: readonly Measured[], thresholdAt: (noise: number) => number): HeatFigure {
  const { columns, rows, couplingTo, noiseTo } = settings;
  const values = new Array<number>(columns * rows).fill(NaN);
  for (const { task, r } of cells) values[task.row * columns + task.column] = r.value;
  const noises = Array.from({ length: 101 }, (_, k) => (noiseTo * k) / 100);
  const line = noises.map((noise) => ({ noise, coupling: thresholdAt(noise) })).filter(({ coupling }) => coupling <= couplingTo);
  return {
    kind: 'heat',
    name: 'order',
    title: 'Order over coupling and noise',
    x: { label: 'coupling', symbol: 'K', unit: '1/s', scale: 'linear' },
    y: { label: 'noise', symbol: 'σ', unit: '1/√s', scale: 'linear' },
    value: { label: 'order parameter', symbol: 'r', scale: 'linear' },
    xs: centres(columns, couplingTo),
    ys: centres(rows, noiseTo),
    cells: values,
    range: [0, 1],
    series: [
      {
        name: 'K_c(σ)',
        origin: 'theory',
        draw: 'line',
        x: line.map(({ coupling }) => coupling),
        y: line.map(({ noise }) => noise),
      },
    ],
    summary: `Order parameter over ${columns} couplings up to ${number(couplingTo)} per second and ${rows} noises up to ${number(noiseTo)}; ${cells.length} of ${values.length} cells measured, ${cells.filter(({ r }) => r.value > judging.ordered).length} of them ordered.`,
  };
}
