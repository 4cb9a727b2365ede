/**
 * The one owner of requestAnimationFrame. In every animation frame actions come first (ask the worker for its next
 * frame, queue what a person did), draws after: nobody measures or mutates in between. Draws run when a new frame came
 * from the worker, or when somebody asked for one (`requestDraw`: an orbiting camera, an easing height, a new size, another theme).
 * What moves is drawn in every animation frame; what a person reads (plots, counts) in every other one, one half of it in
 * the one and the rest in the next, so that no frame has to do it all. A first draw takes many times as long as those
 * after it, since code is made ready for it: of several only one is done in a frame.
 */
import { currentFrame } from './store/live.ts';
import type { Frame } from '../worker/frame.ts';

export type Draw = (frame: Frame, nowMs: number) => void;
export type Act = (nowMs: number) => void;

interface Drawer {
  readonly draw: Draw;
  /** Which of two animation frames it draws in; undefined: in both. */
  readonly half: 0 | 1 | undefined;
  /** Whether it has not drawn what is new yet. */
  isOwed: boolean;
  isFresh: boolean;
}

const acts = new Set<Act>();
const drawers = new Set<Drawer>();
let drawn: Frame | undefined;
let half: 0 | 1 = 0;
let running = false;

/**
 * Calls `draw` with the newest frame, in every animation frame or in every `other`. The frame's arrays may be read during the call only.
 * Returns the way to stop.
 */
export function onDraw(draw: Draw, turns: 'every' | 'other' = 'every'): () => void {
  const drawer: Drawer = { draw, half: turns === 'every' ? undefined : emptierHalf(), isOwed: true, isFresh: true };
  drawers.add(drawer);
  return () => {
    drawers.delete(drawer);
  };
}

/** Calls `act` in every animation frame, before the draws. Returns the way to stop. */
export function onAct(act: Act): () => void {
  acts.add(act);
  return () => acts.delete(act);
}

/** Draws in the next animation frames even if the worker sends nothing new by then. */
export function requestDraw(): void {
  for (const drawer of drawers) drawer.isOwed = true;
}

export function startFrameLoop(): void {
  if (running) return;
  running = true;
  const tick = (nowMs: number): void => {
    requestAnimationFrame(tick);
    for (const act of acts) act(nowMs);
    half = half === 0 ? 1 : 0;
    const frame = currentFrame();
    if (frame === undefined) return;
    if (frame !== drawn) requestDraw();
    drawn = frame;
    let begun = false;
    for (const drawer of drawers) {
      if (!drawer.isOwed || (drawer.half !== undefined && drawer.half !== half)) continue;
      if (drawer.isFresh && begun) continue;
      begun ||= drawer.isFresh;
      drawer.isFresh = false;
      drawer.isOwed = false;
      drawer.draw(frame, nowMs);
    }
  };
  requestAnimationFrame(tick);
}

function emptierHalf(): 0 | 1 {
  let excess = 0;
  for (const drawer of drawers) if (drawer.half !== undefined) excess += drawer.half === 0 ? 1 : -1;
  return excess > 0 ? 1 : 0;
}
