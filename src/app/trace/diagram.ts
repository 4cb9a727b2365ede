/**
 * The diagram at work: asks the worker for what is in sight, one question at a time and always the latest, and draws what
 * it has meanwhile. What a person does to it is in `actions.ts`.
 */
import { liveStore } from '../store/live.ts';
import { fitCanvas } from '../plots/plot-canvas.ts';
import { readPlotTheme, type PlotTheme } from '../plots/plot-theme.ts';
import { onThemeChange } from '../plots/theme-change.ts';
import { onDraw, requestDraw } from '../frame-loop.ts';
import { ignoreLost } from '../session/link.ts';
import type { Sight, SightQuery, Source } from '../../worker/trace-api.ts';
import { followDivergence } from './compare.ts';
import { drawDiagram } from './draw-diagram.ts';
import { sidesAt } from './draw-marks.ts';
import { drawOverview } from './draw-overview.ts';
import { feed } from './history-feed.ts';
import { kindMask } from './kind-groups.ts';
import { lanesOf, shownMask } from './lanes.ts';
import { createLayouts, followed, unitOf, type Layout } from './layout.ts';
import { askTrace, onTraceLost } from './link.ts';
import { liveRun } from './live-run.ts';
import type { Picture } from './picture.ts';
import { nothingAsked, traceStore, type TraceState } from './trace-store.ts';
import { summaryOf } from './summary.ts';

export interface DiagramElements {
  readonly canvas: HTMLCanvasElement;
  readonly overview: HTMLCanvasElement;
  readonly summary: HTMLElement;
}

/** One history of the one or two that are drawn above each other. */
export interface Pane {
  readonly source: Source;
  readonly layout: Layout;
  readonly sight: Sight | undefined;
}

export interface Diagram {
  panes(): readonly [Pane, ...Pane[]];
  /** As it stands, for whatever else draws it. */
  pictures(): readonly Picture[];
  stop(): void;
}

/** Told one by one up to here: as many lines as a canvas draws in a few milliseconds. */
const maxEvents = 4_000;
const overviewEveryMs = 1_000;
const summaryEveryMs = 2_000;

