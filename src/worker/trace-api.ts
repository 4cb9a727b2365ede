/** What the page may ask of the worker that holds histories: only what is in sight crosses over, never a history. */
import type { Result } from '../base/result.ts';
import type { ImportOptions } from '../lab/import/shiviz.ts';
import type { Fault } from '../lab/scenario/fault.ts';
import type { Intervention } from '../lab/scenario/schema.ts';
import type { AgentAtCut } from '../lab/trace/cut.ts';
import type { Duel, Round } from '../lab/trace/patterns.ts';
import type { CutSpan, Outage } from '../lab/trace/spans.ts';
import type { Axis, EventBatch } from '../lab/trace/types.ts';
import type { WindowQuery, WindowView } from '../lab/trace/window.ts';

/** The live run, or the number of an execution of the log that was opened. */
export type Source = 'live' | number;

export interface Extent {
  readonly length: number;
  readonly from: number;
  readonly to: number;
}

export interface SourceText {
  readonly names: readonly string[];
  readonly kinds: readonly string[];
}

export interface Sight {
  readonly extent: Extent;
  readonly view: WindowView;
  /** Shape [told events]: of `tone`, for the event that is chosen; undefined while none is. */
  readonly tones: Uint8Array | undefined;
  /** The same for their causes; concurrent where there is none. */
  readonly causeTones: Uint8Array | undefined;
  readonly outages: readonly Outage[];
  readonly cuts: readonly CutSpan[];
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
  readonly cause: number;
  readonly previous: number;
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
  readonly holes: readonly string[];
  /** Not empty: there is no order, so no diagram. */
  readonly faults: readonly string[];
  readonly unreadLines: number;
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

export interface TraceApi {
  /** An empty history for a live run, in place of the one before. */
  begin(agents: number): void;
  /** Answers how many events there are now. */
  append(batch: EventBatch): number;
  interventions(list: readonly Intervention[]): void;
  openLog(text: string, options: ImportOptions): Result<OpenedLog, readonly Fault[]>;
  show(source: Source): SourceText;
  look(axis: Axis, query: WindowQuery): Sight;
  /** Chooses an event, whose cone is told from now on; undefined: none. */
  choose(event: number | undefined, axis: Axis): EventDetails | undefined;
  /** The event before (−1) or after (1) on the same lifeline; the event itself at its ends. */
  neighbour(event: number, direction: -1 | 1): number;
  /** @param upTo shape [agents]: where the cut crosses each lifeline. */
  judgeCut(axis: Axis, upTo: Float64Array): CutVerdict;
  /** Where the nearest consistent cut crosses each lifeline. */
  snapCut(axis: Axis, upTo: Float64Array): Float64Array;
  find(axis: Axis, query: string): Found;
  patterns(axis: Axis): FoundPatterns;
  /** The events of this span of time as a log for ShiViz. */
  exportShiviz(from: number, to: number): Blob;
}
