/** Order against the delay and the rate of phase messages: how slow may the asynchronous loop be before synchrony is lost? */
import { at } from '../../base/assert.ts';
import { risingRoot } from '../../field/theory/root.ts';
import { delayedCriticalCoupling } from '../../field/theory/delay.ts';
import { createRun } from '../run/run.ts';
import { real, toggle, whole } from '../scenario/parameter.ts';
import { parameters as scenario } from '../scenario/parameters.ts';
import { defaultScenario } from '../scenario/parse.ts';
import type { Scenario } from '../scenario/schema.ts';
import { meanOf } from '../statistics/intervals.ts';
import { judgeSides, sideRow, type Cell } from './cell-sides.ts';
import { atLeast, atMost } from './claims.ts';
import { defineExperiment, type Finished, type Plan } from './define.ts';
import { groupBy } from './group.ts';
import { seedsOf } from './seeds.ts';
import type { Findings, HeatFigure, Job, Row } from './types.ts';
import { number, percent } from './words.ts';

const parameters = {
  centre: real({ ...scenario.frequencyCentre, path: 'centre', default: 2 }),
  width: real({ ...scenario.frequencyWidth, path: 'width', default: 0.1 }),
  coupling: real({ ...scenario.coupling, path: 'coupling', live: false, default: 1 }),
  noise: real({ ...scenario.noise, path: 'noise', live: false, default: 0.5 }),
  turnForward: toggle({ ...scenario.turnForward, path: 'turnForward', live: false, default: false }),
  delayToS: real({
    path: 'delayToS',
    label: 'Delay to',
    symbol: 'τ',
    unit: 's',
    min: 0.05,
    max: 10,
    step: 0.05,
    default: 1.2,
    live: false,
    help: 'The longest one-way delay of a phase message.',
  }),
  columns: whole({ path: 'columns', label: 'Delays', min: 2, max: 50, default: 12, live: false, help: 'Cells along the delay.' }),
} as const;
type P = typeof parameters;

interface Task {
  readonly scenario: Scenario;
  readonly delayS: number;
  readonly rateHz: number;
}

const rates = [1, 2, 5, 10, 20, 50] as const;
const agents = 16;
const settleS = 40;
const measureS = 20;
const judging = { criticalShare: 0.25, ordered: 0.3 } as const;

export const stalePhases = defineExperiment({
  name: 'stale-phases',
  title: 'Stale phases',
  question: 'How slow may the asynchronous loop be before synchrony is lost?',
  claim: 'The phase update need not wait: phases that arrive late and seldom still synchronise the mesh.',
  claimant: 'What section 3 of the paper comes to',
  parameters,
  replicate: 'seed',
  maxReplicates: 100,
  quick: { replicates: 3, settings: { columns: 3 } },
  full: { replicates: 3 },
  faults: ({ width, noise }) =>
    width > 0 || noise > 0
      ? []
      : [{ path: 'noise', found: '0', allowed: 'above 0 where all frequencies are the same: without either there is no threshold' }],
  jobs,
  run: ({ scenario: whole }: Task): number => orderOf(whole),
  report,
});

function delays({ delayToS, columns }: Plan<P>['settings']): readonly number[] {
  return Array.from({ length: columns }, (_, k) => (delayToS * (k + 0.5)) / columns);
}

function jobs({ settings, seeds }: Plan<P>): readonly Job<Task>[] {
  return seeds.flatMap((seed) =>
    rates.flatMap((rateHz) =>
      delays(settings).map((delayS) => ({
        label: `τ = ${number(delayS)} s, ${rateHz} messages a second, seed ${seed}`,
        weight: 10 + rateHz,
        task: { delayS, rateHz, scenario: scenarioOf(settings, seed, delayS, rateHz) },
      })),
    ),
  );
}

/** No tokens: nothing but phases is on the way. */
function scenarioOf(
  { centre, width, coupling, noise, turnForward }: Plan<P>['settings'],
  seed: number,
  delayS: number,
  rateHz: number,
): Scenario {
  const { field, mesh } = defaultScenario;
  return {
    ...defaultScenario,
    seed,
    durationS: settleS + measureS,
    field: {
      ...field,
      oscillators: 1024,
      coupling,
      noise,
      turnForward,
      exchange: 'message',
      frequency: { law: 'lorentzian', centre, width, sampling: 'quantile' },
      initial: { kind: 'poisson', r0: 0.6 },
    },
    mesh: { ...mesh, agents, tokenRateHz: 0, phaseRateHz: rateHz, staleAfterS: 60, latency: { kind: 'constant', oneWayMs: 1000 * delayS } },
    interventions: [],
  };
}

function orderOf(scenario: Scenario): number {
  const run = createRun(scenario, { maxEvents: 0 });
  run.advance(run.stepsPlanned);
  const r = run.timeseries.column('r').subarray(Math.round(settleS / scenario.sampleS), run.timeseries.length);
  return r.reduce((sum, x) => sum + x, 0) / r.length;
}

/** A phase that is told every 1/f seconds is on average half of that older than its delay. */
const ageS = (delayS: number, rateHz: number): number => delayS + 0.5 / rateHz;

/** Its threshold is that of coupling as late as the phases are old. */
interface Measured extends Cell {
  readonly column: number;
  readonly row: number;
}

