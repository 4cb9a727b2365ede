/** What decay and recovery show: between which currents agents go round, and what order is left at rest. */
import { at } from '../../base/assert.ts';
import {
  couplingShare,
  cubicNullcline,
  hopfCurrents,
  lineNullcline,
  restPoint,
  stepExcitation,
} from '../../field/recovery/fitzhugh-nagumo.ts';
import { stationaryOrder } from '../../field/theory/stationary-order.ts';
import { meanOf } from '../statistics/intervals.ts';
import { measuredMeans } from './measured.ts';
import { stepS, type Seen, type Task } from './decay-course.ts';
import { allOf, atLeast, atMost, near } from './claims.ts';
import type { Finished } from './define.ts';
import { groupBy } from './group.ts';
import { seedsOf } from './seeds.ts';
import type { Findings, Judgement, LineFigure, Row, Series } from './types.ts';
import { between, number } from './words.ts';

/** Above what is left of the start near a rest point, far below a cycle. */
const goesRound = 0.1;
const tolerance = 0.03;
/** The current whose cycle is drawn. */
const drawnCurrent = 0.5;

type Done = Finished<Task, Seen>;
type Pull = Pick<Task, 'coupling' | 'noise'>;

export function decayFindings(settings: Pull, finished: readonly Done[]): Findings {
  const groups = groupBy(finished, ({ task }) => task.current);
  const rows = groups.flatMap((group) => rowsOf(group));
  return {
    judgements: [judgeCycles(rows), judgeRest(rows)],
    rows,
    figures: [orderFigure(groups, settings), planeFigure()],
    notes: [
      'FitzHugh–Nagumo on every agent: v̇ = v − v³/3 − w + I, ẇ = (v + 0.7 − 0.8w)/12.5; the agents start 2 s apart along the cycle.',
      'An agent’s pull is K/(1 + e^{−4(w − ½)}): hardly any when exhausted, all of K when recovered.',
      `Hopf points: I = ${hopfCurrents()
        .map((current) => number(current, 4))
        .join(' and ')}. Identical oscillators with noise otherwise.`,
    ],
    raw: {
      name: 'replicates',
      columns: ['current', 'seed', 'swing', 'share', 'order'],
      rows: finished.map(({ task, value }) => [task.current, task.seed, value.swing, value.share, value.order]),
    },
  };
}

const swings = 'swing of v';
const orders = 'order';

/** r that theory has at a rest point, with the coupling that is left there. */
function restOrder(current: number, coupling: number, noise: number): number {
  const answer = stationaryOrder({ law: 'identical', widthRadS: 0, noise }, coupling * couplingShare(restPoint(current).w));
  return answer.known ? answer.value : NaN;
}

function isBetweenHopfPoints(current: number): boolean {
  const [low, high] = hopfCurrents();
  return current > low && current < high;
}

function rowsOf(group: readonly Done[]): readonly Row[] {
  const { current, coupling, noise, oscillators } = at(group, 0).task;
  const cycles = isBetweenHopfPoints(current);
  const row = (measure: string, quantity: (seen: Seen) => number): Row => ({
    measure,
    subject: `I = ${current}`,
    unit: '',
    relation: '=',
    ...meanOf(group.map(({ value }) => quantity(value))),
    ...seedsOf(group.map(({ task }) => task.seed)),
    note: cycles ? 'between the Hopf points' : 'at rest',
  });
  const swing = row(swings, (seen) => seen.swing);
  const order = row(orders, (seen) => seen.order);
  const expected = restOrder(current, coupling, noise);
  // Below the threshold a finite field has chance order, √(π/4N) and somewhat more near it.
  const allowed = expected > 0 ? tolerance : tolerance + 2 / Math.sqrt(oscillators);
  return [
    {
      ...swing,
      claimed: { relation: cycles ? '>' : '<', value: goesRound },
      verdict: cycles ? atLeast(goesRound, swing) : atMost(goesRound, swing),
    },
    !cycles
      ? {
          ...order,
          claimed: { relation: '=', value: expected },
          verdict: near(expected, allowed, order),
        }
      : order,
  ];
}

