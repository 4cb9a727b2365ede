/** A thread of `chorus experiment`: does the jobs that it is given, one after the other. */
import { parentPort } from 'node:worker_threads';
import { runJob } from '../../lab/experiments/conduct.ts';
import type { Setup } from '../../lab/experiments/types.ts';

/** One job of a setup, by its number. */
export interface ThreadTask {
  readonly setup: Setup;
  readonly job: number;
}

parentPort?.on('message', ({ setup, job }: ThreadTask) => {
  parentPort?.postMessage(runJob(setup, job));
});
