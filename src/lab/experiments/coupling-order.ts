/** What a coupling sweep shows of order itself: how much there is at each coupling, against theory, up and down. */
import { at } from '../../base/assert.ts';
import { stationaryOrder, type Population } from '../../field/theory/stationary-order.ts';
import { meanOf, type Estimate } from '../statistics/intervals.ts';
import { measuredMeans } from './measured.ts';
import { atMost } from './claims.ts';
import type { Finished } from './define.ts';
import type { FieldTask } from './field-order.ts';
import { groupBy } from './group.ts';
import { seedsOf } from './seeds.ts';
import type { Judgement, LineFigure, Row, Series } from './types.ts';
import { between, number } from './words.ts';

export interface SweepTask extends FieldTask {
  /** K over the threshold that theory gives. */
  readonly ratio: number;
}

/** Away from the threshold theory and measurement must be as close as this (oracle 10; larger fields have no bias of that size). */
const tolerance = 0.02;
/** Within this distance of K_c finite fields round off the onset. */
export const criticalShare = 0.2;

/**
 * Whether a field is so large that chance alone is no more than the tolerance at the couplings that are judged: below the threshold
 * N⟨r²⟩ = 1/(1 − K/K_c) of a complex Gaussian (oracle 6), so ⟨r⟩ = √(π/4N(1 − K/K_c)).
 */
export function isLarge(oscillators: number): boolean {
  return Math.PI / (4 * oscillators * criticalShare) <= tolerance * tolerance;
}

/** All replicates at one coupling. */
export interface Point {
  readonly oscillators: number;
  readonly start: SweepTask['start'];
  readonly ratio: number;
  readonly coupling: number;
  /** Of the replicates, in the order of their seeds. */
  readonly orders: readonly number[];
  readonly r: Estimate;
  readonly theory: number;
  readonly seeds: readonly number[];
}

export function pointsOf(finished: readonly Finished<SweepTask, number>[], population: Population): readonly Point[] {
  return groupBy(finished, ({ task }) => `${task.oscillators} ${task.start} ${task.ratio}`).map((group) => pointOf(group, population));
}

function pointOf(group: readonly Finished<SweepTask, number>[], population: Population): Point {
  const { oscillators, start, ratio, coupling } = at(group, 0).task;
  const orders = group.map(({ value }) => value);
  const answer = stationaryOrder(population, coupling);
  return {
    oscillators,
    start,
    ratio,
    coupling,
    orders,
    r: meanOf(orders),
    theory: answer.known ? answer.value : NaN,
    seeds: group.map(({ task }) => task.seed),
  };
}

/** Near K_c order comes and goes too slowly for any settling time. */
export const isAway = ({ ratio }: Point): boolean => Math.abs(ratio - 1) >= criticalShare - 1e-9;
export const sizeName = (oscillators: number): string => `N = ${oscillators}`;

/**
 * How far from theory the worst coupling away from K_c is; the interval reaches from the largest lower end of any to the largest upper.
 * @param isClaimed of the largest field alone, and only of a large one: theory is that of one without end.
 */
export function deviationRow(points: readonly Point[], isClaimed: boolean): readonly Row[] {
  const away = points.filter((point) => isAway(point) && !Number.isNaN(point.theory));
  const [first, ...others] = away;
  if (first === undefined) return [];
  const distance = ({ r, theory }: Point): number => Math.abs(r.value - theory);
  const reach = ({ r }: Point): number => r.high - r.value;
  const worst = others.reduce((most, point) => (distance(point) > distance(most) ? point : most), first);
  const { r, theory, seeds, oscillators, start, coupling } = worst;
  const low = Math.max(0, ...away.map((point) => distance(point) - reach(point)));
  const high = Math.max(...away.map((point) => distance(point) + reach(point)));
  return [
    {
      measure: 'largest deviation of r from theory',
      subject: sizeName(oscillators),
      unit: '',
      relation: '=',
      value: distance(worst),
      low,
      high,
      ...(isClaimed ? { claimed: { relation: '<', value: tolerance }, verdict: atMost(tolerance, { low, high }) } : {}),
      ...seedsOf(seeds),
      note: `over ${away.length} couplings; at K = ${number(coupling)} from ${start === 'weak' ? 'weak order' : 'synchrony'}, where r = ${between(r)} and theory says ${number(theory)}`,
    },
  ];
}

/** Hysteresis: how much more order is left on the way down than came on the way up. */
export function gapRow(points: readonly Point[]): readonly Row[] {
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

export function judgeOrder(row: Row | undefined): readonly Judgement[] {
  const claim = `Away from K_c the order is what theory says, to ${tolerance}.`;
  if (row?.verdict === undefined)
    return [
      {
        claim,
        verdict: 'not decided',
        sentence: 'No field that is large enough has been measured away from K_c yet: chance alone makes more order in smaller ones.',
      },
    ];
  return [{ claim, verdict: row.verdict, sentence: `With ${row.subject} the largest deviation is ${between(row)}, ${row.note}.` }];
}

export function orderFigure(points: readonly Point[], threshold: number, population: Population): LineFigure {
  const measured = groupBy(points, ({ oscillators, start }) => `${oscillators} ${start}`).map((group): Series => {
    const { oscillators, start } = at(group, 0);
    return measuredMeans(
      `${sizeName(oscillators)}, from ${start === 'weak' ? 'weak order' : 'synchrony'}`,
      group.map(({ coupling }) => coupling),
      group.map(({ r }) => r),
    );
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
    y: { label: 'order parameter', symbol: 'r', scale: 'linear', bounds: [0, 1] },
    series: [{ name: 'theory, N → ∞', origin: 'theory', draw: 'line', x, y }, ...measured],
    marks: [{ label: 'K_c', x: threshold }],
    spans: [],
    summary: `Order parameter against coupling for ${measured.length} curves; theory rises from 0 at K_c = ${number(threshold)} per second to ${number(y.at(-1) ?? NaN)} at ${number(most)}.`,
  };
}
