/**
 * How the JavaScript heaps of page and worker grow while a run goes on: what is left after a full collection, again and again,
 * and a straight line through it. Typed arrays lie outside of that heap and are told apart: a run's record is kept in them.
 */
import type { CDPSession } from '@playwright/test';
import { studentQuantile } from '../../src/lab/statistics/intervals.ts';
import { lineToWorker, type Send } from './worker-line.ts';

export interface Growth {
  readonly startKb: number;
  /** Slope and its 95% interval, kB a minute (1 kB = 1000 bytes). */
  readonly slopeKbPerMin: number;
  readonly lowKbPerMin: number;
  readonly highKbPerMin: number;
}

export interface HeapGrowth {
  readonly of: 'page' | 'worker';
  readonly heap: Growth;
  /** Over the second half of the time: code that is still being compiled in the first grows the heap too, and comes to an end. */
  readonly heapLater: Growth;
  readonly typedArrays: Growth;
}

interface Look {
  readonly minute: number;
  readonly heapKb: number;
  readonly arraysKb: number;
}

/** The run has begun, and code that runs often has been compiled, before anything counts. */
const settleMs = 30_000;
const everyMs = 5_000;

export async function watchHeaps(session: CDPSession, durationMs: number): Promise<readonly HeapGrowth[]> {
  const targets: readonly (readonly [HeapGrowth['of'], Send])[] = [
    ['page', async (method) => session.send(method as 'HeapProfiler.enable')],
    ['worker', await lineToWorker(session, 'live')],
  ];
  for (const [, send] of targets) await send('HeapProfiler.enable');
  await sleep(settleMs);
  const looks = targets.map((): Look[] => []);
  const beganMs = performance.now();
  while (performance.now() - beganMs < durationMs) {
    for (const [i, [, send]] of targets.entries()) {
      await send('HeapProfiler.collectGarbage');
      const minute = (performance.now() - beganMs) / 60_000;
      const { usedSize, backingStorageSize } = (await send('Runtime.getHeapUsage')) as { usedSize: number; backingStorageSize: number };
      looks[i]?.push({ minute, heapKb: usedSize / 1000, arraysKb: backingStorageSize / 1000 });
    }
    await sleep(everyMs);
  }
  return targets.map(([of], i) => {
    const all = looks[i] ?? [];
    return {
      of,
      heap: growth(all, ({ heapKb }) => heapKb),
      heapLater: growth(all.slice(all.length >> 1), ({ heapKb }) => heapKb),
      typedArrays: growth(all, ({ arraysKb }) => arraysKb),
    };
  });
}

/** Least squares, with Student's interval. */
function growth(looks: readonly Look[], of: (look: Look) => number): Growth {
  const n = looks.length;
  const first = looks[0];
  if (n < 3 || first === undefined) throw new Error(`${n} looks at a heap are too few for a line`);
  const mean = (value: (look: Look) => number): number => looks.reduce((sum, look) => sum + value(look), 0) / n;
  const [meanX, meanY] = [mean(({ minute }) => minute), mean(of)];
  const sumXx = looks.reduce((sum, { minute }) => sum + (minute - meanX) ** 2, 0);
  const slope = looks.reduce((sum, look) => sum + (look.minute - meanX) * (of(look) - meanY), 0) / sumXx;
  const rest = looks.reduce((sum, look) => sum + (of(look) - meanY - slope * (look.minute - meanX)) ** 2, 0);
  const half = studentQuantile(n - 2) * Math.sqrt(rest / (n - 2) / sumXx);
  return { startKb: of(first), slopeKbPerMin: slope, lowKbPerMin: slope - half, highKbPerMin: slope + half };
}

const sleep = async (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
