/** A canvas that is drawn anew when what it shows, its size or the theme changes. */
import { useEffect, useRef, type RefObject } from 'react';
import { fitCanvas, type FittedCanvas } from '../plots/plot-canvas.ts';
import { readPlotTheme, type PlotTheme } from '../plots/plot-theme.ts';
import { onThemeChange } from '../plots/theme-change.ts';

export interface Sheet {
  readonly context: CanvasRenderingContext2D;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly theme: PlotTheme;
}

/** Calls back whenever there is something new to draw, where more moves than React is told. The answer ends it. */
export type Follow = (paint: () => void) => () => void;

export function useSheet(draw: (sheet: Sheet) => void, follow?: Follow): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null);
  const latest = useRef(draw);
  const paint = useRef<() => void>(undefined);

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

  useEffect(() => follow?.(() => paint.current?.()), [follow]);
  return canvas;
}
