/**
 * Pulls frames from the worker: one request in flight at a time, two buffers that go back and forth. What a new frame
 * means for the page's state is `onFrame`'s affair.
 */
import * as Comlink from 'comlink';
import { frameBytes, readFrame, type Frame } from '../../worker/frame.ts';
import { currentFrame, liveStore, setCurrentFrame } from '../store/live.ts';
import { series } from '../store/series.ts';
import { ask, ignoreLost } from './link.ts';

/** While nothing moves the page only asks whether the worker is alive. */
const idlePullMs = 250;

const pool: ArrayBuffer[] = [];
let current: ArrayBuffer | undefined;
let inFlight = false;
let pulledMs = 0;
let hurried = false;

/** The next animation frame asks the worker even if nothing moves: something was done to the run. */
export function pullSoon(): void {
  hurried = true;
}

/** After a worker's death: what it held is gone with it. */
export function forgetFrames(): void {
  inFlight = false;
  hurried = true;
}

/** Called in every animation frame, before the draws. */
export function pullFrame(nowMs: number, onFrame: (frame: Frame) => void): void {
  const { phase, playing, generation } = liveStore.getState();
  if (inFlight || phase === 'starting' || phase === 'lost' || phase === 'refused') return;
  const hurries = currentFrame()?.replayToS ?? NaN;
  if (!playing && phase !== 'replaying' && Number.isNaN(hurries) && !hurried && nowMs - pulledMs < idlePullMs) return;
  inFlight = true;
  hurried = false;
  pulledMs = nowMs;
  const buffer = pool.pop() ?? new ArrayBuffer(frameBytes);
  const known = { generation: series.generation, branch: series.branch, rows: series.length };
  ask((api) => api.frame(Comlink.transfer(buffer, [buffer]), known))
    .then((filled) => {
      inFlight = false;
      const frame = readFrame(filled);
      if (frame.generation !== liveStore.getState().generation || frame.generation !== generation) {
        pool.push(filled);
        return;
      }
      if (current !== undefined) pool.push(current);
      current = filled;
      series.append(frame);
      setCurrentFrame(frame);
      onFrame(frame);
    })
    .catch(ignoreLost);
}
