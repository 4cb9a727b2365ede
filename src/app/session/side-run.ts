/**
 * A run beside the live one, in a worker of its own: for the pictures of the guide and of the presets. Same program, same
 * frames; nobody waits for it, and it is gone with `close`.
 */
import * as Comlink from 'comlink';
import type { Action, Scenario } from '../../lab/scenario/schema.ts';
import { frameBytes, readFrame, type Frame } from '../../worker/frame.ts';
import type { LiveApi, ShownOscillators } from '../../worker/live-api.ts';
import { openBridge } from '../bridge.ts';
import { spawnWorker } from './spawn-worker.ts';

export interface SideRunStart {
  readonly playing: boolean;
  /** Simulated seconds per real second. */
  readonly speed: number;
  /** Runs to this time as fast as it can first. */
  readonly replayToS?: number;
}

export interface SideRun {
  /** Undefined where this browser cannot carry the run. */
  start(scenario: Scenario, how: SideRunStart): Promise<ShownOscillators | undefined>;
  /** The state of now, with the samples since the frame before; valid until the next call. */
  frame(): Promise<Frame>;
  play(playing: boolean): Promise<void>;
  act(action: Action): Promise<void>;
  close(): void;
}

/** Every call is rejected with `WorkerLost` once it was closed or has died. */
export function openSideRun(onLost: (what: string) => void): SideRun {
  const bridge = openBridge<LiveApi>(() => spawnWorker('live'), onLost);
  let buffer = new ArrayBuffer(frameBytes);
  let generation = 0;
  let rows = 0;
  return {
    close: bridge.close,
    async start(scenario, how) {
      generation++;
      rows = 0;
      const started = await bridge.call(async (api) => api.start(scenario, { generation, ...how }));
      return started.ok ? started.value : undefined;
    },
    async frame() {
      // Nobody goes back in time here: there is one branch only.
      const known = { generation, branch: 0, rows };
      buffer = await bridge.call((api) => api.frame(Comlink.transfer(buffer, [buffer]), known));
      const frame = readFrame(buffer);
      rows = frame.firstRow + frame.rows;
      return frame;
    },
    play: async (playing) => bridge.call(async (api) => api.play(playing)),
    async act(action) {
      await bridge.call(async (api) => api.intervene(action));
    },
  };
}
