import { describe, expect, test } from 'vitest';
import { createPool, type PoolWorker } from './pool.ts';

/** Doubles numbers after a moment; breaks at 13; never answers at 99. */
function doublers(): { readonly spawn: () => PoolWorker<number, number>; readonly alive: () => number; readonly most: () => number } {
  let alive = 0;
  let most = 0;
  const spawn = (): PoolWorker<number, number> => {
    most = Math.max(most, ++alive);
    return {
      ask: async (n) => {
        if (n === 99) return new Promise(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, n % 3));
        if (n === 13) throw new Error('thirteen');
        return 2 * n;
      },
      close: () => {
        alive--;
      },
    };
  };
  return { spawn, alive: () => alive, most: () => most };
}

const numbers = Array.from({ length: 30 }, (_, n) => n);

describe('a pool of workers', () => {
  test('answers every job once, on no more workers than it may have, and tells which one broke', async () => {
    const { spawn, alive, most } = doublers();
    const answers = new Map<number, number>();
    const broken: string[] = [];
    await createPool({ spawn, size: 4, restMs: 1e6 }).work({
      tasks: numbers,
      onAnswer: (task, answer) => {
        expect(answers.has(task)).toBe(false);
        answers.set(task, answer);
      },
      onBroken: (task, message) => broken.push(`${String(task)} ${message}`),
      signal: new AbortController().signal,
    });
    expect(broken).toEqual(['13 thirteen']);
    expect([...answers.keys()].sort((a, b) => a - b)).toEqual(numbers.filter((n) => n !== 13));
    for (const [task, answer] of answers) expect(answer).toBe(2 * task);
    expect(most()).toBe(4);
    expect(alive()).toBeLessThanOrEqual(4);
  });

  test('stops at once when it is aborted, even in the middle of a job, and starts again', async () => {
    const { spawn, alive } = doublers();
    const pool = createPool({ spawn, size: 2, restMs: 1e6 });
    const abort = new AbortController();
    const answered: number[] = [];
    const onAnswer = (task: number): void => void answered.push(task);
    const onBroken = (): void => void answered.push(NaN);
    setTimeout(() => {
      abort.abort();
    }, 30);
    await pool.work({ tasks: [1, 99, 99, 2], onAnswer, onBroken, signal: abort.signal });
    expect(answered).toEqual([1]);
    expect(alive()).toBe(0);
    await pool.work({ tasks: [4, 5], onAnswer, onBroken, signal: new AbortController().signal });
    expect(answered.toSorted((a, b) => a - b)).toEqual([1, 4, 5]);
  });

  test('puts workers away that have nothing to do', async () => {
    const { spawn, alive } = doublers();
    const ignore = (): void => undefined;
    await createPool({ spawn, size: 2, restMs: 5 }).work({
      tasks: [1, 2, 3],
      onAnswer: ignore,
      onBroken: ignore,
      signal: new AbortController().signal,
    });
    expect(alive()).toBe(2);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(alive()).toBe(0);
  });
});
