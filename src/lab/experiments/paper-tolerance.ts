/** The rows of the paper's table on how long a partition is borne. */
import { meanOf, proportion } from '../statistics/intervals.ts';
import { about, atLeast } from './claims.ts';
import { claimed, claims, type Side } from './paper-claims.ts';
import { seedsOf } from './seeds.ts';
import type { Row } from './types.ts';

export function toleranceRows(baseline: Side, candidate: Side, horizonS: number): readonly Row[] {
  const [legacy, chorus, gain] = claims.toleranceS;
  const own = 'partition tolerance against its own pace';
  const ownNote = 'until an agent stands still for twice as long as it ever did in quiet, or two logs differ';
  const plain = 'partition tolerance';
  const note = 'until an agent has made no token for ten token periods, or two logs differ';
  const atLeastClaimed = (rows: readonly Row[]): readonly Row[] =>
    claimed(rows, chorus, atLeast).map((row) => ({ ...row, claimed: { relation: '>', value: chorus } }));
  return (
    [
      ['toleranceS', plain, note],
      ['ownToleranceS', own, ownNote],
    ] as const
  ).flatMap(([key, measure, how]) => {
    const before = toleranceRow(baseline, key, measure, how, horizonS);
    const after = toleranceRow(candidate, key, measure, how, horizonS);
    return [...claimed(before, legacy, about), ...atLeastClaimed(after), ...toleranceGain(before[0], after[0], gain)];
  });
}

/** From the end of the baseline's interval that makes the gain smallest. */
function toleranceGain(before: Row | undefined, after: Row | undefined, claim: number): readonly Row[] {
  if (before === undefined || after === undefined || before.relation === '>' || !(before.high > 0)) return [];
  const gain = (of: number, over: number): number => 100 * (of / over - 1);
  const isBound = after.relation === '>';
  const low = gain(after.low, before.high);
  const high = isBound || before.low === 0 ? Infinity : gain(after.high, before.low);
  return [
    {
      measure: after.measure,
      subject: 'improvement',
      unit: '%',
      relation: isBound ? '>' : '=',
      value: isBound ? low : gain(after.value, before.value),
      low,
      high,
      claimed: { relation: '>', value: claim },
      verdict: atLeast(claim, { low, high }),
      replicates: after.replicates,
      seeds: after.seeds,
      note: 'from the ends of both intervals',
    },
  ];
}

/** Where nothing broke within the horizon a bound is all that is known; where some did, theirs and the horizon for the others. */
function toleranceRow(
  { label, paces }: Side,
  key: 'toleranceS' | 'ownToleranceS',
  measure: string,
  note: string,
  horizonS: number,
): readonly Row[] {
  if (paces.length === 0) return [];
  const censored = paces.filter((pace) => pace[key] === null).length;
  const head = { measure, subject: label, unit: 's', ...seedsOf(paces.map(({ seed }) => seed)) };
  if (censored === paces.length) {
    // That none of so few broke leaves open that some would: of the mean no more is known than the horizon times the least share that lasts.
    const low = horizonS * proportion(censored, censored).low;
    return [{ ...head, relation: '>', value: horizonS, low, high: Infinity, note: `${note}; nothing broke within the horizon` }];
  }
  const { value, low, high } = meanOf(paces.map((pace) => pace[key] ?? horizonS));
  const least = { ...head, value, low: Math.max(0, low) };
  if (censored === 0) return [{ ...least, relation: '=', high, note }];
  const some = `; ${censored} of ${paces.length} did not break and count with the horizon`;
  return [{ ...least, relation: '>', high: Infinity, note: note + some }];
}
