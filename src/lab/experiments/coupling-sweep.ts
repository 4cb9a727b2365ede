/** r against K, from weak order and from synchrony, for several sizes, beside theory: where does synchrony set in, and how much of it? */
import { at } from '../../base/assert.ts';
import { criticalCoupling, stationaryOrder, type Population } from '../../field/theory/stationary-order.ts';
import { parameters as scenario } from '../scenario/parameters.ts';
import { choice, real, whole } from '../scenario/parameter.ts';
import { meanOf, type Estimate } from '../statistics/intervals.ts';
import { defineExperiment, type Finished, type Plan } from './define.ts';
import { settledOrder, type FieldTask } from './field-order.ts';
import { groupBy } from './group.ts';
import { seedsOf } from './seeds.ts';
import type { Findings, Job, Judgement, LineFigure, Row, Series } from './types.ts';
import { between, number, percent } from './words.ts';

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
  settleS: real({
    path: 'settleS',
    label: 'Settling',
    unit: 's',
    min: 1,
    max: 1000,
    step: 1,
    default: 40,
    live: false,
    help: 'Simulated time that every field is left alone before it is looked at.',
  }),
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
interface Task extends FieldTask {
  readonly ratio: number;
}

const stepS = 0.02;
/** Larger fields show the same r with fewer replicates: so many oscillators in all are moved for every coupling. */
const crowd = 10_000;
/** Away from the threshold theory and measurement must be as close as this (oracle 10; larger fields have no bias of that size). */
const tolerance = 0.02;
/** Within this distance of K_c finite fields round off the onset. */
const criticalShare = 0.2;

