/** The stage without WebGL: the same circles, points, arrows and colours, flat. */
import { useEffect, useRef } from 'react';
import { onDraw, requestDraw } from '../frame-loop.ts';
import { fitCanvas } from '../plots/plot-canvas.ts';
import { onThemeChange } from '../plots/theme-change.ts';
import { liveStore } from '../store/live.ts';
import { drawFlat } from './flat-drawing.ts';
import { createStageModel, type ColourBy, type DrawInput, type LiveStageModel } from './stage-model.ts';
import { readStageTheme } from './stage-theme.ts';
import styles from './Stage.module.css';

/** At the foot, for the legend: of several circles one would stand over it, with its name below. */
const legendPx = 56;

export interface FlatStageProps {
  readonly colourBy: ColourBy;
  readonly describedBy: string;
}

export function FlatStage({ colourBy, describedBy }: FlatStageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const colouring = useRef(colourBy);
  useEffect(() => {
    colouring.current = colourBy;
    requestDraw();
  }, [colourBy]);
  useEffect(() => (canvas.current === null ? undefined : mountFlat(canvas.current, () => colouring.current)), []);
  return <canvas ref={canvas} className={styles['flat']} role="img" aria-label="Phase circle" aria-describedby={describedBy} />;
}

function mountFlat(canvas: HTMLCanvasElement, colourBy: () => ColourBy): () => void {
  const style = getComputedStyle(document.documentElement);
  let theme = readStageTheme(style);
  let live: LiveStageModel | undefined;
  const fitted = fitCanvas(canvas, `12px ${style.getPropertyValue('--font')}`, requestDraw);
  const stops = [
    fitted.stop,
    onDraw((frame, nowMs) => {
      const context = fitted.begin();
      if (context === undefined) return;
      const { shown } = liveStore.getState();
      const input: DrawInput = { frame, shown, nowMs, theme, colourBy: colourBy(), share: 1, still: true };
      live ??= createStageModel(input);
      live.update(input);
      const footPx = frame.components > 1 ? legendPx : 0;
      drawFlat(context, live.model, fitted.widthPx, fitted.heightPx - footPx);
    }),
    onThemeChange(() => {
      theme = readStageTheme(style);
      requestDraw();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
