/** Where a coupling sweep sees order begin: by how r changes from one size of the field to the next. */
import { exp, log } from '../../base/math.ts';
import { differenceOfMeans, type Interval } from '../statistics/intervals.ts';
import { isAway, sizeName, type Point } from './coupling-order.ts';
import { groupBy } from './group.ts';
import { seedsOf } from './seeds.ts';
import type { Judgement, Row } from './types.ts';
import { number } from './words.ts';

/**
 * Order grows with N^0 above the threshold and falls as N^−½ below: from one size to the next, ten times as large, r stays or falls by
 * √10. Half way between, by the logarithm, it falls by 10^¼.
 */
const halfWay = 1.7782794100389228;

/** How much r falls from the smaller field to the larger one, at one coupling. */
interface Fall extends Interval {
  readonly large: Point;
}

/**
 * The onset lies between the last coupling at which order surely falls with the size and the first at which it surely stays. A coupling
 * that its replicates leave open is on neither side.
 */
export function onsetRow(points: readonly Point[], threshold: number): readonly Row[] {
  const size = points.reduce((most, { oscillators }) => Math.max(most, oscillators), 0);
  const rising = points.filter((point) => point.start === 'weak' && point.oscillators >= size / 10 && isAway(point));
  const falls = groupBy(rising, ({ coupling }) => coupling).flatMap((pair) => fallOf(pair, size));
  const low = falls.filter((fall) => fall.low > halfWay).reduce((most, { large }) => Math.max(most, large.coupling), 0);
  const above = falls.filter(({ large, high }) => high < halfWay && large.coupling > low);
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
      note: 'bracketed by the couplings measured: at the lower one r surely falls with the square root of the size, at the upper one it surely does not',
    },
  ];
}

function fallOf(pair: readonly Point[], size: number): readonly Fall[] {
  const small = pair.find(({ oscillators }) => oscillators * 10 === size);
  const large = pair.find(({ oscillators }) => oscillators === size);
  if (small === undefined || large === undefined) return [];
  const { low, high } = differenceOfMeans(small.orders.map(log), large.orders.map(log));
  return [{ large, low: exp(low), high: exp(high) }];
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
