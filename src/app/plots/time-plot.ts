/**
 * A plot over time, kept up to date by the frame loop: marks on a canvas, axes in SVG, the values read beside the
 * lines' names. It is drawn when there are new rows, or when what it shows was changed; never for its own sake.
 */
import { scaleLinear } from 'd3-scale';
import { onDraw, requestDraw } from '../frame-loop.ts';
import { liveStore } from '../store/live.ts';
import { series } from '../store/series.ts';
import type { Frame } from '../../worker/frame.ts';
import { writeText } from '../widgets/write-text.ts';
import { extremesOf } from './extremes.ts';
import { createAxes, margins } from './plot-axes.ts';
import { isInSight, type Drawing, type Plotted } from './plot-lines.ts';
import { drawMarks } from './plot-marks.ts';
import { plotsOnPage } from './plots-on-page.ts';
import { marksOf, type Marks } from './marks.ts';
import { fitCanvas } from './plot-canvas.ts';
import { followPointer } from './plot-pointer.ts';
import { lineKey, lineValue, type PlotLine, type PlotSpec } from './plot-spec.ts';
import { plotStore } from './plot-state.ts';
import { readPlotTheme, type PlotTheme } from './plot-theme.ts';
import type { Pen } from '../drawing/pen.ts';
import { plotSummary } from './plot-summary.ts';
import { writeTable } from './plot-table.ts';
import { onThemeChange } from './theme-change.ts';
import { firstAtOrAfter, nearestRow, spanAt, spanAround, type TimeSpan } from './time-axis.ts';
import { nextTop } from './value-axis.ts';

export interface PlotElements {
  readonly canvas: HTMLCanvasElement;
  readonly svg: SVGSVGElement;
  /** One for each line, where its value is written. */
  readonly values: readonly HTMLElement[];
  /** One for each line, which names it. */
  readonly entries: readonly HTMLElement[];
  readonly summary: HTMLElement;
  /** Where the numbers are written. */
  readonly table: HTMLTableSectionElement;
}

/** In words and as a table: who has it read would be interrupted by more. Of a run that stands still it is told soon. */
const tellEveryMs = 5_000;
const tellStillMs = 500;
/** What is read beside a name gets room for at least so many: the names move only when there are more. */
const fewestDigits = 4;
/** Less than the shortest step. */
const sameTimeS = 5e-5;

