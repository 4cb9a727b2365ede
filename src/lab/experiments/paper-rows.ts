/** The numbers of the paper's table: rows with intervals beside what the paper claims. */
import { meanOf } from '../statistics/intervals.ts';
import { about, atLeast, atMost, never, shareOf } from './claims.ts';
import { claimed, claims, type Side } from './paper-claims.ts';
import { toleranceRows } from './paper-tolerance.ts';
import { seedsOf } from './seeds.ts';
import type { Row, Verdict } from './types.ts';
import { number } from './words.ts';

export function paperRows(
  baseline: Side,
  candidate: Side,
  { horizonS, partitionsAYear }: { readonly horizonS: number; readonly partitionsAYear: number },
): readonly Row[] {
  return [
    ...latencyRows(baseline, candidate),
    ...throughputRows(baseline, candidate),
    ...toleranceRows(baseline, candidate, horizonS),
    ...incidentRows(baseline, candidate, partitionsAYear),
    ...convergenceRows(candidate),
  ];
}

type PaceMeasure = 'latencyMeanMs' | 'latencyP50Ms' | 'latencyP95Ms' | 'throughputHz' | 'standstillMs';

function valuesOf(side: Side, measure: PaceMeasure) {
  return side.paces.flatMap((pace) => {
    const value = pace[measure];
    return value === null ? [] : [{ seed: pace.seed, value }];
  });
}

/** The mean over the replicates of one protocol. */
function meanRow(side: Side, measure: PaceMeasure, head: Pick<Row, 'measure' | 'unit' | 'note'>): readonly Row[] {
  const values = valuesOf(side, measure);
  if (values.length === 0) return [];
  return [
    {
      ...head,
      subject: side.label,
      relation: '=',
      ...meanOf(values.map(({ value }) => value)),
      ...seedsOf(values.map(({ seed }) => seed)),
    },
  ];
}

/** Seed by seed, for both had the same network and load: by how many percent the candidate is better. */
function improvementRow(
  baseline: Side,
  candidate: Side,
  measure: PaceMeasure,
  claim: number,
  head: Pick<Row, 'measure' | 'note'>,
): readonly Row[] {
  const before = new Map(valuesOf(baseline, measure).map(({ seed, value }) => [seed, value]));
  const lowerIsBetter = measure !== 'throughputHz';
  const pairs = valuesOf(candidate, measure).flatMap(({ seed, value }) => {
    const old = before.get(seed);
    return old === undefined || old === 0 ? [] : [{ seed, gain: 100 * (lowerIsBetter ? 1 - value / old : value / old - 1) }];
  });
  if (pairs.length === 0) return [];
  const row: Row = {
    ...head,
    subject: 'improvement',
    unit: '%',
    relation: '=',
    ...meanOf(pairs.map(({ gain }) => gain)),
    ...seedsOf(pairs.map(({ seed }) => seed)),
  };
  return claimed([row], claim, atLeast);
}

const latencyMeasures = [
  ['latencyP50Ms', 'validation latency, median'],
  ['latencyMeanMs', 'validation latency, mean'],
  ['latencyP95Ms', 'validation latency, 95th percentile'],
] as const;

function latencyRows(baseline: Side, candidate: Side): readonly Row[] {
  const [legacy, chorus, gain] = claims.latencyMs;
  const latencies = latencyMeasures.flatMap(([key, measure]) => {
    const head = { measure, unit: 'ms', note: 'tokens generated in quiet, each until it is validated; mean over replicates' };
    return [
      ...claimed(meanRow(baseline, key, head), legacy, about),
      ...claimed(meanRow(candidate, key, head), chorus, atMost),
      ...improvementRow(baseline, candidate, key, gain, { measure, note: 'seed by seed' }),
    ];
  });
  const standstill = { measure: 'longest standstill of a token clock in quiet', unit: 'ms', note: 'no token is made meanwhile' };
  return [...latencies, ...meanRow(baseline, 'standstillMs', standstill), ...meanRow(candidate, 'standstillMs', standstill)];
}

function throughputRows(baseline: Side, candidate: Side): readonly Row[] {
  const [legacy, chorus, gain] = claims.throughputHz;
  const head = { measure: 'throughput', unit: 'tokens/s', note: 'validated in quiet' };
  return [
    ...claimed(meanRow(baseline, 'throughputHz', head), legacy, about),
    ...claimed(meanRow(candidate, 'throughputHz', head), chorus, about),
    ...improvementRow(baseline, candidate, 'throughputHz', gain, { measure: 'throughput', note: 'seed by seed' }),
  ];
}

function incidentRows(baseline: Side, candidate: Side, partitionsAYear: number): readonly Row[] {
  const [legacy, chorus, gain] = claims.incidentsAYear;
  const before = incidentRow(baseline, partitionsAYear);
  const after = incidentRow(candidate, partitionsAYear);
  const [old, young] = [before[0], after[0]];
  const none = (_: number, row: Row): Verdict => never(row.relation === '<' ? 0 : 1);
  const improvement: readonly Row[] =
    old === undefined || young === undefined || old.low <= 0
      ? []
      : [
          {
            measure: 'split-brain incidents',
            subject: 'improvement',
            unit: '%',
            relation: young.relation === '<' ? '>' : '=',
            value: 100 * (1 - (young.relation === '<' ? young.high / old.low : young.value / old.value)),
            low: 100 * (1 - young.high / old.low),
            high: 100 * (1 - young.low / old.high),
            claimed: { relation: '=', value: gain },
            verdict: none(gain, young),
            replicates: young.replicates,
            seeds: young.seeds,
            note: 'from the ends of both intervals',
          },
        ];
  return [...claimed(before, legacy, about), ...claimed(after, chorus, none), ...improvement];
}

/** Zero in n episodes is a bound, never a zero. */
function incidentRow({ label, episodes }: Side, partitionsAYear: number): readonly Row[] {
  if (episodes.length === 0) return [];
  const split = episodes.filter((episode) => episode.split).length;
  const { relation, value, low, high } = shareOf(split, episodes.length);
  return [
    {
      measure: 'split-brain incidents',
      subject: label,
      unit: 'a year',
      relation,
      value: value * partitionsAYear,
      low: low * partitionsAYear,
      high: high * partitionsAYear,
      ...seedsOf(episodes.map(({ seed }) => seed)),
      note: `${split} of ${episodes.length} partition episodes, times ${number(partitionsAYear)} partitions a year (Clopper–Pearson)`,
    },
  ];
}

function convergenceRows({ label, episodes }: Side): readonly Row[] {
  const converged = episodes.flatMap(({ seed, convergenceS }) => (convergenceS === null ? [] : [{ seed, convergenceS }]));
  if (converged.length === 0) return [];
  return [
    {
      measure: 'from the heal until every log holds everything',
      subject: label,
      unit: 's',
      relation: '=',
      ...meanOf(converged.map(({ convergenceS }) => convergenceS)),
      ...seedsOf(converged.map(({ seed }) => seed)),
      note: `${converged.length} of ${episodes.length} episodes; the longest took ${number(Math.max(...converged.map(({ convergenceS }) => convergenceS)))} s`,
    },
  ];
}
