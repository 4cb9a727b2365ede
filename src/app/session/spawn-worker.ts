import type { WorkerName } from '../../worker/worker-name.ts';

/** A worker that carries this part of the lab. */
export function spawnWorker(name: WorkerName): Worker {
  return new Worker(new URL('../../worker/lab.worker.ts', import.meta.url), { type: 'module', name });
}
