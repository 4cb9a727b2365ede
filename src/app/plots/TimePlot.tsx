/** The frame of a plot: its name, its lines' names with the values that are read, canvas and axes. */
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { series } from '../store/series.ts';
import type { PlotSpec } from './plot-spec.ts';
import { plotStore } from './plot-state.ts';
import { nearestRow } from './time-axis.ts';
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
            <span key={line.column} className={styles['entry']}>
              <span className={styles['swatch']} style={{ background: `var(${line.colour})`, height: Math.max(2, line.widthPx) }} />
              {line.short ?? line.label}
              <span data-part="value" className={styles['value']} />
            </span>
          ))}
          {entries}
        </span>
        {children}
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
      <p data-part="summary" id={summaryId} className={styles['summary']} />
    </figure>
  );
}

function mountIn(plot: HTMLElement, spec: PlotSpec): () => void {
  const canvas = plot.querySelector('canvas');
  const svg = plot.querySelector('svg');
  const summary = plot.querySelector<HTMLElement>('[data-part=summary]');
  const values = [...plot.querySelectorAll<HTMLElement>('[data-part=value]')];
  if (canvas === null || svg === null || summary === null) return () => undefined;
  return mountTimePlot({ canvas, svg, values, summary }, spec);
}

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
  if (event.key === 'Escape') plotStore.setState({ cursorS: undefined });
  const rows = rowsByKey[event.key];
  if (rows === undefined || series.length === 0) return;
  event.preventDefault();
  event.stopPropagation();
  const times = series.column('t_s');
  const { cursorS } = plotStore.getState();
  const from = cursorS === undefined ? series.length - 1 : nearestRow(times, series.length, cursorS);
  const row = Math.min(series.length - 1, Math.max(0, from + rows));
  plotStore.setState({ cursorS: times[row] });
}
