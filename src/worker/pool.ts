/**
 * Independent jobs on a few workers. A job that breaks its worker is answered with why, and the others go on with a new one;
 * workers that have had nothing to do for a while are put away. Who asks decides what a worker is, so that tests need none.
 */

export interface PoolWorker<Task, Answer> {
  /** Rejects when the worker breaks; it is not asked again then. */
  readonly ask: (task: Task) => Promise<Answer>;
  readonly close: () => void;
}

export interface PoolOptions<Task, Answer> {
  readonly spawn: () => PoolWorker<Task, Answer>;
  /** How many there are at most. */
  readonly size: number;
  /** After so long without work they are put away. */
  readonly restMs: number;
}

export interface Work<Task, Answer> {
  readonly tasks: readonly Task[];
  /** In whatever order they come. */
  readonly onAnswer: (task: Task, answer: Answer) => void;
  readonly onBroken: (task: Task, message: string) => void;
  /** Once aborted, what runs is stopped at once and nothing more is told. */
  readonly signal: AbortSignal;
}

export interface Pool<Task, Answer> {
  /** Resolves when everything is answered or it was aborted. */
  work(work: Work<Task, Answer>): Promise<void>;
}

export function createPool<Task, Answer>({ spawn, size, restMs }: PoolOptions<Task, Answer>): Pool<Task, Answer> {
  const idle: PoolWorker<Task, Answer>[] = [];
  let busy = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;

  async function work({ tasks, onAnswer, onBroken, signal }: Work<Task, Answer>): Promise<void> {
    clearTimeout(rest);
    const aborted = new Promise<'aborted'>((resolve) => {
      signal.addEventListener('abort', () => {
        resolve('aborted');
      });
    });
    let next = 0;
    async function keepBusy(): Promise<void> {
      let worker: PoolWorker<Task, Answer> | undefined;
      while (next < tasks.length && !signal.aborted) {
        const task = tasks[next++] as Task;
        worker ??= idle.pop() ?? spawn();
        try {
          const answer = await Promise.race([worker.ask(task).then((value) => ({ value })), aborted]);
          if (answer === 'aborted') break;
          onAnswer(task, answer.value);
        } catch (error) {
          worker.close();
          worker = undefined;
          onBroken(task, error instanceof Error ? error.message : String(error));
        }
      }
      // A worker in the middle of a job cannot be told to stop.
      if (signal.aborted) worker?.close();
      else if (worker !== undefined) idle.push(worker);
    }
    busy++;
    try {
      await Promise.all(Array.from({ length: Math.min(size, tasks.length) }, keepBusy));
    } finally {
      busy--;
      clearTimeout(rest);
      if (busy === 0) {
        rest = setTimeout(() => {
          for (const worker of idle.splice(0)) worker.close();
        }, restMs);
      }
    }
  }

  return { work };
}
