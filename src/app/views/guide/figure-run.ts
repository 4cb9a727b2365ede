/** Runs a figure of the guide while it can be seen: a worker of its own, some frames a second, nothing of it in React. */
import type { Action, Scenario } from '../../../lab/scenario/schema.ts';
import type { Frame } from '../../../worker/frame.ts';
import type { ShownOscillators } from '../../../worker/live-api.ts';
import { fitCanvas } from '../../plots/plot-canvas.ts';
import { readPlotTheme, type PlotTheme } from '../../plots/plot-theme.ts';
import { onThemeChange } from '../../plots/theme-change.ts';
import { ignoreLost } from '../../session/link.ts';
import { openSideRun, type SideRun } from '../../session/side-run.ts';

export interface Picture {
  readonly frame: Frame;
  readonly shown: ShownOscillators;
  readonly theme: PlotTheme;
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface Drawing {
  readonly draw: (context: CanvasRenderingContext2D, picture: Picture) => void;
  /** The picture in a few words, also for whoever does not see it. */
  readonly tell: (frame: Frame) => string;
}

export interface FigureSetup {
  readonly scenario: Scenario;
  readonly drawing: Drawing;
  readonly speed: number;
  readonly lastsS: number;
  readonly stillS: number;
  readonly onTold: (text: string) => void;
}

export interface MountedFigure {
  setPlaying(playing: boolean): void;
  act(action: Action): void;
  stop(): void;
}

const frameMs = 60;
const tellMs = 1_000;

export function mountFigure(canvas: HTMLCanvasElement, setup: FigureSetup): MountedFigure {
  let playing = !matchMedia('(prefers-reduced-motion: reduce)').matches;
  let current: Looking | undefined;
  const observer = new IntersectionObserver(
    ([entry]) => {
      if (entry?.isIntersecting === true) current ??= look(canvas, setup, () => playing);
      else {
        current?.stop();
        current = undefined;
      }
    },
    // Begins a little before it is seen, so that it is there when it is.
    { rootMargin: '80px' },
  );
  observer.observe(canvas);
  return {
    setPlaying(next) {
      playing = next;
      current?.play(next);
    },
    act(action) {
      current?.act(action);
    },
    stop() {
      observer.disconnect();
      current?.stop();
    },
  };
}

interface Looking {
  play(playing: boolean): void;
  act(action: Action): void;
  stop(): void;
}

/** From when it comes into view until it leaves. */
function look(canvas: HTMLCanvasElement, setup: FigureSetup, isPlaying: () => boolean): Looking {
  const style = getComputedStyle(document.documentElement);
  let theme = readPlotTheme(style);
  let stopped = false;
  let fresh = true;
  const run = openSideRun((what) => {
    setup.onTold(`This figure has stopped. ${what}`);
  });
  const redraw = (): void => {
    fresh = true;
  };
  const fitted = fitCanvas(canvas, `12px ${style.getPropertyValue('--font')}`, redraw);
  const stopTheme = onThemeChange(() => {
    theme = readPlotTheme(style);
    redraw();
  });
  const draw = (frame: Frame, shown: ShownOscillators): void => {
    const context = fitted.begin();
    if (context === undefined) return;
    setup.drawing.draw(context, { frame, shown, theme, widthPx: fitted.widthPx, heightPx: fitted.heightPx });
  };
  keepLooking(run, setup, { draw, isPlaying, isStopped: () => stopped, takeFresh: () => [fresh, (fresh = false)][0] === true }).catch(
    ignoreLost,
  );
  return {
    play(playing) {
      run.play(playing).catch(ignoreLost);
      redraw();
    },
    act(action) {
      run.act(action).catch(ignoreLost);
      redraw();
    },
    stop() {
      stopped = true;
      run.close();
      fitted.stop();
      stopTheme();
    },
  };
}

interface Screen {
  readonly draw: (frame: Frame, shown: ShownOscillators) => void;
  readonly isPlaying: () => boolean;
  readonly isStopped: () => boolean;
  /** Whether something changed besides the run since it was asked last. */
  readonly takeFresh: () => boolean;
}

async function keepLooking(run: SideRun, setup: FigureSetup, screen: Screen): Promise<void> {
  const begin = async (): Promise<ShownOscillators | undefined> => {
    const playing = screen.isPlaying();
    return run.start(setup.scenario, { playing, speed: setup.speed, ...(playing ? {} : { replayToS: setup.stillS }) });
  };
  let shown = await begin();
  let toldMs = -Infinity;
  while (!screen.isStopped()) {
    if (shown === undefined) {
      setup.onTold('This browser cannot carry the run of this figure.');
      return;
    }
    const nowMs = performance.now();
    const frame = await run.frame();
    const moved = frame.playing || !Number.isNaN(frame.replayToS) || screen.takeFresh();
    if (moved) screen.draw(frame, shown);
    if (moved && nowMs - toldMs > tellMs) {
      toldMs = nowMs;
      setup.onTold(setup.drawing.tell(frame));
    }
    if (frame.timeS > setup.lastsS) shown = await begin();
    await new Promise((resolve) => setTimeout(resolve, document.visibilityState === 'visible' ? frameMs : 1_000));
  }
}
