/**
 * The program of every worker. Its name says which part of the lab it carries, and only that part is loaded; what the parts
 * have in common a visitor downloads once. What is asked before the part is there waits for it.
 */
import type { WorkerName } from './worker-name.ts';

const parts: Readonly<Record<WorkerName, () => Promise<unknown>>> = {
  live: async () => import('./live.worker.ts'),
  experiments: async () => import('./experiment.worker.ts'),
  trace: async () => import('./trace.worker.ts'),
  logs: async () => import('./logs.worker.ts'),
  rope: async () => import('./rope.worker.ts'),
  dynamics: async () => import('./dynamics.worker.ts'),
  graphics: async () => import('./graphics.worker.ts'),
};

const early: MessageEvent<unknown>[] = [];
const keep = (event: MessageEvent<unknown>): void => void early.push(event);
addEventListener('message', keep);
parts[self.name as WorkerName]().then(
  () => {
    removeEventListener('message', keep);
    for (const { data, ports } of early) dispatchEvent(new MessageEvent('message', { data, ports: [...ports] }));
  },
  (error: unknown) => {
    // Thrown outside of the promise, it reaches the page as the worker's error.
    setTimeout(() => {
      throw error;
    });
  },
);
