/**
 * The paper lets an agent's phase step once for every token, Δt = 1/f. Beside it the loop that this laboratory has: phases step on a
 * clock of their own, whatever the tokens do. What goes wrong without it is measured here.
 */
import { at } from '../../base/assert.ts';
import { tokenClockParameters } from '../scenario/parameters-dynamics.ts';
import { real } from '../scenario/parameter.ts';
import { meanOf } from '../statistics/intervals.ts';
import { measuredMeans } from './measured.ts';
import { allOf, atLeast, near } from './claims.ts';
import { defineExperiment, type Finished, type Plan } from './define.ts';
import { groupBy } from './group.ts';
import { seedsOf } from './seeds.ts';
import { loopStepS, runOnClock, stepsFor, tokens, type Clock, type Seen, type Task } from './token-clock-course.ts';
import type { Findings, Job, Judgement, LineFigure, Row, Series, Verdict } from './types.ts';
import { between, number } from './words.ts';

const parameters = {
  coupling: real({ ...tokenClockParameters.coupling, path: 'coupling', live: false, min: 1 }),
  frequency: real({ ...tokenClockParameters.frequency, path: 'frequency', live: false, min: 0.5 }),
  silenceS: real({
    path: 'silenceS',
    label: 'Silence',
    unit: 's',
    min: 0,
    max: 60,
    step: 1,
    default: 10,
    live: false,
    help: 'For so long no token is made.',
  }),
} as const;

type P = typeof parameters;
/** Of K/2, the rate at which the step Δt = 1/f becomes unstable at r = 1. */
const rateRatios = [0.4, 0.6, 0.8, 0.95, 1.05, 1.25, 1.5, 2, 4, 8] as const;
const together = 0.999;

export const tokenClock = defineExperiment({
  name: 'token-clock',
  title: 'Phases on the token clock',
  question: 'Why must phases not step with the tokens?',
  claim: 'Synchronisation may run on the token clock, Δt = 1/f.',
  claimant: 'What section 3 of the paper does away with',
  parameters,
  replicate: 'seed',
  maxReplicates: 1_000,
  quick: { replicates: 4 },
  full: { replicates: 8 },
  jobs,
  run: runOnClock,
  report,
});

function jobs({ settings, seeds }: Plan<P>): readonly Job<Task>[] {
  return seeds.flatMap((seed) =>
    rateRatios.flatMap((ratio) =>
      (['token-driven', 'decoupled'] as const).map((clock) => {
        const tokenRateHz = (ratio * settings.coupling) / 2;
        return {
          label: `${clock}, f = ${number(tokenRateHz)} Hz, seed ${seed}`,
          // Steps a token, and what a token costs besides.
          weight: 1 + stepsFor(clock, tokenRateHz) * (clock === 'decoupled' ? 1 + (settings.silenceS * tokenRateHz) / tokens : 1),
          task: { clock, seed, tokenRateHz, ...settings },
        };
      }),
    ),
  );
}

type Done = Finished<Task, Seen>;

function report({ settings }: Plan<P>, finished: readonly Done[]): Findings {
  const groups = groupBy(finished, ({ task }) => `${task.clock} ${task.tokenRateHz}`);
  const of = (clock: Clock): readonly (readonly Done[])[] => groups.filter((group) => at(group, 0).task.clock === clock);
  const rows = groups.flatMap((group) => rowsOf(group));
  return {
    judgements: [
      judgeStability(of('token-driven'), settings.coupling),
      judgeSilence(rows, settings.silenceS),
      judgeAliasing(of('token-driven'), settings.frequency),
    ],
    rows,
    figures: [figureOf([of('token-driven'), of('decoupled')], settings.coupling)],
    notes: [
      'Identical oscillators without noise, from near synchrony: any disorder that is left or grows is the step’s own.',
      'Against the mean a phase shrinks by the factor 1 − K r Δt a step: beyond −1 it grows, so f must stay above K r/2.',
      'Wrapped phases at neighbouring tokens tell a turning only up to πf: what turns faster seems to turn otherwise.',
      `The decoupled loop steps every ${loopStepS} s or less, and once a token at least.`,
    ],
    raw: {
      name: 'replicates',
      columns: ['clock', 'token_rate_hz', 'seed', 'order', 'apparent_rad_s', 'progress'],
      rows: finished.map(({ task, value }) => [task.clock, task.tokenRateHz, task.seed, value.order, value.apparentRadS, value.progress]),
    },
  };
}