export function mountDiagram({ canvas, overview, summary }: DiagramElements): Diagram {
  const style = getComputedStyle(document.documentElement);
  let theme: PlotTheme = readPlotTheme(style);
  const sights = new Map<Source, Sight>();
  let whole: Sight | undefined;
  let isAsking = false;
  let isWanted = true;
  let isStale = true;
  let wholeMs = -Infinity;
  let later: ReturnType<typeof setTimeout> | undefined;
  let summaryMs = -Infinity;
  /** Whether something was drawn since the summary was written. */
  let isUntold = false;

  const redraw = (): void => {
    isStale = true;
    requestDraw();
  };
  const want = (): void => {
    isWanted = true;
    redraw();
    if (!isAsking) ask().catch(ignoreLost);
  };
  /** Now and then is enough for what only the strip below shows; but what came last is to be seen, too. */
  const wantSoon = (): void => {
    later ??= setTimeout(
      () => {
        later = undefined;
        want();
      },
      Math.max(0, wholeMs + overviewEveryMs - performance.now()),
    );
  };
  const fitted = fitCanvas(canvas, `11px ${style.getPropertyValue('--font')}`, want);
  const fittedOverview = fitCanvas(overview, `10px ${style.getPropertyValue('--font')}`, want);

  function panes(): readonly [Pane, ...Pane[]] {
    const { source, compared, names, arrangement, sides, window } = traceStore.getState();
    const drawn = [{ source, names }, ...(compared === undefined ? [] : [compared])];
    const histories = drawn.map((one) => ({ agents: one.names.length, lanes: lanesOf(one.names, arrangement, sides) }));
    const layouts = createLayouts(fitted.widthPx, fitted.heightPx, histories, window);
    return drawn.map((one, i) => ({ source: one.source, layout: layouts[i] as Layout, sight: sights.get(one.source) })) as [
      Pane,
      ...Pane[],
    ];
  }

  function pictures(): readonly Picture[] {
    const { axis, kinds, compared, chosen, cut, verdict, found, divergence, source } = traceStore.getState();
    const partings = divergence?.partings ?? [];
    return panes().map((pane, i): Picture => {
      const its = {
        layout: pane.layout,
        sight: pane.sight,
        theme,
        axis,
        unit: unitOf(axis, pane.source),
        partings,
        chosen: chosen?.source === pane.source ? chosen : undefined,
      };
      return i === 0
        ? { ...its, side: 0, title: compared === undefined ? undefined : titleOf(source), kinds, cut, verdict, foundX: found?.x }
        : { ...its, side: 1, title: compared?.title, kinds: compared?.kinds ?? [], cut: undefined, verdict: undefined, foundX: undefined };
    });
  }

  async function ask(): Promise<void> {
    isAsking = true;
    try {
      while (isWanted) {
        isWanted = false;
        await lookOnce();
      }
    } finally {
      isAsking = false;
    }
  }

  function queryOf(state: TraceState, { layout }: Pane, kinds: readonly string[], columns: number): SightQuery {
    const filter = { kinds: kindMask(kinds, state.groups), agents: shownMask(layout.lanes, layout.rows.length) };
    return { ...state.window, columns, maxEvents, filter, words: state.showsOnlyFound ? state.query : '' };
  }

  async function lookOnce(): Promise<void> {
    const state = traceStore.getState();
    const { axis, source, compared } = state;
    if (fitted.widthPx === 0) return;
    const drawn = panes();
    const [{ layout }] = drawn;
    const columns = Math.max(1, Math.floor((layout.right - layout.left) / 2));
    for (const [i, pane] of drawn.entries()) {
      const query = queryOf(state, pane, i === 0 ? state.kinds : (compared?.kinds ?? []), columns);
      const next = await askTrace((api) => api.look(pane.source, axis, query));
      const now = traceStore.getState();
      if (now.source !== source || now.axis !== axis || now.compared?.source !== compared?.source) return;
      sights.set(pane.source, next);
      if (i > 0) traceStore.setState({ comparedTo: next.extent.to });
    }
    const sight = sights.get(source);
    if (sight !== undefined) await tell(sight, queryOf(state, drawn[0], state.kinds, columns));
    redraw();
  }

  /** What the page is told of what is in sight; and, now and then, of the whole. */
  async function tell({ extent, view, cuts }: Sight, query: SightQuery): Promise<void> {
    const now = traceStore.getState();
    const sides = sidesAt(cuts, now.window.to);
    traceStore.setState({ extent, inSight: view.count, isCounted: view.counted !== undefined });
    if (String(sides) !== String(now.sides)) traceStore.setState({ sides });
    const following = followed(now.window, extent.to);
    if (now.follows && extent.length > 0 && now.window.to !== following.to) {
      traceStore.setState({ window: following });
      isWanted = true;
    }
    if (extent.to <= extent.from) return;
    const nowMs = performance.now();
    if (nowMs - wholeMs < overviewEveryMs) {
      if (whole?.extent.length !== extent.length) wantSoon();
      return;
    }
    wholeMs = nowMs;
    const { from, to } = extent;
    const all = { ...query, from, to, columns: Math.max(1, Math.floor(fittedOverview.widthPx / 2)), maxEvents: -1 };
    whole = await askTrace((api) => api.look(now.source, now.axis, all));
  }

  function onLost(loss: string): void {
    sights.clear();
    whole = undefined;
    traceStore.setState({ ...nothingAsked, loss, log: undefined, source: 'live', compared: undefined });
  }

  function draw(nowMs: number): void {
    if (isStale) paint();
    // What was drawn last is told too, if only a moment later.
    if (!isUntold || nowMs - summaryMs < summaryEveryMs) return;
    summaryMs = nowMs;
    isUntold = false;
    summary.textContent = summaryOf(traceStore.getState());
  }

  function paint(): void {
    const pen = fitted.begin();
    if (pen === undefined) return;
    isStale = false;
    isUntold = true;
    const state = traceStore.getState();
    const drawn = pictures();
    drawn.forEach((picture, i) => {
      drawDiagram(pen, picture, i === drawn.length - 1);
    });
    const small = fittedOverview.begin();
    const [{ layout }] = panes();
    if (small !== undefined) drawOverview(small, { ...state, layout, heightPx: fittedOverview.heightPx, theme, whole });
  }

  const stopFeeding = feed({
    ...liveRun,
    grown(isNew) {
      const { source, follows, window, extent } = traceStore.getState();
      if (isNew) traceStore.setState({ isDropped: false });
      if (source !== 'live') return;
      if (isNew) {
        sights.clear();
        whole = undefined;
        wholeMs = -Infinity;
        tellOfNew().catch(ignoreLost);
      } else if (follows || window.to > extent.to) want();
      else wantSoon();
    },
    dropped() {
      traceStore.setState({ isDropped: true });
    },
  });

  async function tellOfNew(): Promise<void> {
    const text = await askTrace((api) => api.textOf('live'));
    traceStore.setState({ ...text, ...nothingAsked, source: 'live' });
    want();
  }

  const stops = [
    fitted.stop,
    fittedOverview.stop,
    stopFeeding,
    followDivergence(),
    onTraceLost(onLost),
    onDraw((_, nowMs) => {
      draw(nowMs);
    }),
    onThemeChange(() => {
      theme = readPlotTheme(style);
      redraw();
    }),
    traceStore.subscribe((state, before) => {
      if (state.axis !== before.axis || state.source !== before.source) sights.clear();
      const isOther = (['source', 'axis', 'groups', 'arrangement', 'query', 'showsOnlyFound'] as const).some(
        (key) => state[key] !== before[key],
      );
      if (isOther) wholeMs = -Infinity;
      if (isOther || (['window', 'kinds', 'chosen', 'compared', 'sides'] as const).some((key) => state[key] !== before[key])) want();
      else if ((['cut', 'verdict', 'found', 'divergence'] as const).some((key) => state[key] !== before[key])) redraw();
    }),
    liveStore.subscribe((state, before) => {
      if (state.interventions !== before.interventions) want();
    }),
  ];
  return {
    panes,
    pictures,
    stop() {
      clearTimeout(later);
      for (const stop of stops) stop();
    },
  };
}

function titleOf(source: Source): string {
  const { log } = traceStore.getState();
  if (source === 'live') return liveStore.getState().scenario.mesh.protocol;
  return typeof source === 'number' ? (log?.executions[source]?.name ?? '') || (log?.file.name ?? '') : source;
}
