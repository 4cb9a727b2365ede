import { beforeEach, expect, test, vi } from 'vitest';
import type { Card, Report, Setup } from '../../worker/experiment-api.ts';
import { createPool } from '../../worker/pool.ts';
import { pageOf } from '../store/experiments.ts';
import { cancelExperiment, runExperiment } from './experiment-course.ts';
import type { Task } from './experiment-desk.ts';
import { changeSetup, openExperiments } from './experiments.ts';

const name = 'an experiment';

/** Stands for the workers: says how often a job was done, and breaks the plan when it is told to. */
const workers = vi.hoisted(() => ({ jobs: 0, planBreaks: false }));

vi.mock('./experiment-desk.ts', () => {
  const desk = {
    cards: async () => Promise.resolve([{ name } as Card]),
    check: async (setup: object) => Promise.resolve({ ok: true, value: { seed: 42, replicates: 0, settings: {}, ...setup } }),
    plan: async ({ replicates: jobs }: Setup) =>
      workers.planBreaks ? Promise.reject(new Error('broken')) : Promise.resolve(Array.from({ length: jobs }, () => ({ weight: 1 }))),
    report: async (setup: Setup, outcomes: readonly unknown[]) =>
      Promise.resolve({ setup, finished: outcomes.filter(Boolean).length } as unknown as Report),
  };
  const pool = createPool<Task, unknown>({
    spawn: () => ({
      ask: async () => {
        workers.jobs++;
        return Promise.resolve({ ok: true, value: null });
      },
      close: () => undefined,
    }),
    size: 2,
    restMs: 0,
  });
  return { desk: () => desk, pool: () => pool, poolSize: () => 2, whatBroke: () => undefined };
});

/** A setup that nothing was done for yet. */
let replicates = 0;

beforeEach(async () => {
  await openExperiments();
  await changeSetup(name, { replicates: ++replicates });
  workers.jobs = 0;
});

test('What came of a setup is no answer to another one, and is there again when that is asked for again', async () => {
  await runExperiment(name);
  expect(pageOf(name)?.report).toMatchObject({ setup: { replicates }, finished: workers.jobs });
  await changeSetup(name, { seed: 7 });
  expect(pageOf(name)).toMatchObject({ report: undefined, setup: { replicates, seed: 7 } });
  await changeSetup(name, { seed: 42 });
  workers.jobs = 0;
  await runExperiment(name);
  expect(workers.jobs).toBe(0);
  expect(pageOf(name)?.report).toMatchObject({ setup: { replicates, seed: 42 } });
});

test('An experiment is stopped even before its plan has come', async () => {
  const run = runExperiment(name);
  cancelExperiment(name);
  await run;
  expect(workers.jobs).toBe(0);
  expect(pageOf(name)?.progress).toBeUndefined();
});

test('An experiment whose plan breaks is not said to run for ever', async () => {
  workers.planBreaks = true;
  await expect(runExperiment(name)).rejects.toThrow('broken');
  workers.planBreaks = false;
  expect(pageOf(name)?.progress).toBeUndefined();
  await runExperiment(name);
  expect(pageOf(name)?.report).toBeDefined();
});
