/** The one worker that carries the live run: opened, asked, and replaced when it died. */
import type * as Comlink from 'comlink';
import { assert } from '../../base/assert.ts';
import type { LiveApi } from '../../worker/live-api.ts';
import { openBridge, WorkerLost, type Bridge } from '../bridge.ts';
import { spawnWorker } from './spawn-worker.ts';

let bridge: Bridge<LiveApi> | undefined;

/** Opens a fresh worker in place of the one before. */
export function openLink(onLost: (what: string) => void): void {
  bridge?.close();
  bridge = openBridge<LiveApi>(() => spawnWorker('live'), onLost);
}

/** Asks the worker; rejects with `WorkerLost` when it dies first. */
export async function ask<T>(question: (api: Comlink.Remote<LiveApi>) => Promise<T>): Promise<T> {
  assert(bridge !== undefined, 'a worker was opened before it is asked');
  return bridge.call(question);
}

/** Asks where the answer is not waited for. A death is told by `onLost`; anything else is a fault of ours and is thrown. */
export function tell(question: (api: Comlink.Remote<LiveApi>) => Promise<unknown>): void {
  ask(question).catch(ignoreLost);
}

/** For the end of a chain: the person has been told of the death already. */
export function ignoreLost(error: unknown): void {
  if (!(error instanceof WorkerLost)) throw error;
}