function judgeCycles(rows: readonly Row[]): Judgement {
  const claim = 'Agents go round exactly between the Hopf points.';
  const its = rows.filter(({ measure }) => measure === swings);
  if (its.length === 0) return { claim, verdict: 'not decided', sentence: 'Not measured yet.' };
  const round = its.filter(({ value }) => value > goesRound).map(({ subject }) => subject.slice('I = '.length));
  const sentence = `They go round at I = ${round.join(', ')} and rest elsewhere; the Hopf points are ${hopfCurrents()
    .map((current) => number(current, 4))
    .join(' and ')}.`;
  return { claim, verdict: allOf(its.map(({ verdict = 'not decided' }) => verdict)), sentence };
}

function judgeRest(rows: readonly Row[]): Judgement {
  const claim = 'At rest order is that of the coupling which is left.';
  const its = rows.filter(({ measure, verdict }) => measure === orders && verdict !== undefined);
  const [first] = its;
  if (first === undefined) return { claim, verdict: 'not decided', sentence: 'Not measured yet.' };
  const told = its.map((row) => `At ${row.subject} r is ${between(row)}, theory has ${number(row.claimed?.value ?? NaN)}.`);
  const sentence = `${told.join(' ')} ${first.replicates} replicates.`;
  return { claim, verdict: allOf(its.map(({ verdict = 'not decided' }) => verdict)), sentence };
}

function orderFigure(groups: readonly (readonly Done[])[], { coupling, noise }: Pull): LineFigure {
  const found = groups.map((group) => meanOf(group.map(({ value }) => value.order)));
  const x = groups.map((group) => at(group, 0).task.current);
  const [low, high] = hopfCurrents();
  return {
    kind: 'lines',
    name: 'order',
    title: 'Order against the current',
    x: { label: 'current', symbol: 'I', scale: 'linear' },
    y: { label: 'order parameter', symbol: 'r', scale: 'linear', bounds: [0, 1] },
    series: [
      {
        name: 'theory at the rest point',
        origin: 'theory',
        draw: 'line',
        x,
        y: x.map((current) => (isBetweenHopfPoints(current) ? NaN : restOrder(current, coupling, noise))),
      },
      measuredMeans('measured', x, found),
    ],
    marks: [],
    spans: [{ label: 'goes round', from: low, to: high }],
    summary: `Order from ${number(found[0]?.value ?? NaN)} at the weakest current to ${number(found.at(-1)?.value ?? NaN)} at the strongest.`,
  };
}

/** The cycle in the plane of v and w, with the nullclines. */
function planeFigure(): LineFigure {
  const v = Array.from({ length: 101 }, (_, i) => -2.2 + (4.4 * i) / 100);
  const state = { ...restPoint(drawnCurrent) };
  state.v += 0.02;
  const cycle: { readonly v: number; readonly w: number }[] = [];
  for (let step = 0; step < 10_000; step++) {
    stepExcitation(state, drawnCurrent, stepS);
    if (step >= 7_000 && step % 10 === 0) cycle.push({ ...state });
  }
  const line = (name: string, origin: Series['origin'], x: readonly number[], y: readonly number[]): Series => ({
    name,
    origin,
    draw: 'line',
    x,
    y,
  });
  const rest = restPoint(drawnCurrent);
  return {
    kind: 'lines',
    name: 'plane',
    title: `Excitation and recovery at I = ${drawnCurrent}`,
    x: { label: 'excitation', symbol: 'v', scale: 'linear' },
    y: { label: 'recovery', symbol: 'w', scale: 'linear' },
    series: [
      line(
        'v̇ = 0',
        'theory',
        v,
        v.map((x) => cubicNullcline(x, drawnCurrent)),
      ),
      line(
        'ẇ = 0',
        'theory',
        v,
        v.map((x) => lineNullcline(x)),
      ),
      line(
        'cycle',
        'measured',
        cycle.map((point) => point.v),
        cycle.map((point) => point.w),
      ),
    ],
    marks: [],
    spans: [],
    summary: `The cycle goes round the unstable rest point at v = ${number(rest.v)}, w = ${number(rest.w)}.`,
  };
}
