/** Noise that keeps |X| ≤ 1: what a reflection gives, what a clamp makes of it, and noise that turns instead of pushing. */
import { at } from '../../base/assert.ts';
import { reflectedDistribution, turn, walkToWall, type WallLaw } from '../../field/noise-laws/bounded.ts';
import { noiseLawParameters } from '../scenario/parameters-dynamics.ts';
import { real } from '../scenario/parameter.ts';
import { meanOf } from '../statistics/intervals.ts';
import { measuredMeans } from './measured.ts';
import { allOf, atMost } from './claims.ts';
import { defineExperiment, type Finished, type Plan } from './define.ts';
import { groupBy } from './group.ts';
import { seedsOf } from './seeds.ts';
import type { Findings, Job, Judgement, LineFigure, Row, Series } from './types.ts';
import { between, number } from './words.ts';

const parameters = {
  // So that every drift is above σ²/2, where the law is stationary.
  drift: real({ ...noiseLawParameters.drift, path: 'drift', live: false, min: 1 }),
  noise: real({ ...noiseLawParameters.noise, path: 'noise', live: false, min: 0.3, max: 1.3 }),
} as const;

type P = typeof parameters;
interface Task {
  readonly law: WallLaw | 'turning' | 'tangent';
  readonly seed: number;
  readonly stepS: number;
  readonly drift: number;
  readonly noise: number;
}
interface Seen {
  /** Share of the walkers in each bin of (0, 1]; empty for what turns. */
  readonly shares: readonly number[];
  /** Largest distance from the distribution of the reflected law, or of |X| from 1. */
  readonly distance: number;
}

const walkers = 10_000;
const bins = 20;
const steps = [0.2, 0.05, 0.01] as const;
/** Against a relaxation rate of (μ − σ²/2)²/2σ². */
const relaxations = 15;
const turners = 1_000;
const turningS = 20;
/** Kolmogorov 1933: chance alone is further off in one case of a thousand. */
const chance = 1.95 / Math.sqrt(walkers);
const roundingLimit = 1e-12;

export const noiseLaws = defineExperiment({
  name: 'noise-laws',
  title: 'Bounded noise',
  question: 'What does it take for noise to stay within |X| ≤ 1?',
  claim: 'Clamping a noisy value to its bounds leaves its statistics alone.',
  claimant: 'Taken for granted where noise is clamped',
  parameters,
  replicate: 'seed',
  maxReplicates: 1_000,
  quick: { replicates: 4 },
  full: { replicates: 8 },
  jobs,
  run,
  report,
});

function jobs({ settings, seeds }: Plan<P>): readonly Job<Task>[] {
  const job = (law: Task['law'], stepS: number, seed: number): Job<Task> => ({
    label: `${law}, step ${number(stepS)} s, seed ${seed}`,
    weight: costs[law] / stepS,
    task: { law, seed, stepS, ...settings },
  });
  // Per second of the walk; a reflection draws twice and takes a logarithm.
  const wallS = wallDurationS(settings);
  const costs = { reflected: 2.5 * walkers * wallS, clamped: walkers * wallS, turning: turners * turningS, tangent: turners * turningS };
  return seeds.flatMap((seed) => [
    ...steps.flatMap((stepS) => [job('reflected', stepS, seed), job('clamped', stepS, seed)]),
    job('turning', at(steps, 2), seed),
    job('tangent', at(steps, 2), seed),
  ]);
}

/** So long a walk that nothing is left of its beginning, s. */
function wallDurationS({ drift, noise }: Pick<Task, 'drift' | 'noise'>): number {
  const pull = drift - (noise * noise) / 2;
  return (relaxations * 2 * noise * noise) / (pull * pull);
}

function run({ law, seed, stepS, drift, noise }: Task): Seen {
  if (law === 'turning' || law === 'tangent') {
    const options = { seed, walkers: turners, frequencyRadS: 1, noise, stepS, step: law === 'turning' ? 'exact' : 'euler' } as const;
    const lengths = turn(options, Math.ceil(turningS / stepS));
    return { shares: [], distance: lengths.reduce((most, length) => Math.max(most, Math.abs(length - 1)), 0) };
  }
  const values = walkToWall({ seed, walkers, drift, noise, stepS, law }, Math.ceil(wallDurationS({ drift, noise }) / stepS)).sort();
  const shares = new Array<number>(bins).fill(0);
  let distance = 0;
  for (const [i, x] of values.entries()) {
    const bin = Math.min(bins - 1, Math.floor(x * bins));
    shares[bin] = at(shares, bin) + 1 / walkers;
    const expected = reflectedDistribution(x, drift, noise);
    distance = Math.max(distance, Math.abs(expected - i / walkers), Math.abs(expected - (i + 1) / walkers));
  }
  return { shares, distance };
}

