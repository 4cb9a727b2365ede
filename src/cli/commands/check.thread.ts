/** A thread of `chorus check`: does the pieces that it is given, one after the other. */
import { parentPort } from 'node:worker_threads';
import { perform, type Task } from '../../lab/check/work.ts';

parentPort?.on('message', (task: Task) => {
  parentPort?.postMessage(perform(task));
});
