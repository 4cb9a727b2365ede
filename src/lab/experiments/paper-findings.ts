/** What the runs of the paper's table come to: verdicts in words, a figure, what must be known of the numbers. */
import { tolerance } from './claims.ts';
import type { Side } from './paper-claims.ts';
import { paperRows } from './paper-rows.ts';
import type { Findings, IntervalFigure, Judgement, Row } from './types.ts';
import { between, number, percent } from './words.ts';

interface Horizons {
  readonly partitionsAYear: number;
  readonly horizonS: number;
  readonly medianS: number;
}

export function paperFindings(baseline: Side, candidate: Side, settings: Horizons): Findings {
  const rows = paperRows(baseline, candidate, settings);
  return {
    judgements: judgementsOf(rows),
    rows,
    figures: [figureOf(rows, baseline, candidate)],
    notes: notesOf(baseline, settings),
    raw: rawOf([baseline, candidate]),
  };
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
    return `None seen in ${replicates} partition episodes: fewer than ${number(value)} ${unit} with 95% confidence. No finite number of episodes shows zero.`;
  }
  if (relation === '>') {
    const least = row.low < value ? `, at least ${number(row.low)} ${unit} on average with 95% confidence` : '';
    return `More than ${number(value)} ${unit} in ${sample}${least}: ${row.note}.`;
  }
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
    marks: [{ label: 'as claimed', x: 1 }],
    categories: measures,
    series,
    summary: `Measured over claimed, where 1 is just as claimed: ${shown.map((row) => `${row.subject}, ${row.measure} ${number(ratio(row, row.value))}`).join('; ') || 'nothing yet'}.`,
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
