/**
 * A canvas with WebGL 2. To open the first one takes a browser long, since its graphics have to start: a worker has it done
 * beside the page, and whoever asks whether there is WebGL hands the canvas on to whoever draws.
 */
import { spawnWorker } from '../session/spawn-worker.ts';

export interface WebGlCanvas {
  readonly canvas: HTMLCanvasElement;
  readonly context: WebGL2RenderingContext;
}

let waiting: WebGlCanvas | undefined;

/** Whether the browser has WebGL 2 at all. Asked here and not of three, which complains on the console. */
export function hasWebGl(): boolean {
  waiting ??= open();
  return waiting !== undefined;
}

/** Longer than any browser should take; then the page opens it itself, however long that takes. */
const startsWithinMs = 4_000;

/** Resolves when the browser's graphics have started, or will not start in a worker. */
export async function graphicsStarted(): Promise<void> {
  if (typeof OffscreenCanvas === 'undefined') return;
  const worker = spawnWorker('graphics');
  await new Promise((resolve) => {
    worker.onmessage = worker.onerror = resolve;
    setTimeout(resolve, startsWithinMs);
  });
  worker.terminate();
}

/** The canvas that was opened by asking, or a new one; undefined without WebGL 2. */
export function takeWebGl(): WebGlCanvas | undefined {
  const taken = waiting ?? open();
  waiting = undefined;
  return taken;
}

function open(): WebGlCanvas | undefined {
  const canvas = document.createElement('canvas');
  // Nothing on the stage hides anything else: it needs no depth.
  const context = canvas.getContext('webgl2', { alpha: true, antialias: true, depth: false, powerPreference: 'high-performance' });
  return context === null ? undefined : { canvas, context };
}
