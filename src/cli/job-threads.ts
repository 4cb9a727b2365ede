/** Independent jobs on several threads; each answer is told as soon as it is there. */
import type { Worker } from 'node:worker_threads';
import { startThread } from './threads.ts';

export interface JobThreads<Task, Answer> {
  /** A module that answers every message with one message. */
  readonly module: URL;
  readonly threads: number;
  readonly tasks: readonly Task[];
  readonly onAnswer: (task: Task, answer: Answer) => void;
  /** Looked at often: once true, the threads are stopped whatever they are at. */
  readonly isStopped: () => boolean;
}

const lookEveryMs = 50;

/** Resolves when all tasks are answered or it was stopped; rejects when a thread breaks. */
export async function runOnThreads<Task, Answer>({ module, threads, tasks, onAnswer, isStopped }: JobThreads<Task, Answer>): Promise<void> {
  const workers: Worker[] = [];
  let next = 0;
  let waiting = tasks.length;
  if (waiting === 0) return;
  try {
    await new Promise<void>((resolve, reject) => {
      const give = (worker: Worker): void => {
        const task = tasks[next++];
        if (task === undefined) return;
        worker.once('message', (answer: Answer) => {
          onAnswer(task, answer);
          waiting--;
          if (waiting === 0) resolve();
          else give(worker);
        });
        worker.postMessage(task);
      };
      while (workers.length < Math.min(threads, tasks.length)) {
        const worker = startThread(module).on('error', reject);
        workers.push(worker);
        give(worker);
      }
      const look = setInterval(() => {
        if (waiting > 0 && !isStopped()) return;
        clearInterval(look);
        resolve();
      }, lookEveryMs);
    });
  } finally {
    await Promise.all(workers.map(async (worker) => worker.terminate()));
  }
}
