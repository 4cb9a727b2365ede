import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { openBridge, WorkerLost, type Bridge } from './bridge.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What a worker is to a bridge. */
function fakeWorker(): Worker {
  return Object.assign(new EventTarget(), { postMessage: () => undefined, terminate: () => undefined }) as unknown as Worker;
}

const soon = async (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 100));

/** Whoever asks later waits for nothing either. */
async function expectNoAnswer(bridge: Bridge<object>): Promise<void> {
  const late = bridge.call(async () => new Promise<never>(() => undefined));
  await expect(Promise.race([late, soon()])).rejects.toBeInstanceOf(WorkerLost);
}

describe('a bridge', () => {
  test('keeps nothing of a call that was answered', async () => {
    const bridge = openBridge<object>(fakeWorker, () => undefined);
    const answers: WeakRef<object>[] = [];
    for (let call = 0; call < 10; call++) answers.push(new WeakRef(await bridge.call(async () => Promise.resolve({ call }))));
    // A weak reference that was just made is held until its turn is over.
    await new Promise((resolve) => setTimeout(resolve));
    collectGarbage();
    bridge.close();
    expect(answers.slice(0, -1).filter((answer) => answer.deref() !== undefined)).toHaveLength(0);
  });

  test('tells everybody who waits that the worker has died, and its owner once', async () => {
    const worker = fakeWorker();
    const losses: string[] = [];
    const bridge = openBridge<object>(
      () => worker,
      (what) => losses.push(what),
    );
    const calls = [1, 2].map(async () => bridge.call(async () => new Promise<never>(() => undefined)));
    worker.dispatchEvent(Object.assign(new Event('error'), { message: 'no memory' }));
    for (const call of calls) await expect(call).rejects.toBeInstanceOf(WorkerLost);
    expect(losses).toEqual(['It stopped with: no memory.']);
    await expectNoAnswer(bridge);
  });

  test('tells everybody who waits that it was closed, and its owner nothing', async () => {
    const losses: string[] = [];
    const bridge = openBridge<object>(fakeWorker, (what) => losses.push(what));
    const call = bridge.call(async () => new Promise<never>(() => undefined));
    bridge.close();
    await expect(Promise.race([call, soon()])).rejects.toBeInstanceOf(WorkerLost);
    await expectNoAnswer(bridge);
    expect(losses).toEqual([]);
  });
});
