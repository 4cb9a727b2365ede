/**
 * What an experiment is to whoever offers, runs or shows it: the page, a worker, the command line. All of it is plain data
 * that passes between threads and through JSON; absent numbers of a report are NaN, and `null` in its JSON.
 */
import type { Result } from '../../base/result.ts';
import type { NumberParameter, Parameter } from '../scenario/parameter.ts';

export type Setting = number | string | boolean;
export type Settings = Readonly<Record<string, Setting>>;

/** How many replicates there are, and which settings are others than the defaults. */
export interface Extent {
  readonly replicates: number;
  readonly settings?: Settings;
}

/** What a person reads and may choose before it runs. */
export interface Card {
  readonly name: string;
  readonly title: string;
  readonly question: string;
  /** The sentence that is put to the test. */
  readonly claim: string;
  /** Whose sentence it is, to stand above it. */
  readonly claimant: string;
  /** `path` is the key in `Setup.settings`. */
  readonly parameters: readonly Parameter[];
  /** What one replicate is: "seed", "partition episode". */
  readonly replicate: string;
  /** How many of them. */
  readonly replicates: NumberParameter;
  readonly quick: Extent;
  readonly full: Extent;
}

/** Everything that decides what comes out: the document `chorus.experiment/1`, every default filled in. */
export interface Setup {
  readonly schema: 'chorus.experiment/1';
  readonly experiment: string;
  /** Replicate i has the seed `seed + i`, modulo 2³². */
  readonly seed: number;
  readonly replicates: number;
  readonly settings: Settings;
}

/** One of the independent pieces of work of an experiment. */
export interface Job<Task = unknown> {
  /** For progress and for the report of a failure: "K = 1.2, seed 7". */
  readonly label: string;
  /** Expected cost against the other jobs of the experiment. */
  readonly weight: number;
  /** All that the job depends on, as JSON. */
  readonly task: Task;
}

/** What a job came to, as JSON without NaN; or why it came to nothing. */
export type Outcome = Result<unknown, string>;

/**
 * `not refuted`: that something never happens, or always, can be refuted by one case and shown by none. Whoever says so says in how
 * many cases it was looked for.
 */
export type Verdict = 'holds' | 'fails' | 'not decided' | 'not refuted';

/** One claim, judged by the numbers of this report. */
export interface Judgement {
  readonly claim: string;
  readonly verdict: Verdict;
  /** In words, with the numbers. */
  readonly sentence: string;
}

/** `<` and `>` where only a bound is known: nothing happened in so many trials, the horizon came first. */
export type Relation = '=' | '<' | '>';

/** One number of the table, with what it was claimed to be. */
export interface Row {
  readonly measure: string;
  /** Of whom: a protocol, a size; empty where there is only one. */
  readonly subject: string;
  readonly unit: string;
  readonly relation: Relation;
  readonly value: number;
  /** 95% interval. */
  readonly low: number;
  readonly high: number;
  readonly claimed?: { readonly relation: Relation; readonly value: number };
  readonly verdict?: Verdict;
  /** How many independent replicates the number rests on, and the seeds they had. */
  readonly replicates: number;
  readonly seeds: readonly [first: number, last: number];
  readonly note: string;
}

export interface Axis {
  readonly label: string;
  readonly symbol?: string;
  readonly unit?: string;
  readonly scale: 'linear' | 'log';
  /** Between which every true value lies: the axis never reaches beyond, though an interval may. */
  readonly bounds?: readonly [low: number, high: number];
}

/** A curve, or points; of one length, NaN for gaps. `low` and `high` are a band about it. */
export interface Series {
  readonly name: string;
  readonly origin: 'measured' | 'theory' | 'claimed';
  readonly draw: 'line' | 'points';
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly low?: readonly number[];
  readonly high?: readonly number[];
  /** What the band is: "95% interval of the mean", "10% to 90% of the replicates". */
  readonly band?: string;
}

/** A place on an axis with a name: K_c, the heal. */
export interface Mark {
  readonly label: string;
  readonly x: number;
}

/** A stretch of the x axis with a name: the cut. */
export interface Span {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

interface FigureHead {
  /** Short and without spaces: names the CSV file. */
  readonly name: string;
  readonly title: string;
  readonly x: Axis;
  readonly y: Axis;
  /** One sentence for who cannot see it. */
  readonly summary: string;
}

export interface LineFigure extends FigureHead {
  readonly kind: 'lines';
  readonly series: readonly Series[];
  readonly marks: readonly Mark[];
  readonly spans: readonly Span[];
}

export interface HeatFigure extends FigureHead {
  readonly kind: 'heat';
  /** Centres of the columns and rows of cells, ascending. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Cell values, row after row: `cells[row · xs.length + column]`; NaN where nothing is known yet. */
  readonly cells: readonly number[];
  readonly value: Axis;
  /** The range of the colour scale. */
  readonly range: readonly [number, number];
  /** Lines over the cells. */
  readonly series: readonly Series[];
}

/** A value with its interval per category; the values along the `y` axis, which is drawn flat. */
export interface IntervalFigure extends FigureHead {
  readonly kind: 'intervals';
  /** What the values are of, one below the other. */
  readonly categories: readonly string[];
  /** `x` of a series is an index into the categories. */
  readonly series: readonly Series[];
  /** Places on the axis of the values. */
  readonly marks: readonly Mark[];
}

export type Figure = LineFigure | HeatFigure | IntervalFigure;

export interface CsvTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (number | string)[])[];
}

/** What an experiment makes of the jobs that are done, however many there are. */
export interface Findings {
  readonly judgements: readonly Judgement[];
  readonly rows: readonly Row[];
  readonly figures: readonly Figure[];
  /** What a reader must know of how it was measured, and what the claim leaves unsaid: sentences. */
  readonly notes: readonly string[];
  /** Raw replicates, a row each. */
  readonly raw: CsvTable;
  /** A `chorus.scenario/1` document that shows what was looked for, ready to open. */
  readonly counterexample?: string;
}

export interface Failure {
  readonly job: number;
  readonly label: string;
  readonly message: string;
}

export interface Report extends Findings {
  readonly setup: Setup;
  readonly version: string;
  readonly planned: number;
  readonly finished: number;
  readonly failures: readonly Failure[];
  /** SHA-256 over the outcomes in the order of the jobs: the same for any number of workers. */
  readonly digest: string;
  /** Repeats it from a terminal. */
  readonly command: string;
}

/** What an experiment came to when it was last run in full for the documentation. */
export interface OnRecord {
  /** `24 November 2026`. */
  readonly date: string;
  readonly version: string;
  readonly seed: number;
  readonly replicates: number;
  /** The beginning of it, as it is shown. */
  readonly digest: string;
  readonly seconds: number;
  readonly processorS: number;
  /** Without the sentences, which docs/experiments.md has; none where the rows say all. */
  readonly judgements: readonly Pick<Judgement, 'claim' | 'verdict'>[];
  /** Of the paper's table: those that it names a figure for. */
  readonly rows: readonly ClaimedRow[];
}

export type ClaimedRow = Required<Pick<Row, 'measure' | 'subject' | 'unit' | 'relation' | 'value' | 'claimed' | 'verdict'>>;

/** A file to write or download. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}
