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
import type { Sight } from '../../worker/trace-api.ts';
import { drawDiagram } from './draw-diagram.ts';
import { drawOverview } from './draw-overview.ts';
import { feedLive } from './history-feed.ts';
import { kindMask } from './kind-groups.ts';
import { createLayout, type Layout } from './layout.ts';
import { askTrace, onTraceLost } from './link.ts';
import { firstWindow, traceStore, type TraceState } from './trace-store.ts';

export interface DiagramElements {
  readonly canvas: HTMLCanvasElement;
  readonly overview: HTMLCanvasElement;
  readonly summary: HTMLElement;
}

export interface Diagram {
  layout(): Layout;
  sight(): Sight | undefined;
  stop(): void;
}

/** Told one by one up to here: as many lines as a canvas draws in a few milliseconds. */
const maxEvents = 4_000;
const overviewEveryMs = 1_000;
const summaryEveryMs = 2_000;

export function mountDiagram({ canvas, overview, summary }: DiagramElements): Diagram {
  const style = getComputedStyle(document.documentElement);
  let theme: PlotTheme = readPlotTheme(style);
  let sight: Sight | undefined;
  let whole: Sight | undefined;
  let isAsking = false;
  let isWanted = true;
  let isStale = true;
  let wholeMs = -Infinity;
  let summaryMs = -Infinity;

  const redraw = (): void => {
    isStale = true;
    requestDraw();
  };
  const want = (): void => {
    isWanted = true;
    redraw();
    if (!isAsking) ask().catch(ignoreLost);
  };
  const fitted = fitCanvas(canvas, `11px ${style.getPropertyValue('--font')}`, want);
  const fittedOverview = fitCanvas(overview, `10px ${style.getPropertyValue('--font')}`, want);
  const layout = (): Layout => {
    const { names, window } = traceStore.getState();
    return createLayout(fitted.widthPx, fitted.heightPx, names, window.from, window.to);
  };

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

  async function lookOnce(): Promise<void> {
    const { axis, window, kinds, groups, source } = traceStore.getState();
    if (fitted.widthPx === 0) return;
    const { left, right } = layout();
    const filter = { kinds: kindMask(kinds, groups), token: -1, slot: -1 };
    const query = { ...window, columns: Math.max(1, Math.floor((right - left) / 2)), maxEvents, filter };
    const next = await askTrace((api) => api.look(axis, query));
    const now = traceStore.getState();
    if (now.source !== source || now.axis !== axis) return;
    sight = next;
    const { extent, view } = next;
    traceStore.setState({ extent, inSight: view.count, isCounted: view.counted !== undefined });
    if (now.follows && extent.length > 0 && now.window.to !== follow(now, extent.to).to) {
      traceStore.setState({ window: follow(now, extent.to) });
      isWanted = true;
    }
    const nowMs = performance.now();
    if (nowMs - wholeMs > overviewEveryMs && extent.to > extent.from) {
      wholeMs = nowMs;
      const { from, to } = extent;
      const all = { from, to, columns: Math.max(1, Math.floor(fittedOverview.widthPx / 2)), maxEvents: -1, filter };
      whole = await askTrace((api) => api.look(axis, all));
    }
    redraw();
  }

  function onLost(loss: string): void {
    sight = undefined;
    whole = undefined;
    traceStore.setState({ loss, log: undefined, source: 'live', chosen: undefined, cut: undefined, verdict: undefined });
  }

  function draw(nowMs: number): void {
    if (!isStale) return;
    const state = traceStore.getState();
    const context = fitted.begin();
    if (context === undefined) return;
    isStale = false;
    drawDiagram(context, { ...state, layout: layout(), theme, sight, foundX: state.found?.x });
    const small = fittedOverview.begin();
    if (small !== undefined) drawOverview(small, { ...state, layout: layout(), heightPx: fittedOverview.heightPx, theme, whole });
    if (nowMs - summaryMs < summaryEveryMs) return;
    summaryMs = nowMs;
    summary.textContent = summaryOf(state);
  }

  const feed = feedLive((isNew) => {
    const { source, follows } = traceStore.getState();
    if (source !== 'live') return;
    if (isNew) {
      sight = undefined;
      whole = undefined;
      wholeMs = -Infinity;
      showSource('live').catch(ignoreLost);
    } else if (follows) want();
  });

  async function showSource(source: TraceState['source']): Promise<void> {
    const text = await askTrace((api) => api.show(source));
    traceStore.setState({ ...text, source, chosen: undefined, cut: undefined, verdict: undefined, found: undefined, patterns: undefined });
    want();
  }

  const stops = [
    fitted.stop,
    fittedOverview.stop,
    feed,
    onTraceLost(onLost),
    onDraw((_, nowMs) => {
      draw(nowMs);
    }),
    onThemeChange(() => {
      theme = readPlotTheme(style);
      redraw();
    }),
    traceStore.subscribe((state, before) => {
      if (state.source !== before.source || state.axis !== before.axis || state.groups !== before.groups) {
        if (state.groups === before.groups) sight = undefined;
        wholeMs = -Infinity;
      }
      if (
        state.window !== before.window ||
        state.axis !== before.axis ||
        state.groups !== before.groups ||
        state.kinds !== before.kinds ||
        state.chosen !== before.chosen
      )
        want();
      else if (state.cut !== before.cut || state.verdict !== before.verdict || state.found !== before.found) redraw();
    }),
    liveStore.subscribe((state, before) => {
      if (state.interventions !== before.interventions) want();
    }),
  ];
  return {
    layout,
    sight: () => sight,
    stop() {
      for (const stop of stops) stop();
    },
  };
}

/** The same width, with the newest event a little before its end. */
function follow({ window: { from, to } }: TraceState, newest: number): TraceState['window'] {
  const width = to - from;
  const end = Math.max(newest, firstWindow.to < width ? firstWindow.to : width);
  return { from: end - width, to: end };
}

function summaryOf({ names, window, axis, inSight, isCounted, extent }: TraceState): string {
  const unit = axis === 'time' ? ' s' : '';
  const how = isCounted ? 'too many to tell apart, drawn by their number' : 'drawn one by one';
  return `${String(names.length)} lifelines, ${String(extent.length)} events. In sight from ${window.from.toFixed(2)}${unit} to ${window.to.toFixed(2)}${unit}: ${String(inSight)} events, ${how}.`;
}
