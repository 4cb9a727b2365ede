/** The worker that holds histories: opened when somebody looks at one, replaced when it died. */
import type * as Comlink from 'comlink';
import type { TraceApi } from '../../worker/trace-api.ts';
import { spawnWorker } from '../session/spawn-worker.ts';
import { openBridge, type Bridge } from '../bridge.ts';

let bridge: Bridge<TraceApi> | undefined;
const listeners = new Set<(what: string) => void>();

/** Tells of the worker's death; the next question opens a fresh one, which holds nothing. Returns the way to stop. */
export function onTraceLost(listener: (what: string) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export async function askTrace<T>(question: (api: Comlink.Remote<TraceApi>) => Promise<T>): Promise<T> {
  bridge ??= openBridge<TraceApi>(
    () => spawnWorker('trace'),
    (what) => {
      bridge = undefined;
      for (const listener of listeners) listener(what);
    },
  );
  return bridge.call(question);
}
