/** A drawing that is made anew when what it shows, its size or the theme changes; with its name, and in words what it shows. */
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { fitCanvas, type FittedCanvas } from '../../plots/plot-canvas.ts';
import { readPlotTheme, type PlotTheme } from '../../plots/plot-theme.ts';
import { onThemeChange } from '../../plots/theme-change.ts';
import styles from './RopeView.module.css';

export interface Sheet {
  readonly context: CanvasRenderingContext2D;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly theme: PlotTheme;
}

export interface ChartProps {
  /** Accessible name, and what stands above it. */
  readonly name: string;
  /** What the marks mean. */
  readonly legend: ReactNode;
  /** In a sentence what is to be seen. */
  readonly summary: string;
  readonly draw: (sheet: Sheet) => void;
}

export function Chart({ name, legend, summary, draw }: ChartProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const latest = useRef(draw);
  const paint = useRef<() => void>(undefined);
  const id = useId();

  useEffect(() => {
    if (canvas.current === null) return undefined;
    const style = getComputedStyle(document.documentElement);
    let theme = readPlotTheme(style);
    const paintNow = (): void => {
      const context = fitted.begin();
      if (context !== undefined) latest.current({ context, widthPx: fitted.widthPx, heightPx: fitted.heightPx, theme });
    };
    const fitted: FittedCanvas = fitCanvas(canvas.current, `11px ${style.getPropertyValue('--font')}`, paintNow);
    paint.current = paintNow;
    const stop = onThemeChange(() => {
      theme = readPlotTheme(style);
      paintNow();
    });
    return () => {
      stop();
      fitted.stop();
    };
  }, []);

  useEffect(() => {
    latest.current = draw;
    paint.current?.();
  }, [draw]);

  return (
    <figure className={styles['chart']}>
      <figcaption className={styles['caption']}>
        <span className={styles['name']}>{name}</span>
        <span className={styles['legend']}>{legend}</span>
      </figcaption>
      <canvas ref={canvas} className={styles['canvas']} role="img" aria-label={name} aria-describedby={id} />
      <p id={id} className={styles['summary']}>
        {summary}
      </p>
    </figure>
  );
}