/** Draws `spec` into `elements` until the answer is called. */
export function mountTimePlot(elements: PlotElements, spec: PlotSpec): () => void {
  const style = getComputedStyle(document.documentElement);
  const x = scaleLinear();
  const y = scaleLinear();
  const axes = createAxes(elements.svg, spec, x, y);
  let theme: PlotTheme = readPlotTheme(style);
  let marks: Marks = marksOf(liveStore.getState().interventions);
  let top = spec.scale === 'unit' ? 1 : 0;
  let stale = true;
  let drawnRows = -1;
  let drawnGeneration = -1;
  let drawnTimeS = NaN;
  /** What is in sight and has not been told yet. */
  let untold: TimeSpan | undefined;
  let toldMs = -Infinity;
  let drawing: Drawing | undefined;

  const redraw = (): void => {
    stale = true;
    requestDraw();
  };
  const fitted = fitCanvas(elements.canvas, `11px ${style.getPropertyValue('--font')}`, redraw);

  function draw({ timeS, headS, playing }: Frame, nowMs: number): void {
    const isPast = timeS < headS;
    const isSame = drawnRows === series.length && drawnGeneration === series.generation && (!isPast || drawnTimeS === timeS);
    if (!stale && isSame) return tell(playing, nowMs);
    const context = fitted.begin();
    if (context === undefined) return;
    stale = false;
    // Of another run nobody waits to be told.
    if (drawnGeneration !== series.generation) toldMs = -Infinity;
    drawnRows = series.length;
    drawnGeneration = series.generation;
    drawnTimeS = timeS;

    const { whole, cursorS, zoom, drawn, hidden } = plotStore.getState();
    const times = series.column('t_s');
    const nowS = series.length > 0 ? (times[series.length - 1] as number) : 0;
    const span = zoom ?? (isPast && !whole ? spanAround(timeS, nowS) : spanAt(nowS, whole));
    const lines = spec.lines.filter((line) => !hidden.has(lineKey(spec, line)));
    const plotted = plottedRows(times, span, lines);
    if (spec.scale === 'count') top = nextTop(top, highest(plotted));
    setScales(span);
    const cursorRow = cursorS === undefined || cursorS > nowS ? -1 : nearestRow(times, series.length, cursorS);
    const presentS = isPast ? timeS : undefined;
    drawing = { ...plotted, spec, theme, marks, x, y, nowS, presentS, drawn, cursorRow, series };
    drawMarks(context, drawing);
    axes.draw(span, top, fitted.widthPx, fitted.heightPx);
    const presentRow = isPast ? firstAtOrAfter(times, series.length, timeS + sameTimeS) - 1 : series.length - 1;
    writeValues(cursorRow < 0 ? presentRow : cursorRow, hidden);
    showEntries(plotted);
    untold = { ...span, toS: Math.min(span.toS, presentS ?? Infinity) };
    tell(playing, nowMs);
  }

  function tell(playing: boolean, nowMs: number): void {
    if (untold === undefined || nowMs - toldMs < (playing ? tellEveryMs : tellStillMs)) return;
    writeText(elements.summary, plotSummary(spec, series, untold));
    writeTable(elements.table, spec, series, untold);
    untold = undefined;
    toldMs = nowMs;
  }

  /** Rows in sight and one on either side of them, and what each line is counted from. */
  function plottedRows(times: Readonly<Float64Array>, { fromS, toS }: TimeSpan, lines: readonly PlotLine[]): Plotted {
    const firstRow = Math.max(0, firstAtOrAfter(times, series.length, fromS) - 1);
    const endRow = Math.min(series.length, firstAtOrAfter(times, series.length, toS) + 1);
    const bases = lines.map(({ countedFrom }) =>
      countedFrom === undefined || firstRow >= endRow || fromS === 0 ? 0 : (series.column(countedFrom)[firstRow] as number),
    );
    return { firstRow, endRow, lines, bases };
  }

  function highest({ firstRow, endRow, lines, bases }: Plotted): number {
    let max = 0;
    lines.forEach(({ column }, i) => {
      const extremes = extremesOf(series, column);
      extremes.range(firstRow, endRow);
      if (extremes.high - (bases[i] as number) > max) max = extremes.high - (bases[i] as number);
    });
    return max;
  }

  function setScales({ fromS, toS }: TimeSpan): void {
    x.domain([fromS, toS]).range([margins.left, fitted.widthPx - margins.right]);
    y.domain([0, top]).range([fitted.heightPx - margins.bottom, margins.top]);
  }

  function drawAgain(pen: Pen): Drawing | undefined {
    if (drawing === undefined) return undefined;
    drawMarks(pen, drawing);
    const plotted = drawing;
    return { ...plotted, lines: plotted.lines.filter((line) => isInSight(series, line, plotted)) };
  }

  function writeValues(row: number, hidden: ReadonlySet<string>): void {
    spec.lines.forEach((line, i) => {
      const element = elements.values[i];
      const value = row < 0 || hidden.has(lineKey(spec, line)) ? undefined : lineValue(line, series, row);
      // What has passed is named as long as it is in sight, and has no value any more.
      const isPast = line.passing === true && Number.isNaN(value);
      const text = value === undefined || isPast ? '' : spec.format(value);
      if (element === undefined || !writeText(element, text)) return;
      const width = isPast ? '0px' : `${Math.max(fewestDigits, text.length)}ch`;
      if (element.style.width !== width) element.style.width = width;
    });
  }

  /** What is nowhere in sight needs no name. */
  function showEntries(plotted: Plotted): void {
    spec.lines.forEach((line, i) => {
      if (line.passing !== true) return;
      const entry = elements.entries[i];
      const isHidden = !isInSight(series, line, plotted);
      if (entry !== undefined && entry.hidden !== isHidden) entry.hidden = isHidden;
    });
  }

  const stops = [
    plotsOnPage.add({ axes: elements.svg, drawAgain }),
    fitted.stop,
    onDraw(draw, 'other'),
    onThemeChange(() => {
      theme = readPlotTheme(style);
      redraw();
    }),
    plotStore.subscribe(redraw),
    ...(spec.levels === undefined ? [] : [spec.levels.subscribe(redraw)]),
    liveStore.subscribe((state, before) => {
      if (state.interventions === before.interventions) return;
      marks = marksOf(state.interventions);
      redraw();
    }),
    followPointer(elements.canvas, () => ({
      left: margins.left,
      right: fitted.widthPx - margins.right,
      timeAt: (pixel) => x.invert(pixel),
    })),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
