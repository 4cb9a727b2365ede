/** Independent jobs on several threads; each answer is told as soon as it is there. */
import type { Worker } from 'node:worker_threads';
import { startThread } from './threads.ts';

export interface JobThreads<Task, Answer> {
  /** A module that answers every message with one message. */
  readonly module: URL;
  readonly threads: number;
  readonly tasks: readonly Task[];
  readonly onAnswer: (task: Task, answer: Answer) => void;
  /** Its thread died of it: another takes the thread's place. */
  readonly onBroken: (task: Task, message: string) => void;
  /** Looked at often: once true, the threads are stopped whatever they are at. */
  readonly isStopped: () => boolean;
}

const lookEveryMs = 50;

/** Resolves when all tasks are answered, or it was stopped. */
export async function runOnThreads<Task, Answer>(options: JobThreads<Task, Answer>): Promise<void> {
  const { module, threads, tasks, onAnswer, onBroken, isStopped } = options;
  const workers: Worker[] = [];
  let given = 0;
  let waiting = tasks.length;

  function employ(): void {
    const worker = startThread(module);
    let task: Task | undefined;
    const giveNext = (): void => {
      task = tasks[given++];
      if (task !== undefined) worker.postMessage(task);
    };
    worker.on('message', (answer: Answer) => {
      if (task === undefined) return;
      waiting--;
      onAnswer(task, answer);
      giveNext();
    });
    worker.on('error', ({ message }) => {
      if (task === undefined) return;
      waiting--;
      onBroken(task, message);
      if (given < tasks.length) employ();
    });
    workers.push(worker);
    giveNext();
  }

  try {
    while (workers.length < Math.min(threads, tasks.length)) employ();
    while (waiting > 0 && !isStopped()) await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  } finally {
    await Promise.all(workers.map(async (worker) => worker.terminate()));
  }
}
