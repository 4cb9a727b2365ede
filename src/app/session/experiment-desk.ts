/** The workers of the notebook: one as the desk, which checks, plans and reports, and a pool of them for the jobs. */
import * as Comlink from 'comlink';
import type { ExperimentApi, Outcome, Setup } from '../../worker/experiment-api.ts';
import { createPool, type Pool, type PoolWorker } from '../../worker/pool.ts';
import { experimentsStore } from '../store/experiments.ts';
import { notify } from '../store/notices.ts';
import { spawnWorker } from './spawn-worker.ts';

export interface Task {
  readonly setup: Setup;
  readonly job: number;
}

const poolRestMs = 20_000;

let opened: Comlink.Remote<ExperimentApi> | undefined;
let jobs: Pool<Task, Outcome> | undefined;

export function desk(): Comlink.Remote<ExperimentApi> {
  opened ??= openDesk();
  return opened;
}

function openDesk(): Comlink.Remote<ExperimentApi> {
  const worker = spawnWorker('experiments');
  worker.addEventListener('error', ({ message }) => {
    experimentsStore.setState({ broken: message === '' ? 'Their program could not be loaded.' : message });
  });
  return Comlink.wrap<ExperimentApi>(worker);
}

export function pool(): Pool<Task, Outcome> {
  jobs ??= createPool({ spawn: poolWorker, size: poolSize(), restMs: poolRestMs });
  return jobs;
}

/** A core is left to the page and the live run. */
export const poolSize = (): number => Math.max(1, navigator.hardwareConcurrency - 1);

function poolWorker(): PoolWorker<Task, Outcome> {
  const worker = spawnWorker('experiments');
  const api = Comlink.wrap<ExperimentApi>(worker);
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', ({ message }) => {
      reject(new Error(message === '' ? 'its worker could not be loaded' : message));
    });
  });
  broken.catch(() => undefined);
  return {
    ask: async ({ setup, job }) => Promise.race([api.run(setup, job), broken]),
    close: () => {
      worker.terminate();
    },
  };
}

export function whatBroke(error: unknown): void {
  notify('danger', 'The experiment broke', [error instanceof Error ? error.message : String(error), 'Live is not touched by it.']);
}
