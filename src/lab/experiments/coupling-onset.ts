/** Where a coupling sweep sees order begin: by how r changes with the size of the field. */
import { at } from '../../base/assert.ts';
import { log } from '../../base/math.ts';
import { slopeOf, type Interval } from '../statistics/intervals.ts';
import { isAway, sizeName, type Point } from './coupling-order.ts';
import { groupBy } from './group.ts';
import { seedsOf } from './seeds.ts';
import type { Judgement, Row } from './types.ts';
import { number } from './words.ts';

/** As the field grows order stays, as N^0, above the threshold, and falls as N^−½ below. This is half way between. */
const halfWay = -1 / 4;

/** With which power of the size r changes at one coupling. */
interface Trend extends Interval {
  readonly coupling: number;
}

/**
 * The onset lies between the last coupling at which order surely falls with the size and the first at which it surely stays. A coupling
 * that its replicates leave open is on neither side.
 */
export function onsetRow(points: readonly Point[], threshold: number): readonly Row[] {
  const rising = points.filter((point) => point.start === 'weak' && isAway(point));
  const trends = groupBy(rising, ({ coupling }) => coupling).map(trendOf);
  const low = trends.filter((trend) => trend.high < halfWay).reduce((most, { coupling }) => Math.max(most, coupling), 0);
  const above = trends.filter((trend) => trend.low > halfWay && trend.coupling > low).map(({ coupling }) => coupling);
  if (above.length === 0 || low === 0) return [];
  const high = Math.min(...above);
  const sizes = rising.map(({ oscillators }) => oscillators);
  const largest = Math.max(...sizes);
  return [
    {
      measure: 'onset of order K_c',
      subject: `${sizeName(Math.min(...sizes))} to ${largest}`,
      unit: '1/s',
      relation: '=',
      value: (low + high) / 2,
      low,
      high,
      claimed: { relation: '=', value: threshold },
      verdict: threshold >= low && threshold <= high ? 'holds' : 'fails',
      ...seedsOf(
        at(
          rising.filter(({ oscillators }) => oscillators === largest),
          0,
        ).seeds,
      ),
      note: 'bracketed by the couplings measured: at the lower one r surely falls with the square root of the size, at the upper one it surely does not',
    },
  ];
}

/** By the logarithms of all replicates of all sizes. */
function trendOf(group: readonly Point[]): Trend {
  const sizes = group.flatMap(({ oscillators, orders }) => orders.map(() => log(oscillators)));
  const orders = group.flatMap((point) => point.orders.map(log));
  const { low, high } = slopeOf(sizes, orders);
  return { coupling: at(group, 0).coupling, low, high };
}

export function judgeOnset([onset]: readonly Row[]): Judgement {
  const claim = 'Order sets in at K_c.';
  if (onset?.claimed === undefined) {
    const sentence =
      'What is measured so far does not show where disorder ends and order begins: it takes two sizes, couplings on both sides, and enough replicates to tell them apart.';
    return { claim, verdict: 'not decided', sentence };
  }
  const { low, high, claimed, verdict = 'not decided' } = onset;
  const where = verdict === 'holds' ? 'between them' : 'outside';
  const sentence = `At K = ${number(low)} order falls as the field grows, at K = ${number(high)} it stays; K_c = ${number(claimed.value)} lies ${where}.`;
  return { claim, verdict, sentence };
}
