/** What the runs through a cut come to: bands of r(t), order against theory, recovery. */
import { quantileSorted } from '../../base/quantile.ts';
import type { Answer, Outlook } from '../theory/types.ts';
import { meanOf, proportion } from '../statistics/intervals.ts';
import { allOf, near, never, shareOf } from './claims.ts';
import { seedsOf } from './seeds.ts';
import type { Findings, Judgement, LineFigure, Row, Series } from './types.ts';
import { between, number, percent } from './words.ts';

/** The onset of the cut. */
export const beforeS = 30;
/** So long it is watched after the heal. */
export const afterS = 30;

/** Samples of one run; one row of `sides` for each component of the cut, with all its oscillators, whether cut or whole. */
export interface Course {
  readonly r: readonly number[];
  readonly sides: readonly (readonly number[])[];
  /** Oscillators of each side. */
  readonly oscillators: readonly number[];
  readonly recoveryS: number | null;
  readonly before: number;
  readonly during: number;
  readonly after: number;
}

/** All runs of one protocol. */
interface Courses {
  readonly protocol: string;
  readonly label: string;
  readonly runs: readonly (Course & { readonly seed: number })[];
}

interface Measured {
  readonly cutS: number;
  readonly sampleS: number;
  readonly whole: Outlook | undefined;
  readonly cut: Outlook | undefined;
  readonly courses: readonly Courses[];
}

/** Theory is for coupling without delay and for many oscillators: as close as this counts as the same. */
const tolerance = 0.05;

export function partitionFindings(measured: Measured): Findings {
  const { whole, cut, courses } = measured;
  const rows = courses.filter(({ runs }) => runs.length > 0).flatMap((course) => rowsOf(course, measured));
  return {
    judgements: judgementsOf(courses, measured),
    rows,
    figures: courses.map((course) => figureOf(course, measured)),
    notes: [
      ...[whole?.orders[0], ...(cut?.orders ?? [])].slice(0, 2).map(theoryNote),
      ...(whole?.caveats ?? []),
      'Bands reach from 10% to 90% of the replicates. Every agent hosts the same number of oscillators, give or take one; natural frequencies are quantiles of the law.',
      'Recovery: from the heal until r is back within 5% of its mean in the half before the cut.',
    ],
    raw: {
      name: 'replicates',
      columns: ['protocol', 'seed', 'r_before', 'r_during', 'r_after', 'recovery_s'],
      rows: courses.flatMap(({ protocol, runs }) =>
        runs.map(({ seed, before, during, after, recoveryS }) => [protocol, seed, before, during, after, recoveryS ?? NaN]),
      ),
    },
  };
}

function theoryNote(answer: Answer | undefined, k: number): string {
  const what = k === 0 ? 'the whole' : 'a side of the cut';
  if (answer === undefined) return `No theory for ${what} yet.`;
  return answer.known
    ? `Theory for ${what}: r = ${number(answer.value)} from ${answer.formula} (${answer.source}).`
    : `${what}: ${answer.reason}`;
}

function rowsOf({ label, runs }: Courses, measured: Measured): readonly Row[] {
  const { whole, cut } = measured;
  const head = { subject: label, unit: '', relation: '=', ...seedsOf(runs.map(({ seed }) => seed)) } as const;
  const order = (measure: string, values: readonly number[], theory: Answer | undefined): Row => {
    const estimate = meanOf(values);
    const note = theory?.known === true ? `theory ${number(theory.value)}` : 'no theory here';
    return { ...head, measure, ...estimate, note };
  };
  const sides = (runs[0]?.oscillators ?? []).map((size, side) =>
    order(
      `r of side ${side + 1} during the cut (${size} oscillators)`,
      runs.map((run) => meanInCut(run.sides[side] ?? [], measured)),
      cut?.orders[side],
    ),
  );
  const recovered = runs.filter(({ recoveryS }) => recoveryS !== null);
  return [
    order(
      'r before the cut',
      runs.map(({ before }) => before),
      whole?.orders[0],
    ),
    order(
      'r of the whole during the cut',
      runs.map(({ during }) => during),
      cut?.order,
    ),
    ...sides,
    order(
      'r after the heal',
      runs.map(({ after }) => after),
      whole?.orders[0],
    ),
    {
      ...head,
      measure: 'replicates that recovered before the end',
      ...shareOf(recovered.length, runs.length),
      note: `${recovered.length} of ${runs.length} (Clopper–Pearson)`,
    },
    ...(recovered.length === 0
      ? []
      : [
          {
            ...head,
            measure: 'recovery time',
            ...meanOf(recovered.map(({ recoveryS }) => recoveryS ?? NaN)),
            ...seedsOf(recovered.map(({ seed }) => seed)),
            unit: 's',
            note: 'of those that recovered',
          },
        ]),
  ];
}

/** Over the second half of the cut, as `r_during_partition` is. */
function meanInCut(r: readonly number[], { cutS, sampleS }: Measured): number {
  const within = r.filter((_, k) => k * sampleS >= beforeS + cutS / 2 && k * sampleS <= beforeS + cutS);
  return within.reduce((sum, x) => sum + x, 0) / within.length;
}

function judgementsOf(courses: readonly Courses[], measured: Measured): readonly Judgement[] {
  const [chorus, legacy] = courses;
  return [
    ...courses.map((course) => judgeSides(course, measured)),
    ...courses.map(judgeRecovery),
    ...(chorus === undefined || legacy === undefined ? [] : [compareRecovery(chorus, legacy)]),
  ];
}