function report({ settings }: Plan<P>, finished: readonly Finished<Task, number>[]): Findings {
  const { centre, width, noise, coupling } = settings;
  const thresholdAt = (lateS: number): number => delayedCriticalCoupling(centre, width, noise, lateS).coupling;
  const columns = delays(settings);
  const cells = groupBy(finished, ({ task }) => `${task.rateHz} ${task.delayS}`).map((group): Measured => {
    const { delayS, rateHz } = at(group, 0).task;
    return {
      column: columns.indexOf(delayS),
      row: rates.findIndex((rate) => rate === rateHz),
      r: meanOf(group.map(({ value }) => value)),
      ratio: coupling / thresholdAt(ageS(delayS, rateHz)),
    };
  });
  const latestS = latestAge(coupling, thresholdAt);
  const seeds = [...new Set(finished.map(({ task }) => task.scenario.seed))];
  const sides = sideRow(cells, judging, seeds);
  const claim = 'Synchrony is lost where theory has it lost for coupling that is as late as the phases are old.';
  return {
    judgements: [judgeSides(sides, claim, settings.turnForward ? ' with phases turned forward' : '')],
    rows: [...sides, ...lastRows(cells, columns, latestS, seeds)],
    figures: [figureOf(cells, columns, latestS)],
    notes: [
      'Theory: with a delay τ incoherence loses its stability at K_c = 2(γ + D)/cos Ωτ, Ω = ω₀ − (γ + D) tan Ωτ, D = σ²/2 (Yeung & Strogatz, Phys. Rev. Lett. 82 (1999) 648–651). A phase that is told f times a second is 1/(2f) older on average than its delay; the line takes the two together.',
      settings.turnForward
        ? 'Phases are turned forward by their age: that undoes most of the delay, and the line, which is for coupling without it, should fail.'
        : 'Phases are taken as they arrive, not turned forward: that is what the theory is for. Turned forward, as in every other scenario, they bear far more.',
      `${agents} agents with 64 oscillators each; each knows its own phases at once. Every field starts at r = 0.6. Cells within ${percent(judging.criticalShare)} of the threshold are not judged; ordered is r above ${judging.ordered}.`,
    ],
    raw: {
      name: 'replicates',
      columns: ['delay_s', 'phase_rate_hz', 'seed', 'r'],
      rows: finished.map(({ task, value }) => [task.delayS, task.rateHz, task.scenario.seed, value]),
    },
  };
}

/** The greatest age below the first half turn at which K still reaches the threshold; 0 where none does. */
function latestAge(coupling: number, thresholdAt: (lateS: number) => number): number {
  const stepS = 0.01;
  let lateS = 0;
  while (lateS < 100 && thresholdAt(lateS + stepS) <= coupling) lateS += stepS;
  return lateS >= 100 ? Infinity : risingRoot((x) => thresholdAt(x) - coupling, lateS, lateS + stepS);
}

/** For every rate between which delays order is lost: the last up to which every cell is surely ordered, the first that surely is not. */
function lastRows(cells: readonly Measured[], delaysS: readonly number[], latestS: number, seeds: readonly number[]): readonly Row[] {
  return rates.flatMap((rateHz, row) => {
    const own = cells.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column);
    if (own.length < delaysS.length) return [];
    const kept = own.findIndex(({ r }) => atLeast(judging.ordered, r) !== 'holds');
    const lost = own.findIndex(({ r }) => atMost(judging.ordered, r) === 'holds');
    const low = kept === 0 ? 0 : (delaysS[(kept < 0 ? own.length : kept) - 1] ?? 0);
    const high = lost < 0 ? Infinity : (delaysS[lost] ?? Infinity);
    return [
      {
        measure: 'synchrony is lost at a delay of',
        subject: `${rateHz} messages/s`,
        unit: 's',
        relation: lost < 0 ? '>' : '=',
        value: lost < 0 ? low : (low + high) / 2,
        low,
        high,
        ...seedsOf(seeds),
        note: `surely kept at the one end, surely lost at the other; theory ${number(Math.max(0, latestS - 0.5 / rateHz))} s`,
      },
    ];
  });
}

function figureOf(cells: readonly Measured[], delaysS: readonly number[], latestS: number): HeatFigure {
  const values = new Array<number>(delaysS.length * rates.length).fill(NaN);
  for (const { column, row, r } of cells) values[row * delaysS.length + column] = r.value;
  const line = Array.from({ length: 100 }, (_, k) => ({ rateHz: 1 + (49 * k) / 99 })).map(({ rateHz }) => ({
    rateHz,
    delayS: latestS - 0.5 / rateHz,
  }));
  const shown = line.filter(({ delayS }) => delayS > 0 && delayS !== Infinity);
  return {
    kind: 'heat',
    name: 'order',
    title: 'Order over delay and phase rate',
    x: { label: 'one-way delay', symbol: 'τ', unit: 's', scale: 'linear' },
    y: { label: 'phase messages', unit: '1/s', scale: 'log' },
    value: { label: 'order parameter', symbol: 'r', scale: 'linear' },
    xs: delaysS,
    ys: rates,
    cells: values,
    range: [0, 1],
    series: [
      {
        name: 'theory: K = K_c(τ + 1/2f)',
        origin: 'theory',
        draw: 'line',
        x: shown.map(({ delayS }) => delayS),
        y: shown.map(({ rateHz }) => rateHz),
      },
    ],
    summary: `Order parameter over ${delaysS.length} delays and ${rates.length} rates of phase messages, ${cells.filter(({ r }) => r.value > judging.ordered).length} of ${cells.length} cells ordered; theory loses synchrony where phases are ${number(latestS)} s old.`,
  };
}
