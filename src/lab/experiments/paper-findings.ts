/** What the runs of the paper's table come to: rows with intervals beside the claims, and verdicts in words. */
import { meanOf, proportion, type Estimate } from '../statistics/intervals.ts';
import { about, atLeast, atMost, tolerance } from './claims.ts';
import type { Episode, Pace } from './mesh-course.ts';
import { seedsOf } from './seeds.ts';
import type { Findings, IntervalFigure, Judgement, Row, Verdict } from './types.ts';
import { between, number, percent } from './words.ts';

/** What was measured of one protocol. */
export interface Side {
  readonly protocol: string;
  readonly label: string;
  readonly paces: readonly (Pace & { readonly seed: number })[];
  readonly episodes: readonly Episode[];
}

interface Horizons {
  readonly partitionsAYear: number;
  readonly horizonS: number;
  readonly medianS: number;
}

/** The paper, section 4: legacy, The Chorus, improvement in percent. */
const claims = {
  latencyMs: [1450, 320, 78],
  throughputHz: [45.2, 185.6, 310],
  toleranceS: [2.1, 60, 2800],
  incidentsAYear: [12, 0, 100],
} as const;

export function paperFindings(baseline: Side, candidate: Side, settings: Horizons): Findings {
  const rows = [
    ...latencyRows(baseline, candidate),
    ...throughputRows(baseline, candidate),
    ...toleranceRows(baseline, candidate, settings.horizonS),
    ...incidentRows(baseline, candidate, settings.partitionsAYear),
    ...convergenceRows(candidate),
  ];
  return {
    judgements: judgementsOf(rows),
    rows,
    figures: [figureOf(rows, baseline, candidate)],
    notes: notesOf(baseline, settings),
    raw: rawOf([baseline, candidate]),
  };
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

/** With what was claimed, where that is known. */
function claimed(rows: readonly Row[], value: number, judge: (value: number, row: Row) => Verdict): readonly Row[] {
  return rows.map((row) => ({
    ...row,
    claimed: { relation: '=', value },
    verdict: Number.isNaN(row.low) ? 'not decided' : judge(value, row),
  }));
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
    const head = { measure, unit: 'ms', note: 'tokens generated in quiet; mean over replicates' };
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

function toleranceRows(baseline: Side, candidate: Side, horizonS: number): readonly Row[] {
  const [legacy, chorus, gain] = claims.toleranceS;
  const own = 'partition tolerance against its own pace';
  const ownNote = 'until an agent stands still for twice as long as it ever did in quiet, or two logs differ';
  const plain = 'partition tolerance';
  const note = 'until an agent has made no token for ten token periods, or two logs differ';
  const longer = (value: number, row: Row): Verdict => (row.relation === '>' && row.value >= value ? 'holds' : atLeast(value, row));
  const atLeastClaimed = (rows: readonly Row[]): readonly Row[] =>
    claimed(rows, chorus, longer).map((row) => ({ ...row, claimed: { relation: '>', value: chorus } }));
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
  return [
    {
      measure: after.measure,
      subject: 'improvement',
      unit: '%',
      relation: isBound ? '>' : '=',
      value: isBound ? low : gain(after.value, before.value),
      low,
      high: isBound || before.low === 0 ? Infinity : gain(after.high, before.low),
      claimed: { relation: '>', value: claim },
      verdict: low >= claim ? 'holds' : isBound ? 'not decided' : 'fails',
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
  if (censored === paces.length)
    return [{ ...head, relation: '>', value: horizonS, low: horizonS, high: Infinity, note: `${note}; nothing broke within the horizon` }];
  const { value, low, high } = meanOf(paces.map((pace) => pace[key] ?? horizonS));
  const some = censored === 0 ? '' : `; ${censored} of ${paces.length} did not break and count with the horizon`;
  return [{ ...head, relation: censored === 0 ? '=' : '>', value, low: Math.max(0, low), high, note: note + some }];
}

function incidentRows(baseline: Side, candidate: Side, partitionsAYear: number): readonly Row[] {
  const [legacy, chorus, gain] = claims.incidentsAYear;
  const before = incidentRow(baseline, partitionsAYear);
  const after = incidentRow(candidate, partitionsAYear);
  const [old, young] = [before[0], after[0]];
  const none = (_: number, row: Row): Verdict => (row.relation === '<' ? 'not decided' : 'fails');
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
            verdict: young.relation === '<' ? 'not decided' : 'fails',
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
  const share = proportion(split, episodes.length);
  const scaled: Estimate = { value: share.value * partitionsAYear, low: share.low * partitionsAYear, high: share.high * partitionsAYear };
  return [
    {
      measure: 'split-brain incidents',
      subject: label,
      unit: '1/yr',
      relation: split === 0 ? '<' : '=',
      ...scaled,
      value: split === 0 ? scaled.high : scaled.value,
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

function judgementsOf(rows: readonly Row[]): readonly Judgement[] {
  const judged = rows.filter((row) => row.claimed !== undefined);
  if (judged.length === 0) {
    return [{ claim: 'The table of the paper is true.', verdict: 'not decided', sentence: 'Nothing has been measured yet.' }];
  }
  return judged.map((row) => ({ claim: claimText(row), verdict: row.verdict ?? 'not decided', sentence: sentenceOf(row) }));
}

function claimText({ measure, subject, claimed: claim, unit }: Row): string {
  if (claim === undefined) return measure;
  return `${subject}: ${measure} ${claim.relation === '=' ? 'is' : 'is more than'} ${number(claim.value, 4)} ${unit}.`;
}

function sentenceOf(row: Row): string {
  const { relation, value, claimed: claim, unit, replicates } = row;
  const sample = `${replicates} replicates`;
  if (relation === '<') {
    return `None in ${replicates} partition episodes: fewer than ${number(value)} ${unit} with 95% confidence. No finite number of episodes shows zero.`;
  }
  if (relation === '>') return `More than ${number(value)} ${unit} in ${sample}: ${row.note}.`;
  const from =
    claim === undefined || claim.value === 0 ? '' : `, ${unit === '%' ? pointsApart(value, claim.value) : distance(value, claim.value)}`;
  return `${between(row, unit)} in ${sample}${from}.`;
}

function pointsApart(value: number, claim: number): string {
  return `${number(Math.abs(value - claim))} percentage points ${value > claim ? 'above' : 'below'} the claim`;
}

function distance(value: number, claim: number): string {
  const share = value / claim - 1;
  if (Math.abs(share) < 0.0005) return 'just as claimed';
  return `${percent(Math.abs(share))} ${share > 0 ? 'above' : 'below'} the claim`;
}

function notesOf(baseline: Side, { partitionsAYear, horizonS, medianS }: Horizons): readonly string[] {
  return [
    'The paper names no network, load, sizes, statistic or way of counting. Here: 16 agents at 11.6 tokens/s (16 × 11.6 = 185.6) on round trips measured between Google Cloud regions, one of them a Raspberry Pi Zero whose messages take 1450 ms longer.',
    `A figure that describes holds within ${percent(tolerance)} of the claim, because the paper gives no error; a figure to be reached holds where its whole interval is as good as claimed or better.`,
    '185.6 tokens/s is the load itself: no protocol can validate more than is made.',
    'The legacy system makes no token while it waits. What it waits for so stands in its throughput and in the standstill of its token clocks, not in the latency of the tokens that it does make.',
    `With the straggler every agent of the legacy system stands still for longer than ten token periods (862 ms) in quiet as well: by the plain definition it is broken at, or within a round of, the onset of any cut. The tolerance against its own pace therefore takes as broken what is unusual for ${baseline.label} itself.`,
    `Partitions arrive ${number(partitionsAYear)} times a year (Poisson) and last ${number(medianS)} s at the median (log-normal, 600 s at most); shapes are drawn evenly unless one is chosen. Only episodes are simulated, without phase messages, which no protocol needs to agree.`,
    `The ${number(partitionsAYear)} partitions a year are the paper’s own number put in, so a legacy system that every partition splits has as many incidents: what is measured is the share of partitions that split it.`,
    `An episode of the legacy system ends at its first conflict. Partition tolerance is looked for up to ${number(horizonS)} s.`,
  ];
}

function figureOf(rows: readonly Row[], baseline: Side, candidate: Side): IntervalFigure {
  const shown = rows.filter(({ claimed: claim, subject }) => claim !== undefined && claim.value > 0 && subject !== 'improvement');
  const measures = [...new Set(shown.map(({ measure }) => measure))];
  const ratio = (row: Row, value: number): number => value / (row.claimed?.value ?? NaN);
  const seriesOf = ({ label }: Side) => {
    const own = shown.filter(({ subject }) => subject === label);
    return {
      name: label,
      origin: 'measured',
      draw: 'points',
      x: own.map(({ measure }) => measures.indexOf(measure)),
      y: own.map((row) => ratio(row, row.value)),
      low: own.map((row) => ratio(row, row.low)),
      high: own.map((row) => (row.high === Infinity ? NaN : ratio(row, row.high))),
      band: '95% interval',
    } as const;
  };
  const series = baseline.protocol === candidate.protocol ? [seriesOf(candidate)] : [seriesOf(baseline), seriesOf(candidate)];
  return {
    kind: 'intervals',
    name: 'claims',
    title: 'Measured over claimed',
    x: { label: 'measure', scale: 'linear' },
    y: { label: 'measured / claimed', scale: 'log' },
    categories: measures,
    series,
    summary: `Measured over claimed for ${measures.length} measures of ${baseline.label} and ${candidate.label}; 1 is just as claimed.`,
  };
}

function rawOf(sides: readonly Side[]): Findings['raw'] {
  return {
    name: 'replicates',
    columns: [
      ...['protocol', 'kind', 'seed', 'shape', 'cut_s', 'split', 'convergence_s', 'latency_mean_ms', 'latency_p50_ms', 'latency_p95_ms'],
      ...['throughput_tokens_per_s', 'standstill_ms', 'partition_tolerance_s', 'own_tolerance_s'],
    ],
    rows: sides.flatMap(({ protocol, paces, episodes }) => [
      ...paces.map((pace) => [
        ...[protocol, 'pace', pace.seed, '', NaN, '', NaN, pace.latencyMeanMs ?? NaN, pace.latencyP50Ms ?? NaN, pace.latencyP95Ms ?? NaN],
        ...[pace.throughputHz, pace.standstillMs, pace.toleranceS ?? NaN, pace.ownToleranceS ?? NaN],
      ]),
      ...episodes.map((episode) => [
        ...[protocol, 'episode', episode.seed, episode.shape, episode.cutS, String(episode.split), episode.convergenceS ?? NaN],
        ...[NaN, NaN, NaN, NaN, NaN, NaN, NaN],
      ]),
    ]),
  };
}
