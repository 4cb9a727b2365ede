/** What the view *Trace* shows and what a person asked of it. The picture itself lies outside React (`diagram.ts`). */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Axis } from '../../lab/trace/types.ts';
import type {
  CutVerdict,
  EventDetails,
  Extent,
  Found,
  FoundDivergence,
  FoundPatterns,
  OpenedLog,
  Source,
  SourceText,
} from '../../worker/trace-api.ts';
import type { KindGroup } from './kind-groups.ts';
import { asItIs, type Arrangement } from './lanes.ts';
import { firstWindow, type Window } from './layout.ts';

export interface TraceState {
  readonly source: Source;
  readonly names: readonly string[];
  readonly kinds: readonly string[];
  /** What is drawn below it on the same axis. */
  readonly compared: (SourceText & { readonly source: Source; readonly title: string }) | undefined;
  /** How far it goes. */
  readonly comparedTo: number;
  /** Where both part; undefined until it is known. */
  readonly divergence: FoundDivergence | undefined;
  readonly extent: Extent;
  readonly axis: Axis;
  readonly window: Window;
  /** The window goes with the newest event. */
  readonly follows: boolean;
  readonly groups: ReadonlySet<KindGroup>;
  readonly arrangement: Arrangement;
  /** Shape [agents]: sides of the cut in sight, where there is one. */
  readonly sides: Int32Array | undefined;
  readonly chosen: (EventDetails & { readonly source: Source }) | undefined;
  /** Where the cut crosses each lifeline; undefined while there is none. */
  readonly cut: Float64Array | undefined;
  readonly verdict: CutVerdict | undefined;
  readonly query: string;
  readonly found: Found | undefined;
  /** Nothing but what was found is drawn. */
  readonly showsOnlyFound: boolean;
  readonly patterns: FoundPatterns | undefined;
  /** The log that was opened last, with its file. */
  readonly log: (OpenedLog & { readonly file: File }) | undefined;
  /** The file whose expressions are being edited. */
  readonly asked: File | undefined;
  /** The name of a file that takes its time. */
  readonly reading: string | undefined;
  /** Events in sight, and whether they are told one by one. */
  readonly inSight: number;
  readonly isCounted: boolean;
  /** The run made more events than are kept. */
  readonly isDropped: boolean;
  readonly loss: string | undefined;
}

/** What a person asked of one history, and what means nothing for another. */
export const nothingAsked = {
  chosen: undefined,
  cut: undefined,
  verdict: undefined,
  found: undefined,
  showsOnlyFound: false,
  query: '',
  patterns: undefined,
  divergence: undefined,
} as const satisfies Partial<TraceState>;

export const traceStore = createStore<TraceState>(() => ({
  ...nothingAsked,
  source: 'live',
  names: [],
  kinds: [],
  compared: undefined,
  comparedTo: 0,
  extent: { length: 0, from: 0, to: 0 },
  axis: 'time',
  window: firstWindow,
  follows: true,
  groups: new Set(['consensus', 'tokens'] as const),
  arrangement: asItIs,
  sides: undefined,
  log: undefined,
  asked: undefined,
  reading: undefined,
  inSight: 0,
  isCounted: false,
  isDropped: false,
  loss: undefined,
}));

export function useTrace<T>(select: (state: TraceState) => T): T {
  return useStore(traceStore, select);
}
