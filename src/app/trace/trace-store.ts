/** What the view *Trace* shows and what a person asked of it. The picture itself lies outside React (`diagram.ts`). */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Axis } from '../../lab/trace/types.ts';
import type { CutVerdict, EventDetails, Extent, Found, FoundPatterns, OpenedLog, Source } from '../../worker/trace-api.ts';
import type { KindGroup } from './kind-groups.ts';
import type { Window } from './layout.ts';

export interface TraceState {
  readonly source: Source;
  readonly names: readonly string[];
  readonly kinds: readonly string[];
  readonly extent: Extent;
  readonly axis: Axis;
  readonly window: Window;
  /** The window goes with the newest event. */
  readonly follows: boolean;
  readonly groups: ReadonlySet<KindGroup>;
  readonly chosen: EventDetails | undefined;
  /** Where the cut crosses each lifeline; undefined while there is none. */
  readonly cut: Float64Array | undefined;
  readonly verdict: CutVerdict | undefined;
  readonly query: string;
  readonly found: Found | undefined;
  readonly patterns: FoundPatterns | undefined;
  /** The log that was opened last, with its file's name. */
  readonly log: (OpenedLog & { readonly file: string }) | undefined;
  /** Events in sight, and whether they are told one by one. */
  readonly inSight: number;
  readonly isCounted: boolean;
  /** The run made more events than are kept. */
  readonly isDropped: boolean;
  readonly loss: string | undefined;
}

export const firstWindow: Window = { from: 0, to: 1 };

export const traceStore = createStore<TraceState>(() => ({
  source: 'live',
  names: [],
  kinds: [],
  extent: { length: 0, from: 0, to: 0 },
  axis: 'time',
  window: firstWindow,
  follows: true,
  groups: new Set(['consensus', 'tokens'] as const),
  chosen: undefined,
  cut: undefined,
  verdict: undefined,
  query: '',
  found: undefined,
  patterns: undefined,
  log: undefined,
  inSight: 0,
  isCounted: false,
  isDropped: false,
  loss: undefined,
}));

export function useTrace<T>(select: (state: TraceState) => T): T {
  return useStore(traceStore, select);
}
