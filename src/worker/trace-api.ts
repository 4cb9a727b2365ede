/** What the page may ask of the worker that holds histories: only what is in sight crosses over, never a history. */
import type { Result } from '../base/result.ts';
import type { ImportOptions } from '../lab/import/shiviz.ts';
import type { Violation } from '../lab/run/types.ts';
import type { Fault } from '../lab/scenario/fault.ts';
import type { Intervention } from '../lab/scenario/schema.ts';
import type { AgentAtCut } from '../lab/trace/cut.ts';
import type { Duel, Round } from '../lab/trace/patterns.ts';
import type { CutSpan, Outage } from '../lab/trace/spans.ts';
import type { Axis, EventColumns } from '../lab/trace/types.ts';
import type { Filter, WindowQuery, WindowView } from '../lab/trace/window.ts';
import type { LogPreview } from './logs-api.ts';

/** A run that is fed as it goes: the live one, or another one to compare it with. */
export type RunSource = 'live' | 'other';
/** A run, or the number of an execution of the log that was opened. */
export type Source = RunSource | number;

export interface Extent {
  readonly length: number;
  readonly from: number;
  readonly to: number;
}

export interface SourceText {
  readonly names: readonly string[];
  readonly kinds: readonly string[];
}

/** What is to be seen: the words of the filter instead of what they mean. */
export type SightQuery = Omit<WindowQuery, 'filter'> & { readonly filter: Omit<Filter, 'only'>; readonly words: string };

export interface Sight {
  readonly extent: Extent;
  readonly view: WindowView;
  /** Shape [told events]: of `tone`, for the event that is chosen; undefined while none is. */
  readonly tones: Uint8Array | undefined;
  /** The same for their causes; concurrent where there is none. */
  readonly causeTones: Uint8Array | undefined;
  /** Shape [told events]: what a log says of each, where they are few. */
  readonly texts: readonly string[] | undefined;
  readonly outages: readonly Outage[];
  readonly cuts: readonly CutSpan[];
  readonly holes: readonly HoleAt[];
  readonly violations: readonly ViolationAt[];
}

/** What the observer saw that must never happen. */
export interface ViolationAt {
  readonly x: number;
  readonly agents: readonly number[];
  readonly check: string;
  readonly message: string;
}

/** Events that a log lacks on a lifeline, between two that are there; NaN where there is none before or after them. */
export interface HoleAt {
  readonly agent: number;
  readonly fromX: number;
  readonly toX: number;
  readonly events: number;
}

export interface EventDetails {
  readonly event: number;
  readonly kind: string;
  readonly agent: number;
  readonly x: number;
  readonly timeS: number;
  readonly clock: number;
  readonly depth: number;
  readonly peer: number;
  readonly token: number;
  readonly slot: number;
  /** As a number, which the search takes, and as what it means; empty without one. */
  readonly ballot: string;
  readonly cause: number;
  readonly previous: number;
  /** Receipts of this send so far, and how often it was lost on the way. */
  readonly heard: number;
  readonly lost: number;
  /** What the log says of it, and its further fields by name; empty in a run of ours. */
  readonly text: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly line: number;
  /** Of its causal cone. */
  readonly past: number;
  readonly future: number;
  readonly concurrent: number;
}

export interface CutVerdict {
  /** The receipts without their sends, as places to draw: both ends of the message. */
  readonly offending: readonly { readonly agent: number; readonly x: number; readonly causeAgent: number; readonly causeX: number }[];
  readonly states: readonly AgentAtCut[];
}

export interface OpenedExecution {
  readonly name: string;
  readonly hosts: number;
  readonly events: number;
  readonly holes: Findings;
  /** Any of them: there is no order, so no diagram. */
  readonly faults: Findings;
  readonly unreadLines: Findings;
}

/** With the numbers of their lines: as many as a person reads, and how many there are. */
export interface Findings {
  readonly count: number;
  readonly first: readonly string[];
}

export interface OpenedLog {
  readonly parser: string;
  readonly delimiter: string | undefined;
  readonly executions: readonly OpenedExecution[];
}

export interface Found {
  readonly event: Int32Array;
  readonly x: Float64Array;
}

export interface FoundPatterns {
  readonly rounds: number;
  readonly chosen: number;
  readonly refused: number;
  /** The latest ones, with their places on the axis. */
  readonly latest: readonly (Round & { readonly fromX: number; readonly toX: number })[];
  readonly duels: readonly (Duel & { readonly fromX: number; readonly toX: number })[];
}

/** Where a lifeline parts from the same one of another history: NaN and an empty text where it only ends earlier. */
export interface PartingAt {
  readonly name: string;
  readonly agents: readonly [number, number];
  readonly events: readonly [number, number];
  readonly x: readonly [number, number];
  readonly texts: readonly [string, string];
}

export interface FoundDivergence {
  /** By their places. */
  readonly partings: readonly PartingAt[];
  /** How many lifelines both histories have. */
  readonly shared: number;
}

export const exportFormats = ['shiviz', 'perfetto', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface TraceApi {
  /** An empty history for a run, in place of the one before. */
  begin(run: RunSource, agents: number): void;
  /** Answers how many events there are now. */
  append(run: RunSource, batch: EventColumns): number;
  interventions(run: RunSource, list: readonly Intervention[]): void;
  violations(run: RunSource, list: readonly Violation[]): void;
  /** How a log would be read; from now on this is the file that is meant. Never takes longer than two seconds. */
  previewLog(file: Blob, options: ImportOptions): Promise<Result<LogPreview, readonly Fault[]>>;
  openLog(file: Blob, options: ImportOptions): Promise<Result<OpenedLog, readonly Fault[]>>;
  textOf(source: Source): SourceText;
  look(source: Source, axis: Axis, query: SightQuery): Sight;
  /** Chooses an event, whose cone is told from now on; undefined: none. */
  choose(source: Source, event: number | undefined, axis: Axis): EventDetails | undefined;
  /** The event before (−1) or after (1) on the same lifeline; the event itself at its ends. */
  neighbour(source: Source, event: number, direction: -1 | 1): number;
  /** @param upTo shape [agents]: where the cut crosses each lifeline. */
  judgeCut(source: Source, axis: Axis, upTo: Float64Array): CutVerdict;
  /** Where the nearest consistent cut crosses each lifeline. */
  snapCut(source: Source, axis: Axis, upTo: Float64Array): Float64Array;
  find(source: Source, axis: Axis, query: string): Found;
  patterns(source: Source, axis: Axis): FoundPatterns;
  diverge(axis: Axis, one: Source, other: Source): FoundDivergence;
  /** The events of this span of time (of a log: of places in it) as a file. */
  exportEvents(source: Source, format: ExportFormat, from: number, to: number): Blob;
}
