/**
 * The one owner of requestAnimationFrame. In every animation frame actions come first (ask the worker for its next
 * frame, queue what a person did), draws after: every picture on the page is drawn from the same frame, and nobody
 * measures or mutates in between. Draws run when a new frame came from the worker, or when somebody asked for one
 * (`requestDraw`: an orbiting camera, an easing height, a new size, another theme). A first draw takes many times as long as those
 * after it, since code is made ready for it: of several only one is done in a frame.
 */
import { currentFrame } from './store/live.ts';
import type { Frame } from '../worker/frame.ts';

export type Draw = (frame: Frame, nowMs: number) => void;
export type Act = (nowMs: number) => void;

const acts = new Set<Act>();
const draws = new Set<Draw>();
/** Those that have not drawn yet. */
const fresh = new Set<Draw>();
let drawn: Frame | undefined;
let drawWanted = false;
let running = false;

/** Calls `draw` with the newest frame. The frame's arrays may be read during the call only. Returns the way to stop. */
export function onDraw(draw: Draw): () => void {
  draws.add(draw);
  fresh.add(draw);
  drawWanted = true;
  return () => {
    draws.delete(draw);
    fresh.delete(draw);
  };
}

/** Calls `act` in every animation frame, before the draws. Returns the way to stop. */
export function onAct(act: Act): () => void {
  acts.add(act);
  return () => acts.delete(act);
}

/** Draws in the next animation frame even if the worker sends nothing new by then. */
export function requestDraw(): void {
  drawWanted = true;
}

export function startFrameLoop(): void {
  if (running) return;
  running = true;
  const tick = (nowMs: number): void => {
    requestAnimationFrame(tick);
    for (const act of acts) act(nowMs);
    const frame = currentFrame();
    if (frame === undefined || (frame === drawn && !drawWanted)) return;
    drawn = frame;
    drawWanted = false;
    let begun = false;
    for (const draw of draws) {
      if (fresh.has(draw)) {
        if (begun) {
          drawWanted = true;
          continue;
        }
        begun = true;
        fresh.delete(draw);
      }
      draw(frame, nowMs);
    }
  };
  requestAnimationFrame(tick);
}