function rowsOf(group: readonly Done[]): readonly Row[] {
  const { clock, tokenRateHz } = at(group, 0).task;
  const row = (measure: string, unit: string, quantity: (seen: Seen) => number): Row => ({
    measure,
    subject: `${clock}, f = ${number(tokenRateHz)} Hz`,
    unit,
    relation: '=',
    ...meanOf(group.map(({ value }) => quantity(value))),
    ...seedsOf(group.map(({ task }) => task.seed)),
    note: `${tokens} tokens`,
  });
  return [
    row('order at the end', '', ({ order }) => order),
    row('apparent turning', 'rad/s', ({ apparentRadS }) => apparentRadS),
    row('progress of the phase', '', ({ progress }) => progress),
  ];
}

const rateOf = (group: readonly Done[]): number => at(group, 0).task.tokenRateHz;
const undecided = (claim: string): Judgement => ({ claim, verdict: 'not decided', sentence: 'Not measured yet.' });

function judgeStability(groups: readonly (readonly Done[])[], coupling: number): Judgement {
  const claim = 'Stepping with the tokens synchronises at any rate of tokens.';
  if (groups.length < rateRatios.length) return undecided(claim);
  const judged = groups.map((group) => ({
    rate: rateOf(group),
    verdict: atLeast(together, meanOf(group.map(({ value }) => value.order))),
  }));
  const ratesOf = (wanted: Verdict): readonly number[] => judged.filter(({ verdict }) => verdict === wanted).map(({ rate }) => rate);
  const verdict = allOf(judged.map((one) => one.verdict));
  const [apart, close] = [ratesOf('fails'), ratesOf('holds')];
  const upTo = apart.length === 0 ? '' : `Up to f = ${number(Math.max(...apart))} Hz they surely do not come together; `;
  const from = close.length === 0 ? 'at no rate they surely do' : `from ${number(Math.min(...close))} Hz on they surely do`;
  return { claim, verdict, sentence: `${upTo}${from}. K/2 = ${number(coupling / 2)} Hz, ${at(groups, 0).length} replicates.` };
}

function judgeSilence(rows: readonly Row[], silenceS: number): Judgement {
  const claim = 'Phases go on while no token is made.';
  const [driven, loop] = (['token-driven', 'decoupled'] as const).map((clock) =>
    rows.findLast(({ measure, subject }) => measure === 'progress of the phase' && subject.startsWith(`${clock},`)),
  );
  if (driven === undefined || loop === undefined || silenceS === 0) return undecided(claim);
  const sentence = `Over a silence of ${number(silenceS)} s the token-driven phase came ${between(driven)} of the way, the decoupled one ${between(loop)} (${driven.subject.split(', ')[1] ?? ''}).`;
  return { claim, verdict: atLeast(0.99, driven), sentence };
}

function judgeAliasing(groups: readonly (readonly Done[])[], frequency: number): Judgement {
  const claim = 'The turning can be told from the phases at the tokens.';
  const [slowest] = groups;
  if (slowest === undefined) return undecided(claim);
  const seen = meanOf(slowest.map(({ value }) => value.apparentRadS));
  return {
    claim,
    verdict: near(frequency, 0.01 * frequency, seen),
    sentence: `With f = ${number(rateOf(slowest))} Hz a turning of ${number(frequency)} rad/s seems to be ${between(seen, 'rad/s')}.`,
  };
}

function figureOf(clocks: readonly (readonly (readonly Done[])[])[], coupling: number): LineFigure {
  const series = clocks.flatMap((groups): readonly Series[] => {
    const [first] = groups;
    if (first === undefined) return [];
    const means = groups.map((group) => meanOf(group.map(({ value }) => value.order)));
    return [
      measuredMeans(
        at(first, 0).task.clock,
        groups.map((group) => rateOf(group)),
        means,
      ),
    ];
  });
  return {
    kind: 'lines',
    name: 'order',
    title: 'Order against the rate of tokens',
    x: { label: 'token clock', symbol: 'f', unit: 'Hz', scale: 'log' },
    y: { label: 'order at the end', symbol: 'r', scale: 'linear', bounds: [0, 1] },
    series,
    marks: [{ label: 'K/2', x: coupling / 2 }],
    spans: [],
    summary: series
      .map(({ name, y }) => `${name}: ${number(y[0] ?? NaN)} at the lowest rate, ${number(y.at(-1) ?? NaN)} at the highest`)
      .join('; '),
  };
}
