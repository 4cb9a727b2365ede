import { expect, it } from 'vitest';
import { runOnThreads } from './job-threads.ts';

const module = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', (task) => {
      if (task === 2) throw new Error('planted');
      parentPort.postMessage(10 * task);
    });
  `)}`,
);

it.each([1, 2])(
  'a task that breaks its thread is told of, and the others are done by another: %i threads',
  { timeout: 30_000 },
  async (threads) => {
    const answers = new Map<number, number | string>();
    await runOnThreads<number, number>({
      module,
      threads,
      tasks: [1, 2, 3, 4],
      onAnswer: (task, answer) => answers.set(task, answer),
      onBroken: (task, message) => answers.set(task, message),
      isStopped: () => false,
    });
    expect([...answers].sort(([a], [b]) => a - b)).toEqual([
      [1, 10],
      [2, 'planted'],
      [3, 30],
      [4, 40],
    ]);
  },
);