function judgeSides({ label, runs }: Courses, measured: Measured): Judgement {
  const claim = `${label}: each side of the cut keeps the order that the coupling left to it allows, to ${tolerance}.`;
  const compared = (runs[0]?.oscillators ?? []).flatMap((_, side) => {
    const theory = measured.cut?.orders[side];
    if (theory?.known !== true) return [];
    return [{ side, theory: theory.value, r: meanOf(runs.map((run) => meanInCut(run.sides[side] ?? [], measured))) }];
  });
  const [first, ...others] = compared;
  if (first === undefined)
    return { claim, verdict: 'not decided', sentence: 'There is nothing to compare: no runs yet, or no theory for this cut.' };
  const distance = ({ r, theory }: typeof first): number => Math.abs(r.value - theory);
  const worst = others.reduce((most, one) => (distance(one) > distance(most) ? one : most), first);
  return {
    claim,
    verdict: allOf(compared.map(({ theory, r }) => near(theory, tolerance, r))),
    sentence: `Farthest from theory is side ${worst.side + 1}: r = ${between(worst.r)}, theory ${number(worst.theory)}, ${runs.length} replicates.`,
  };
}

/** One replicate that does not come back refutes it. */
function judgeRecovery({ label, runs }: Courses): Judgement {
  const claim = `${label}: within ${afterS} s after the heal the whole is one again.`;
  if (runs.length === 0) return { claim, verdict: 'not decided', sentence: 'Nothing has been measured yet.' };
  const recovered = runs.flatMap(({ recoveryS }) => (recoveryS === null ? [] : [recoveryS]));
  const time = recovered.length === 0 ? '' : `, after ${between(meanOf(recovered), 's')}`;
  const missing = runs.length - recovered.length;
  const bound = missing > 0 ? '' : ` Fewer than ${percent(proportion(0, runs.length).high)} do not, with 95% confidence.`;
  return {
    claim,
    verdict: never(missing),
    sentence: `${recovered.length} of ${runs.length} replicates came back to within 5% of what they had${time}.${bound}`,
  };
}

/** Seed by seed: both had the same field, noise and cut. */
function compareRecovery(one: Courses, other: Courses): Judgement {
  const claim = `${one.label} recovers its synchrony faster than ${other.label}.`;
  const times = new Map(other.runs.flatMap(({ seed, recoveryS }) => (recoveryS === null ? [] : [[seed, recoveryS]])));
  const gains = one.runs.flatMap(({ seed, recoveryS }) => {
    const theirs = times.get(seed);
    return recoveryS === null || theirs === undefined ? [] : [theirs - recoveryS];
  });
  if (gains.length < 2) return { claim, verdict: 'not decided', sentence: 'Too few replicates of both have recovered to compare them.' };
  const gain = meanOf(gains);
  const verdict = gain.low > 0 ? 'holds' : gain.high < 0 ? 'fails' : 'not decided';
  return { claim, verdict, sentence: `It is ${between(gain, 's')} faster, seed by seed, in ${gains.length} replicates.` };
}

function figureOf({ protocol, label, runs }: Courses, { cutS, sampleS, whole, cut }: Measured): LineFigure {
  const samples = runs[0]?.r.length ?? 0;
  const x = Array.from({ length: samples }, (_, k) => k * sampleS);
  const endS = x.at(-1) ?? beforeS + cutS;
  const series = (name: string, rows: readonly (readonly number[])[]): Series => {
    const { low, middle, high } = bandsOf(rows);
    return { name, origin: 'measured', draw: 'line', x, y: middle, low, high, band: '10% to 90% of the replicates, median as line' };
  };
  const level = (name: string, answer: Answer | undefined, from: number, to: number): readonly Series[] =>
    answer?.known === true ? [{ name, origin: 'theory', draw: 'line', x: [from, to], y: [answer.value, answer.value] }] : [];
  const sides = runs[0]?.sides ?? [];
  const means = [
    ['before', meanOf(runs.map(({ before }) => before)).value],
    ['of the whole during the cut', meanOf(runs.map(({ during }) => during)).value],
    ['after the heal', meanOf(runs.map(({ after }) => after)).value],
  ] as const;
  return {
    kind: 'lines',
    name: `order-${protocol}`,
    title: `Order through the cut: ${label}`,
    x: { label: 'simulated time', symbol: 't', unit: 's', scale: 'linear' },
    y: { label: 'order parameter', symbol: 'r', scale: 'linear', bounds: [0, 1] },
    series: [
      series(
        'whole',
        runs.map(({ r }) => r),
      ),
      ...sides.map((_, side) =>
        series(
          `side ${side + 1}`,
          runs.map((run) => run.sides[side] ?? []),
        ),
      ),
      ...level('theory, whole', whole?.orders[0], 0, beforeS),
      ...level('theory, a side', cut?.orders[0], beforeS, beforeS + cutS),
      ...level('theory, whole again', whole?.orders[0], beforeS + cutS, endS),
    ],
    marks: [{ label: 'heal', x: beforeS + cutS }],
    spans: [{ label: 'cut', from: beforeS, to: beforeS + cutS }],
    summary: `Order of the whole and of ${sides.length} sides over ${number(endS)} s, cut from ${beforeS} s to ${beforeS + cutS} s, ${runs.length} replicates of ${label}: r is ${means.map(([when, value]) => `${number(value)} ${when}`).join(', ')}.`,
  };
}

/** 10%, 50% and 90% over the replicates at every sample. */
function bandsOf(rows: readonly (readonly number[])[]): { readonly low: number[]; readonly middle: number[]; readonly high: number[] } {
  const samples = rows[0]?.length ?? 0;
  const at = (share: number): number[] =>
    Array.from({ length: samples }, (_, k) => quantileSorted(Float64Array.from(rows, (row) => row[k] ?? NaN).sort(), share));
  return { low: at(0.1), middle: at(0.5), high: at(0.9) };
}
