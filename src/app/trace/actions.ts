/** What a person can do to the diagram. */
import type { Axis } from '../../lab/trace/types.ts';
import type { Source } from '../../worker/trace-api.ts';
import { ignoreLost } from '../session/link.ts';
import type { KindGroup } from './kind-groups.ts';
import { firstWindow, kept, zoomed } from './layout.ts';
import { askTrace as ask } from './link.ts';
import { nothingAsked, traceStore } from './trace-store.ts';

export function pan(share: number): void {
  const { window, extent } = traceStore.getState();
  const by = share * (window.to - window.from);
  traceStore.setState({ window: kept({ from: window.from + by, to: window.to + by }, extent), follows: false });
}

/** @param about the value that stays where it is; the middle unless told. */
export function zoom(factor: number, about?: number): void {
  const { window, extent, axis, follows } = traceStore.getState();
  // Following, what is newest stays where it is.
  const fixed = about ?? (follows ? window.to : (window.from + window.to) / 2);
  const least = axis === 'time' ? 0.002 : 4;
  const most = Math.max(firstWindow.to, 1.1 * (extent.to - extent.from), least);
  const next = zoomed(window, factor, fixed, least, most);
  traceStore.setState({ window: kept(next, extent), follows: follows && about === undefined });
}

export function showWhole(): void {
  const { extent } = traceStore.getState();
  const margin = 0.01 * (extent.to - extent.from) + 1e-6;
  traceStore.setState({ window: { from: extent.from - margin, to: extent.to + margin }, follows: false });
}

export function setFollows(follows: boolean): void {
  const { window, extent } = traceStore.getState();
  const width = window.to - window.from;
  traceStore.setState({ follows, window: follows ? { from: extent.to - width, to: extent.to } : window });
}

/** Brings a place into the middle, where it is not in sight already. */
export function goTo(x: number, width?: number): void {
  const { window } = traceStore.getState();
  const its = width ?? window.to - window.from;
  if (width === undefined && x >= window.from && x <= window.to) return;
  traceStore.setState({ window: { from: x - its / 2, to: x + its / 2 }, follows: false });
}

export function setAxis(axis: Axis): void {
  const { extent, follows, axis: before, source } = traceStore.getState();
  if (axis === before) return;
  choose(undefined);
  traceStore.setState({ ...nothingAsked, axis });
  const nothing = { kinds: new Uint8Array(0), agents: new Uint8Array(0) };
  ask((api) => api.look(source, axis, { from: 0, to: 0, columns: 1, maxEvents: -1, filter: nothing, words: '' }))
    .then(({ extent: next }) => {
      // As large a share of the whole as was in sight.
      const perUnit = (next.to - next.from) / Math.max(1e-9, extent.to - extent.from);
      const { window } = traceStore.getState();
      const to = next.from + (window.to - extent.from) * perUnit;
      const width = Math.max(4 * Number(axis !== 'time'), (window.to - window.from) * perUnit);
      traceStore.setState({ extent: next, window: { from: to - width, to }, follows: follows && source === 'live' });
    })
    .catch(ignoreLost);
}

export function toggleGroup(group: KindGroup): void {
  const groups = new Set(traceStore.getState().groups);
  if (!groups.delete(group)) groups.add(group);
  traceStore.setState({ groups });
}

/** @param source undefined: that of the event chosen before, or the upper one. */
export function choose(event: number | undefined, source?: Source): void {
  const { axis, chosen: before, source: upper } = traceStore.getState();
  const its = source ?? before?.source ?? upper;
  if (before !== undefined && before.source !== its) ask((api) => api.choose(before.source, undefined, axis)).catch(ignoreLost);
  ask((api) => api.choose(its, event, axis))
    .then((chosen) => {
      traceStore.setState(chosen === undefined ? { chosen } : { chosen: { ...chosen, source: its }, follows: false });
      if (chosen !== undefined) goTo(chosen.x);
    })
    .catch(ignoreLost);
}

export function chooseNeighbour(direction: -1 | 1): void {
  const { chosen } = traceStore.getState();
  if (chosen === undefined) return;
  ask((api) => api.neighbour(chosen.source, chosen.event, direction))
    .then((event) => {
      choose(event, chosen.source);
    })
    .catch(ignoreLost);
}

export function toggleCut(): void {
  const { cut, window, names } = traceStore.getState();
  if (cut === undefined) setCut(new Float64Array(names.length).fill((window.from + window.to) / 2));
  else traceStore.setState({ cut: undefined, verdict: undefined });
}

let isJudging = false;

/** The verdict follows as fast as the worker gives it, always on the latest cut. */
export function setCut(cut: Float64Array): void {
  traceStore.setState({ cut, follows: false });
  if (isJudging) return;
  isJudging = true;
  const { axis, source } = traceStore.getState();
  ask((api) => api.judgeCut(source, axis, cut))
    .then((verdict) => {
      isJudging = false;
      const now = traceStore.getState().cut;
      if (now === undefined) return;
      traceStore.setState({ verdict });
      if (now !== cut) setCut(now);
    })
    .catch((error: unknown) => {
      isJudging = false;
      ignoreLost(error);
    });
}

export function snapCut(): void {
  const { cut, axis, source } = traceStore.getState();
  if (cut === undefined) return;
  ask((api) => api.snapCut(source, axis, cut))
    .then(setCut)
    .catch(ignoreLost);
}

export function search(query: string): void {
  const { axis, source } = traceStore.getState();
  traceStore.setState(query.trim() === '' ? { query, showsOnlyFound: false } : { query });
  ask((api) => api.find(source, axis, query))
    .then((found) => {
      if (traceStore.getState().query === query) traceStore.setState({ found: query.trim() === '' ? undefined : found });
    })
    .catch(ignoreLost);
}

/** Draws nothing but what was found (and faults), or everything again. */
export function setShowsOnlyFound(showsOnlyFound: boolean): void {
  traceStore.setState({ showsOnlyFound });
}

/** The next thing that was found, after the one that is chosen or the beginning of the window; around at the end. */
export function goToFound(direction: -1 | 1): void {
  const { found, chosen: any, window, source } = traceStore.getState();
  const chosen = any?.source === source ? any : undefined;
  if (found === undefined || found.event.length === 0) return;
  const { event, x } = found;
  const here = chosen?.x ?? window.from;
  const after = x.findIndex((value, i) => (chosen === undefined ? value >= here : (event[i] as number) > chosen.event));
  const before = event.findLastIndex((one, i) => (chosen === undefined ? (x[i] as number) < here : one < chosen.event));
  const next = direction > 0 ? Math.max(0, after) : before < 0 ? event.length - 1 : before;
  choose(event[next], source);
}

export function findPatterns(): void {
  const { axis, source } = traceStore.getState();
  ask((api) => api.patterns(source, axis))
    .then((patterns) => {
      traceStore.setState({ patterns });
    })
    .catch(ignoreLost);
}
