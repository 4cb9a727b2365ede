/** Work for several threads whose answers come back in order, so that nothing depends on how many threads there are. */
import { Worker } from 'node:worker_threads';
import { assert } from '../base/assert.ts';

interface Course {
  /** Tasks handed out so far. */
  given: number;
  isExhausted: boolean;
  failure: Error | undefined;
  wake: () => void;
}

/**
 * Hands the tasks out one at a time, each to the next thread that is free; yields the answers in the order of the tasks.
 * Whoever stops listening stops the threads, whatever they are at.
 *
 * @param module of a thread: it answers every message with one message.
 */
export async function* answersInOrder<Task, Answer>(module: URL, threads: number, tasks: Iterable<Task>): AsyncGenerator<Answer, void> {
  const source = tasks[Symbol.iterator]();
  const answers = new Map<number, Answer>();
  const workers: Worker[] = [];
  const course: Course = { given: 0, isExhausted: false, failure: undefined, wake: () => undefined };

  function give(worker: Worker): void {
    const next = source.next();
    course.isExhausted = next.done === true;
    if (next.done === true) return;
    const place = course.given++;
    worker.once('message', (answer: Answer) => {
      answers.set(place, answer);
      give(worker);
      course.wake();
    });
    worker.postMessage(next.value);
  }

  try {
    while (workers.length < threads && !course.isExhausted) {
      const worker = startThread(module);
      worker.on('error', (error) => {
        course.failure ??= error;
        course.wake();
      });
      workers.push(worker);
      give(worker);
    }
    for (let taken = 0; !course.isExhausted || taken < course.given; taken++) {
      while (!answers.has(taken)) {
        if (course.failure !== undefined) throw course.failure;
        await new Promise<void>((resolve) => (course.wake = resolve));
      }
      const answer = answers.get(taken);
      assert(answer !== undefined, 'an answer');
      answers.delete(taken);
      yield answer;
    }
  } finally {
    await Promise.all(workers.map(async (worker) => worker.terminate()));
  }
}

/** A thread does not inherit the loader that this program was started with (Node 20), so it brings its own. */
export function startThread(module: URL): Worker {
  const loader = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const code = `import { register } from ${loader}; register(); await import(${JSON.stringify(module.href)});`;
  return new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`));
}
