/**
 * The stage in space. React mounts it; from then on the frame loop advances it. The canvas is made here and not by
 * React, because a WebGL context belongs to one life of a scene: whoever mounts again gets a new one.
 */
import { createRoot, type RootState } from '@react-three/fiber';
import { useEffect, useRef } from 'react';
import { getConsoleFunction, PerspectiveCamera, setConsoleFunction } from 'three';
import { onAct, onDraw, requestDraw } from '../frame-loop.ts';
import { ownTask } from '../own-task.ts';
import { onThemeChange } from '../plots/theme-change.ts';
import { liveStore } from '../store/live.ts';
import { Figure } from './Figure.tsx';
import { createLabels } from './labels.ts';
import { prefersStillness } from './motion.ts';
import { createOrbit } from './orbit.ts';
import { createQualityKeeper } from './quality.ts';
import { WebGLRenderer } from './renderer.ts';
import { createStageModel, type ColourBy, type DrawInput, type LiveStageModel } from './stage-model.ts';
import { readStageTheme } from './stage-theme.ts';
import { cameraDistance, fieldOfViewDeg } from './view.ts';
import { takeWebGl } from './webgl.ts';
import styles from './Stage.module.css';

export interface SceneProps {
  readonly colourBy: ColourBy;
  /** Of the element that says in words what is seen. */
  readonly describedBy: string;
  /** The context is gone (the browser may bring it back), or is back. */
  readonly onContext: (context: 'lost' | 'restored') => void;
  /** How many points are drawn at most, for the legend. */
  readonly onMaxPoints: (maxPoints: number) => void;
}

export default function Scene(props: SceneProps) {
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
    requestDraw();
  });
  useEffect(() => (host.current === null ? undefined : mountScene(host.current, () => latest.current)), []);
  return <div ref={host} className={styles['scene']} role="group" aria-label="Turn the phase circle with the arrow keys" tabIndex={0} />;
}

/** Builds the scene inside `host` and keeps it drawn. Returns the way to take it down. */
function mountScene(host: HTMLElement, props: () => SceneProps): () => void {
  const webGl = takeWebGl();
  if (webGl === undefined) {
    props().onContext('lost');
    return () => undefined;
  }
  const { canvas, context } = webGl;
  host.append(named(canvas, props().describedBy));
  const camera = new PerspectiveCamera(fieldOfViewDeg, 1, 0.5, 60);
  // Anywhere but in the middle, until the orbit has its say.
  camera.position.setZ(cameraDistance);
  const labels = createLabels(host);
  const quality = createQualityKeeper();
  const style = getComputedStyle(document.documentElement);
  let theme = readStageTheme(style);
  let live: LiveStageModel | undefined;
  const still = prefersStillness();
  const orbit = createOrbit(camera, canvas, host, still, requestDraw);
  let nowMs = 0;

  const placed = (scale: number, widthPx: number, heightPx: number): void => {
    if (live !== undefined) labels.update(live.model, { camera, scale, widthPx, heightPx }, nowMs);
  };
  const root = quietly(() => createRoot(canvas));
  const configured = root.configure({
    frameloop: 'never',
    flat: true,
    linear: true,
    legacy: true,
    dpr: pixelRatio(quality.quality.maxPixelRatio),
    camera,
    size: { width: Math.max(1, host.clientWidth), height: Math.max(1, host.clientHeight), top: 0, left: 0 },
    // In tasks of its own, as all that takes long here: the page answers in between.
    gl: async (defaults) => {
      await ownTask();
      const renderer = new WebGLRenderer({ ...defaults, canvas, context, alpha: true });
      await ownTask();
      return renderer;
    },
  });
  let store: ReturnType<typeof root.render> | undefined;
  let gone = false;
  const figure = <Figure camera={camera} model={() => live?.model} orbit={orbit} placed={placed} />;
  configured.then(
    () => setTimeout(() => (store = gone ? undefined : root.render(figure))),
    () => props().onContext('lost'),
  );

  /** Where the browser can, shaders are made ready beside the page, which would stand still while it waits for them. */
  const besides = context.getExtension('KHR_parallel_shader_compile') !== null;
  let shaders: 'unasked' | 'asked' | 'ready' = 'unasked';
  function askForShaders(): void {
    const { gl, scene } = store?.getState() ?? {};
    if (shaders === 'asked' || gl === undefined || scene === undefined || scene.children.length === 0) return requestDraw();
    shaders = 'asked';
    gl.debug.checkShaderErrors = import.meta.env.DEV;
    const ready = (): void => {
      shaders = 'ready';
      requestDraw();
    };
    if (besides) gl.compileAsync(scene, camera).then(ready, () => props().onContext('lost'));
    else ready();
  }

  // A canvas is emptied when its size is set: it is set in the draw that fills it again.
  let resized = false;
  const observer = new ResizeObserver(() => {
    resized = true;
    requestDraw();
  });
  observer.observe(host);

  function fit(state: RootState): void {
    resized = false;
    state.setSize(Math.max(1, host.clientWidth), Math.max(1, host.clientHeight));
    state.setDpr(pixelRatio(quality.quality.maxPixelRatio));
  }

  const stops = [
    onDraw((frame, atMs) => {
      nowMs = atMs;
      if (live !== undefined && shaders !== 'ready') return askForShaders();
      const { shown } = liveStore.getState();
      const share = Math.min(1, quality.quality.maxPoints / Math.max(1, frame.shown));
      const input: DrawInput = { frame, shown, nowMs, theme, colourBy: props().colourBy, share, still };
      const isFirst = live === undefined;
      live ??= createStageModel(input);
      live.update(input);
      if (isFirst || store === undefined) return requestDraw();
      const state = store.getState();
      if (resized) fit(state);
      orbit.update(live.model.levels.reach, live.model.elapsedS);
      state.advance(nowMs / 1000, false);
      if (live.model.levels.moving) requestDraw();
    }),
    onAct((atMs) => {
      if (!quality.tick(atMs)) return;
      resized = true;
      props().onMaxPoints(quality.quality.maxPoints);
      requestDraw();
    }),
    onThemeChange(() => {
      theme = readStageTheme(style);
      requestDraw();
    }),
    liveStore.subscribe((state, before) => {
      if (state.shown === before.shown) return;
      quality.restart();
      resized = true;
      props().onMaxPoints(quality.quality.maxPoints);
    }),
  ];
  const onLost = (): void => props().onContext('lost');
  const onRestored = (): void => {
    props().onContext('restored');
    requestDraw();
  };
  canvas.addEventListener('webglcontextlost', onLost);
  canvas.addEventListener('webglcontextrestored', onRestored);

  return () => {
    gone = true;
    for (const stop of stops) stop();
    // Taking the root down gives its context up, which is not a loss.
    canvas.removeEventListener('webglcontextlost', onLost);
    canvas.removeEventListener('webglcontextrestored', onRestored);
    observer.disconnect();
    orbit.dispose();
    root.unmount();
    host.replaceChildren();
  };
}

function named(canvas: HTMLCanvasElement, describedBy: string): HTMLCanvasElement {
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', 'Phase circle');
  canvas.setAttribute('aria-describedby', describedBy);
  return canvas;
}

function pixelRatio(max: number): number {
  return Math.min(max, Math.max(1, window.devicePixelRatio));
}

/** Fiber makes a `Clock`, and three says on the console of whoever opens the page that it prefers a `Timer`. */
function quietly<T>(make: () => T): T {
  const before = getConsoleFunction();
  setConsoleFunction(() => undefined);
  const made = make();
  setConsoleFunction(before);
  return made;
}
