/** What Inverse-RoPE shows: how many distances are read wrong, and how far off the others are. */
import { at } from '../../base/assert.ts';
import { bandFrequencies, distanceBound } from '../../rope/rotary.ts';
import { meanOf, type Estimate } from '../statistics/intervals.ts';
import { measuredMeans } from './measured.ts';
import { allOf, atLeast, atMost, shareOf } from './claims.ts';
import type { Finished } from './define.ts';
import { groupBy } from './group.ts';
import { base, cutFromS, cutToS, endS, pairsLookedAt, settleS, type Look, type Task } from './inverse-rope-course.ts';
import { seedsOf } from './seeds.ts';
import type { Findings, Judgement, LineFigure, Row, Verdict } from './types.ts';
import { between, number } from './words.ts';

/** The coupling that is cut and the one that erases. */
export const firmRatio = 8;
/** A share of wrong peaks up to which distances count as read, and one from which they count as lost. */
const read = 0.02;
const lost = 0.5;

interface Field {
  readonly bands: number;
  readonly noise: number;
}

type Done = Finished<Task, readonly Look[]>;

function meanOver(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Of each seed its mean over the looks that are wanted, then the mean over the seeds. */
function over(group: readonly Done[], quantity: (look: Look) => number, wanted: (look: Look) => boolean = () => true): Estimate {
  return meanOf(group.map(({ value }) => meanOver(value.filter(wanted).map(quantity))));
}

function shareRow(measure: string, subject: string, group: readonly Done[], wanted: (look: Look) => boolean, note: string): Row {
  const head = { measure, subject, unit: '', ...seedsOf(group.map(({ task }) => task.seed)), note };
  const { value, low, high } = over(group, ({ grossShare }) => grossShare, wanted);
  const agents = group[0]?.task.agents ?? 0;
  // Where every reading was right, or every one wrong, their scatter says nothing. Pairs without a common agent are independent.
  const readings = group.length * Math.min(pairsLookedAt, Math.floor(agents / 2));
  if (value === 0 || value === 1) return { ...head, ...shareOf(value * readings, readings) };
  return { ...head, relation: '=', value, low: Math.max(0, low), high: Math.min(1, high) };
}

export function ropeFindings(settings: Field, finished: readonly Done[]): Findings {
  const of = (kind: Task['kind']): readonly Done[] => finished.filter(({ task, value }) => task.kind === kind && value.length > 0);
  const sweep = groupBy(of('whole'), ({ task }) => task.ratio);
  const wrong = 'share of wrong peaks';
  const sweepRows = sweep.map((group) => shareRow(wrong, `K = ${number(at(group, 0).task.ratio)} K_c`, group, () => true, 'whole mesh'));
  const cut = of('cut');
  const naive = of('naive');
  const across =
    cut.length === 0
      ? []
      : [
          shareRow(wrong, 'across, before the cut', cut, ({ timeS }) => timeS > cutFromS / 2 && timeS <= cutFromS, `K = ${firmRatio} K_c`),
          shareRow(
            wrong,
            'across, end of the cut',
            cut,
            ({ timeS }) => timeS > (cutFromS + cutToS) / 2 && timeS <= cutToS,
            `second half of ${cutToS - cutFromS} s`,
          ),
          shareRow(wrong, 'across, after the heal', cut, ({ timeS }) => timeS > (cutToS + endS) / 2, 'second half of what follows'),
        ];
  const naiveRows =
    naive.length === 0
      ? []
      : [shareRow(wrong, 'encoded phases coupled', naive, () => true, `K = ${firmRatio} K_c, ${settleS} s after the start`)];
  return {
    judgements: [judgeReading(sweepRows), judgeCut(across), judgeNaive(naiveRows)],
    rows: [...sweepRows, ...boundRows(sweep, settings.bands), ...across, ...naiveRows],
    figures: [sharesFigure(sweep, settings.noise), errorsFigure(sweep, settings), courseFigure(cut)],
    notes: [
      'One Kuramoto field for every band carries the positions: an agent sends its carrier plus position times θ_k, and carriers are all that is coupled.',
      'An estimate further off than half a turn of the fastest band stands on a wrong peak of the likelihood.',
      'K_c = σ²: identical oscillators with noise (Sakaguchi 1988). The bound is Cramér and Rao’s, s²/Σθ_k², at the phase error s that was measured.',
      `Each share is of ${pairsLookedAt} pairs at several moments of one seed; pairs share agents, so the interval is over seeds. Where no reading stands on a wrong peak, or every one does, it is that of as many readings as there are pairs without a common agent (Clopper–Pearson).`,
    ],
    raw: {
      name: 'looks',
      columns: ['kind', 'ratio', 'seed', 't_s', 'gross_share', 'rms_error', 'phase_noise_rad'],
      rows: finished.flatMap(({ task, value }) =>
        value.map((look) => [task.kind, task.ratio, task.seed, look.timeS, look.grossShare, look.rmsError, look.phaseNoiseRad]),
      ),
    },
  };
}

/** r.m.s. error over its bound, where no reading stands on a wrong peak. */
function boundRows(sweep: readonly (readonly Done[])[], bands: number): readonly Row[] {
  const frequencies = bandFrequencies(2 * bands, base);
  return sweep
    .filter((group) => group.every(({ value }) => value.every(({ grossShare }) => grossShare === 0)))
    .map((group) => {
      const ratio = meanOf(
        group.map(({ value }) =>
          Math.sqrt(
            meanOver(value.map(({ rmsError }) => rmsError * rmsError)) /
              meanOver(
                value.map(({ phaseNoiseRad }) => distanceBound(phaseNoiseRad, frequencies) * distanceBound(phaseNoiseRad, frequencies)),
              ),
          ),
        ),
      );
      return {
        measure: 'r.m.s. error over the bound',
        subject: `K = ${number(at(group, 0).task.ratio)} K_c`,
        unit: '',
        relation: '=',
        ...ratio,
        ...seedsOf(group.map(({ task }) => task.seed)),
        note: 'no reading on a wrong peak',
      };
    });
}

const undecided = (claim: string): Judgement => ({ claim, verdict: 'not decided', sentence: 'Not measured yet.' });

function judgeReading(rows: readonly Row[]): Judgement {
  const claim = 'Distances can be read above the threshold of synchronisation, and not below it.';
  const below = rows[0];
  const above = rows.at(-1);
  if (below === undefined || above === undefined || below === above) return undecided(claim);
  const sentence = `At ${below.subject} the share of wrong peaks is ${shareText(below)}, at ${above.subject} ${shareText(above)}.`;
  return { claim, verdict: allOf([atMost(read, above), atLeast(lost, below)]), sentence };
}

const shareText = (row: Row): string => (row.relation === '<' ? `below ${number(row.value)} (none seen)` : between(row));

/** That distances are read: wrong peaks are few; it fails where they are many, and is not decided between. */
function readVerdict(row: Row): Verdict {
  return row.low >= lost ? 'fails' : atMost(read, row) === 'holds' ? 'holds' : 'not decided';
}

function judgeCut([, during, healed]: readonly Row[]): Judgement {
  const claim = 'Distances across a partition can be read while it lasts.';
  if (during === undefined || healed === undefined) return undecided(claim);
  return {
    claim,
    verdict: readVerdict(during),
    sentence: `Towards the end of the cut the share of wrong peaks is ${shareText(during)}; after the heal it is ${shareText(healed)}.`,
  };
}

function judgeNaive([row]: readonly Row[]): Judgement {
  const claim = 'It is enough to couple the encoded phases themselves.';
  if (row === undefined) return undecided(claim);
  return {
    claim,
    verdict: readVerdict(row),
    sentence: `Coupled so, a share of ${shareText(row)} of the readings stand on a wrong peak: the coupling pulls at the very differences that are the position.`,
  };
}

const coupling = { label: 'coupling', symbol: 'K/K_c', scale: 'linear' } as const;

const ratiosOf = (sweep: readonly (readonly Done[])[]): readonly number[] => sweep.map((group) => at(group, 0).task.ratio);

function sharesFigure(sweep: readonly (readonly Done[])[], noise: number): LineFigure {
  const shares = sweep.map((group) => over(group, ({ grossShare }) => grossShare));
  return {
    kind: 'lines',
    name: 'shares',
    title: 'Wrong peaks against coupling',
    x: coupling,
    y: { label: 'share of wrong peaks', scale: 'linear', bounds: [0, 1] },
    series: [measuredMeans(`σ = ${number(noise)}`, ratiosOf(sweep), shares)],
    marks: [{ label: 'K_c', x: 1 }],
    spans: [],
    summary: `The share of readings on a wrong peak goes from ${number(shares[0]?.value ?? NaN)} at the weakest coupling to ${number(shares.at(-1)?.value ?? NaN)} at the strongest.`,
  };
}

function errorsFigure(sweep: readonly (readonly Done[])[], { bands }: Field): LineFigure {
  const frequencies = bandFrequencies(2 * bands, base);
  const x = ratiosOf(sweep);
  const bounds = sweep.map((group) => over(group, ({ phaseNoiseRad }) => distanceBound(phaseNoiseRad, frequencies)).value);
  const errors = sweep.map((group) => over(group, ({ rmsError }) => rmsError));
  return {
    kind: 'lines',
    name: 'errors',
    title: 'Error of the distance against coupling',
    x: coupling,
    y: { label: 'r.m.s. error', unit: 'positions', scale: 'log' },
    series: [
      { name: 'bound at the measured phase error', origin: 'theory', draw: 'line', x, y: bounds },
      measuredMeans('measured', x, errors),
    ],
    marks: [{ label: 'K_c', x: 1 }],
    spans: [],
    summary: `At the strongest coupling the error is ${number(errors.at(-1)?.value ?? NaN)} positions, the bound ${number(bounds.at(-1) ?? NaN)}.`,
  };
}

function courseFigure(cut: readonly Done[]): LineFigure {
  const times = cut[0]?.value.map(({ timeS }) => timeS) ?? [];
  const shares = times.map((_, i) => meanOf(cut.map(({ value }) => value[i]?.grossShare ?? NaN)));
  return {
    kind: 'lines',
    name: 'course',
    title: 'Wrong peaks between the halves, through a cut and its heal',
    x: { label: 'time', symbol: 't', unit: 's', scale: 'linear' },
    y: { label: 'share of wrong peaks', scale: 'linear', bounds: [0, 1] },
    series: [measuredMeans('pairs across the cut', times, shares)],
    marks: [],
    spans: [{ label: 'cut', from: cutFromS, to: cutToS }],
    summary: `Before the cut ${number(shares[0]?.value ?? NaN)}, at the end ${number(shares.at(-1)?.value ?? NaN)}; the highest share between is ${number(Math.max(0, ...shares.map(({ value }) => value)))}.`,
  };
}