export const couplingSweep = defineExperiment({
  name: 'coupling-sweep',
  title: 'Coupling sweep',
  question: 'At which coupling does the field synchronise, and how far?',
  claim: 'Below K_c the phases stay scattered; above it r rises as theory says, whatever the size.',
  parameters,
  replicate: 'seed',
  maxReplicates: 1_000,
  quick: { replicates: 2, settings: { mostDecade: 3, points: 7 } },
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

function jobs({ settings, seeds }: Plan<P>): readonly Job<Task>[] {
  const { law, width, noise, ratioFrom, ratioTo, points, settleS, measureS } = settings;
  const threshold = criticalCoupling({ law, widthRadS: width, noise }).value;
  const ratios = Array.from({ length: points }, (_, k) => ratioFrom + ((ratioTo - ratioFrom) * k) / (points - 1));
  return sizesOf(settings).flatMap((oscillators) =>
    seeds.slice(0, Math.max(2, Math.ceil((seeds.length * crowd) / oscillators))).flatMap((seed) =>
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

/** All replicates at one coupling. */
interface Point {
  readonly oscillators: number;
  readonly start: Task['start'];
  readonly ratio: number;
  readonly coupling: number;
  readonly r: Estimate;
  readonly theory: number;
  readonly seeds: readonly number[];
}

function report({ settings }: Plan<P>, finished: readonly Finished<Task, number>[]): Findings {
  const population = { law: settings.law, widthRadS: settings.width, noise: settings.noise };
  const threshold = criticalCoupling(population);
  const points = groupBy(finished, ({ task }) => `${task.oscillators} ${task.start} ${task.ratio}`).map((group) =>
    pointOf(group, population),
  );
  const largest = largestOf(points);
  const onset = onsetRow(points, threshold.value);
  const deviations = groupBy(points, (point) => point.oscillators).flatMap(deviationRow);
  return {
    judgements: [...judgeOnset(onset), ...judgeOrder(deviations.find(({ subject }) => subject === sizeName(largest)))],
    rows: [...onset, ...deviations, ...groupBy(points, (point) => point.oscillators).flatMap(gapRow)],
    figures: [figureOf(points, threshold.value, population)],
    notes: [
      `Theory: ${threshold.formula} (${threshold.source}), ${threshold.regime}.`,
      'Frequencies are quantiles of the law, so that no draw of them moves the threshold; replicates differ in noise and in which oscillator has which frequency.',
      `Fields above ${crowd} oscillators have fewer replicates, at least two: a larger field averages over its own.`,
      `Within ${percent(criticalShare)} of K_c nothing is judged: a finite field rounds the onset off.`,
    ],
    raw: {
      name: 'replicates',
      columns: ['oscillators', 'coupling', 'ratio', 'start', 'seed', 'r'],
      rows: finished.map(({ task, value }) => [task.oscillators, task.coupling, task.ratio, task.start, task.seed, value]),
    },
  };
}

function pointOf(group: readonly Finished<Task, number>[], population: Population): Point {
  const { oscillators, start, ratio, coupling } = at(group, 0).task;
  const answer = stationaryOrder(population, coupling);
  return {
    oscillators,
    start,
    ratio,
    coupling,
    r: meanOf(group.map(({ value }) => value)),
    theory: answer.known ? answer.value : NaN,
    seeds: group.map(({ task }) => task.seed),
  };
}

/** Near K_c order comes and goes too slowly for any settling time. */
const isAway = ({ ratio }: Point): boolean => Math.abs(ratio - 1) >= criticalShare - 1e-9;
const largestOf = (points: readonly Point[]): number => points.reduce((most, { oscillators }) => Math.max(most, oscillators), 0);
const sizeName = (oscillators: number): string => `N = ${oscillators}`;

/** How far from theory the worst coupling away from K_c is. */
function deviationRow(points: readonly Point[]): readonly Row[] {
  const away = points.filter((point) => isAway(point) && !Number.isNaN(point.theory));
  const [first, ...others] = away;
  if (first === undefined) return [];
  const distance = ({ r, theory }: Point): number => Math.abs(r.value - theory);
  const worst = others.reduce((most, point) => (distance(point) > distance(most) ? point : most), first);
  const { r, theory, seeds, oscillators, start, coupling } = worst;
  const value = distance(worst);
  return [
    {
      measure: 'largest deviation of r from theory',
      subject: sizeName(oscillators),
      unit: '',
      relation: '=',
      value,
      low: Math.max(0, value - (r.high - r.value)),
      high: value + (r.high - r.value),
      claimed: { relation: '<', value: tolerance },
      ...seedsOf(seeds),
      note: `over ${away.length} couplings; at K = ${number(coupling)} from ${start} order, where r = ${between(r)} and theory says ${number(theory)}`,
    },
  ];
}

/**
 * Order grows with N^0 above threshold and falls as N^−½ below: between the largest size and the one before it, a tenth as large,
 * r falls by less than 10^⅛ or by more than 10^⅜. The onset lies between the last coupling that shows the one and the first that shows the other.
 */
function onsetRow(points: readonly Point[], threshold: number): readonly Row[] {
  const size = largestOf(points);
  const rising = points.filter((point) => point.start === 'weak' && point.oscillators >= size / 10 && isAway(point));
  const fall = groupBy(rising, ({ coupling }) => coupling).flatMap((pair) => {
    const small = pair.find(({ oscillators }) => oscillators * 10 === size);
    const large = pair.find(({ oscillators }) => oscillators === size);
    return small === undefined || large === undefined ? [] : [{ large, ratio: small.r.value / large.r.value }];
  });
  const low = fall.filter(({ ratio }) => ratio > steep).reduce((most, { large }) => Math.max(most, large.coupling), 0);
  const above = fall.filter(({ large, ratio }) => ratio < flat && large.coupling > low);
  const high = above.reduce((least, { large }) => Math.min(least, large.coupling), Infinity);
  const [first] = above;
  if (first === undefined || low === 0) return [];
  return [
    {
      measure: 'onset of order K_c',
      subject: `${sizeName(size / 10)} against ${sizeName(size)}`,
      unit: '1/s',
      relation: '=',
      value: (low + high) / 2,
      low,
      high,
      claimed: { relation: '=', value: threshold },
      verdict: threshold >= low && threshold <= high ? 'holds' : 'fails',
      ...seedsOf(first.large.seeds),
      note: 'bracketed by the couplings measured: at the lower one r falls with the square root of the size, at the upper one it does not',
    },
  ];
}

/** 10^⅜ and 10^⅛. */
const steep = 2.371373705661655;
const flat = 1.333521432163324;

/** Hysteresis: how much more order is left on the way down than came on the way up. */
function gapRow(points: readonly Point[]): readonly Row[] {
  const pairs = groupBy(points, ({ coupling }) => coupling).flatMap((pair) => {
    const up = pair.find(({ start }) => start === 'weak');
    const down = pair.find(({ start }) => start === 'synchronised');
    return up === undefined || down === undefined ? [] : [{ up, down, gap: down.r.value - up.r.value }];
  });
  const [first, ...others] = pairs;
  if (first === undefined) return [];
  const widest = others.reduce((most, pair) => (pair.gap > most.gap ? pair : most), first);
  const { up, down, gap } = widest;
  // Independent replicates: half-widths of the two intervals add in quadrature.
  const [a, b] = [up.r.high - up.r.value, down.r.high - down.r.value];
  const reach = Math.sqrt(a * a + b * b);
  return [
    {
      measure: 'largest gap between from synchrony and from weak order',
      subject: sizeName(up.oscillators),
      unit: '',
      relation: '=',
      value: gap,
      low: gap - reach,
      high: gap + reach,
      ...seedsOf(up.seeds),
      note: `at K = ${number(up.coupling)} (${number(up.ratio)} K_c), after the settling time`,
    },
  ];
}

function judgeOnset([onset]: readonly Row[]): readonly Judgement[] {
  const claim = 'Order sets in at K_c.';
  if (onset?.claimed === undefined) {
    const sentence =
      'The couplings and sizes measured so far do not show where disorder ends and order begins: two sizes are needed, and couplings on both sides.';
    return [{ claim, verdict: 'not decided', sentence }];
  }
  const { low, high, claimed, verdict = 'not decided' } = onset;
  const where = verdict === 'holds' ? 'between them' : 'outside';
  const sentence = `At K = ${number(low)} order falls as the field grows, at K = ${number(high)} it stays; K_c = ${number(claimed.value)} lies ${where}.`;
  return [{ claim, verdict, sentence }];
}

function judgeOrder(row: Row | undefined): readonly Judgement[] {
  const claim = `Away from K_c the order is what theory says, to ${tolerance}.`;
  if (row === undefined) return [{ claim, verdict: 'not decided', sentence: 'Nothing has been measured away from K_c yet.' }];
  const verdict = row.high < tolerance ? 'holds' : row.low > tolerance ? 'fails' : 'not decided';
  return [{ claim, verdict, sentence: `With ${row.subject} the largest deviation is ${between(row)}, ${row.note}.` }];
}

function figureOf(points: readonly Point[], threshold: number, population: Population): LineFigure {
  const measured = groupBy(points, ({ oscillators, start }) => `${oscillators} ${start}`).map((group): Series => {
    const { oscillators, start } = at(group, 0);
    return {
      name: `${sizeName(oscillators)}, from ${start === 'weak' ? 'weak order' : 'synchrony'}`,
      origin: 'measured',
      draw: 'points',
      x: group.map(({ coupling }) => coupling),
      y: group.map(({ r }) => r.value),
      low: group.map(({ r }) => r.low),
      high: group.map(({ r }) => r.high),
      band: '95% interval of the mean',
    };
  });
  const most = points.reduce((m, { coupling }) => Math.max(m, coupling), threshold);
  const x = Array.from({ length: 201 }, (_, k) => (most * k) / 200);
  const y = x.map((coupling) => {
    const answer = stationaryOrder(population, coupling);
    return answer.known ? answer.value : NaN;
  });
  return {
    kind: 'lines',
    name: 'order',
    title: 'Order against coupling',
    x: { label: 'coupling', symbol: 'K', unit: '1/s', scale: 'linear' },
    y: { label: 'order parameter', symbol: 'r', scale: 'linear' },
    series: [{ name: 'theory, N → ∞', origin: 'theory', draw: 'line', x, y }, ...measured],
    marks: [{ label: 'K_c', x: threshold }],
    spans: [],
    summary: `Order parameter against coupling for ${measured.length} curves; theory rises from 0 at K_c = ${number(threshold)} per second to ${number(y.at(-1) ?? NaN)} at ${number(most)}.`,
  };
}
