/** The frame of a plot: its name, its lines' names with the values that are read, canvas and axes. */
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { goTo } from '../session/past.ts';
import { series } from '../store/series.ts';
import { lineKey, type PlotLine, type PlotSpec } from './plot-spec.ts';
import { plotStore, toggleLine } from './plot-state.ts';
import { wideEnough } from './plot-pointer.ts';
import { nearestRow, spanAt } from './time-axis.ts';
import { mountTimePlot } from './time-plot.ts';
import styles from './Plot.module.css';

export interface TimePlotProps {
  readonly spec: PlotSpec;
  /** Further names in the legend. */
  readonly entries?: ReactNode;
  /** Controls beside the title. */
  readonly children?: ReactNode;
}

export function TimePlot({ spec, entries, children }: TimePlotProps) {
  const plot = useRef<HTMLElement>(null);
  const summaryId = useId();
  useEffect(() => (plot.current === null ? undefined : mountIn(plot.current, spec)), [spec]);
  return (
    <figure ref={plot} className={styles['plot']}>
      <figcaption className={styles['head']}>
        <span className={styles['title']}>{spec.title}</span>
        <span className={styles['key']}>
          {spec.lines.map((line) => (
            <LineEntry key={line.column} spec={spec} line={line} />
          ))}
          {entries}
        </span>
        <span className={styles['actions']}>{children}</span>
      </figcaption>
      <div
        className={styles['area']}
        role="group"
        aria-label={`Read ${spec.title.toLowerCase()} with the arrow keys`}
        tabIndex={0}
        onKeyDown={readByKey}
      >
        <canvas className={styles['canvas']} role="img" aria-label={spec.name} aria-describedby={summaryId} />
        <svg className={styles['axes']} aria-hidden="true">
          <g data-part="time-axis" />
          <g data-part="value-axis" />
          <text data-part="axis" className={styles['axisName']} />
        </svg>
      </div>
      <div className="unseen">
        <div className={styles['told']}>
          <p data-part="summary" id={summaryId} />
          <table>
            <caption>{spec.title} in numbers</caption>
            <thead>
              <tr>
                <th scope="col">Time</th>
                {spec.lines.map(({ label }) => (
                  <th key={label} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody />
          </table>
        </div>
      </div>
    </figure>
  );
}

/** Names a line and says what it is; pressed, it is drawn. */
function LineEntry({ spec, line }: { readonly spec: PlotSpec; readonly line: PlotLine }) {
  const key = lineKey(spec, line);
  const hidden = useStore(plotStore, (state) => state.hidden.has(key));
  return (
    <button
      type="button"
      data-part="entry"
      className={[styles['entry'], styles['line']].join(' ')}
      hidden={line.passing}
      aria-pressed={!hidden}
      title={hidden ? `Show ${line.label}` : `Hide ${line.label}`}
      onClick={() => {
        toggleLine(key);
      }}
    >
      <span className={styles['swatch']} style={{ background: `var(${line.colour})`, height: Math.max(2, line.widthPx) }} />
      {line.short ?? line.label}
      <span>
        <span data-part="value" className={styles['value']} />
      </span>
    </button>
  );
}

function mountIn(plot: HTMLElement, spec: PlotSpec): () => void {
  const canvas = plot.querySelector('canvas');
  const svg = plot.querySelector('svg');
  const summary = plot.querySelector<HTMLElement>('[data-part=summary]');
  const values = [...plot.querySelectorAll<HTMLElement>('[data-part=value]')];
  const entries = [...plot.querySelectorAll<HTMLElement>('[data-part=entry]')];
  const [table] = plot.getElementsByTagName('tbody');
  if (canvas === null || svg === null || summary === null || table === undefined) return () => undefined;
  return mountTimePlot({ canvas, svg, values, entries, summary, table }, spec);
}

const zooms: Readonly<Record<string, number>> = { '+': 0.5, '=': 0.5, '-': 2 };

/** Rows that Page Up and Page Down go over. */
const pageRows = 50;
const rowsByKey: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  PageUp: -pageRows,
  PageDown: pageRows,
  Home: -Infinity,
  End: Infinity,
};

function readByKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { cursorS } = plotStore.getState();
  if (event.key === 'Escape') plotStore.setState({ cursorS: undefined, zoom: undefined });
  if (event.key === 'Enter' && cursorS !== undefined && event.target === event.currentTarget) goTo(cursorS);
  const factor = zooms[event.key];
  if (factor !== undefined) zoomAround(cursorS, factor);
  const rows = rowsByKey[event.key];
  if (rows === undefined || series.length === 0) return;
  event.preventDefault();
  event.stopPropagation();
  const times = series.column('t_s');
  const from = cursorS === undefined ? series.length - 1 : nearestRow(times, series.length, cursorS);
  const row = Math.min(series.length - 1, Math.max(0, from + rows));
  plotStore.setState({ cursorS: times[row] });
}

/** Half as much time, or twice, around what is read; or up to the latest. */
function zoomAround(cursorS: number | undefined, factor: number): void {
  const { zoom, whole } = plotStore.getState();
  const endS = series.column('t_s')[series.length - 1] ?? 0;
  const { fromS, toS } = zoom ?? spanAt(endS, whole);
  const middleS = cursorS ?? (zoom === undefined ? Math.min(toS, endS) : (fromS + toS) / 2);
  const span = { fromS: middleS - (middleS - fromS) * factor, toS: middleS + (toS - middleS) * factor };
  plotStore.setState({ zoom: span.toS - span.fromS > endS && factor > 1 ? undefined : wideEnough(span) });
}