type Done = Finished<Task, Seen>;

function report({ settings }: Plan<P>, finished: readonly Done[]): Findings {
  const groups = groupBy(finished, ({ task }) => `${task.law} ${task.stepS}`);
  const rows = groups.map((group) => rowOf(group));
  return {
    judgements: [
      judge('Reflected noise has its stationary density at every step.', rows, 'reflected', chance),
      judge('Clamped noise has the same density.', rows, 'clamped', chance),
      judge('Noise that turns keeps |X| = 1.', rows, 'turning', roundingLimit),
      judge('So does the tangent of its equation.', rows, 'tangent', roundingLimit),
    ],
    rows,
    figures: [figureOf(groups, settings)],
    notes: [
      'Reflected and clamped: dX = μX dt + σX dW with a wall at 1. P(X ≤ x) = x^{2μ/σ²−1} where ln X is reflected.',
      'Turning: dX = (iω − σ²/2) X dt + iσX dW keeps |X| (Itô); its Euler step goes along the tangent and leaves the circle.',
      `Each distance is that of ${walkers} walkers; by chance alone it is above ${number(chance)} once in a thousand.`,
      'The paper’s own noise is additive on the phase, which stays on the circle by what it is.',
    ],
    raw: {
      name: 'distances',
      columns: ['law', 'step_s', 'seed', 'distance'],
      rows: finished.map(({ task, value }) => [task.law, task.stepS, task.seed, value.distance]),
    },
  };
}

function rowOf(group: readonly Done[]): Row {
  const { law, stepS } = at(group, 0).task;
  const turns = law === 'turning' || law === 'tangent';
  const { value, low, high } = meanOf(group.map((one) => one.value.distance));
  const found = { value, low: Math.max(0, low), high };
  const limit = turns ? roundingLimit : chance;
  return {
    measure: turns ? 'largest distance of |X| from 1' : 'distance from the reflected law',
    subject: `${law}, step ${number(stepS)} s`,
    unit: '',
    relation: '=',
    ...found,
    claimed: { relation: '<', value: limit },
    verdict: atMost(limit, found),
    ...seedsOf(group.map(({ task }) => task.seed)),
    note: turns ? `${turningS} s` : 'Kolmogorov and Smirnov’s largest distance of distribution functions',
  };
}

function judge(claim: string, rows: readonly Row[], law: Task['law'], limit: number): Judgement {
  const its = rows.filter(({ subject }) => subject.startsWith(`${law},`));
  const [first] = its;
  if (first === undefined) return { claim, verdict: 'not decided', sentence: 'Not measured yet.' };
  const worst = its.reduce((most, row) => (row.value > most.value ? row : most), first);
  const sentence = `The largest distance is ${between(worst)} (${worst.subject}, ${worst.replicates} replicates); allowed by ${limit === chance ? 'chance' : 'rounding'} are ${number(limit)}.`;
  return { claim, verdict: allOf(its.map(({ verdict = 'not decided' }) => verdict)), sentence };
}

function figureOf(groups: readonly (readonly Done[])[], { drift, noise }: Plan<P>['settings']): LineFigure {
  const centres = Array.from({ length: bins }, (_, bin) => (bin + 0.5) / bins);
  const density = (bin: number): number =>
    bins * (reflectedDistribution((bin + 1) / bins, drift, noise) - reflectedDistribution(bin / bins, drift, noise));
  const measured = groups
    .filter((group) => at(group, 0).value.shares.length > 0)
    .map((group): Series => {
      const { law, stepS } = at(group, 0).task;
      const means = centres.map((_, bin) => meanOf(group.map(({ value }) => bins * at(value.shares, bin))));
      return measuredMeans(`${law}, step ${number(stepS)} s`, centres, means);
    });
  return {
    kind: 'lines',
    name: 'densities',
    title: 'Stationary density below the wall',
    x: { label: 'value', symbol: '|X|', scale: 'linear' },
    y: { label: 'density', scale: 'linear' },
    series: [{ name: 'reflected law', origin: 'theory', draw: 'line', x: centres, y: centres.map((_, bin) => density(bin)) }, ...measured],
    marks: [{ label: 'wall', x: 1 }],
    spans: [],
    summary: `The reflected law’s density rises to ${number(density(bins - 1))} in the last bin; ${measured.map(({ name, y }) => `${name} has ${number(y.at(-1) ?? NaN)}`).join(', ')}.`,
  };
}
