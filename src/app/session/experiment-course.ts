/** Runs what a page of the notebook asks for, job by job, and keeps what is done. Live goes on meanwhile. */
import type { Outcome, Setup } from '../../worker/experiment-api.ts';
import { pageOf, updatePage } from '../store/experiments.ts';
import { desk, pool, poolSize, whatBroke, type Task } from './experiment-desk.ts';
import { forgetOutcomes, keepOutcomes, keptOutcomes } from './kept-outcomes.ts';

/** Jobs of a setup that are done. */
interface Course {
  readonly setup: Setup;
  readonly weights: readonly number[];
  readonly outcomes: (Outcome | undefined)[];
  /** Whether somebody has run it, now or before the page was loaded: then what it came to is shown, and kept. */
  wasRun: boolean;
}

/** A report is made anew so often while jobs come in: often enough to watch it grow. */
const reportEveryMs = 400;
/** A page that is closed loses no more than this. */
const keepEveryMs = 2_000;
/** So much time is spent on jobs that only say how long the others will take, and so many there are. */
const probeMs = 2_500;
const mostProbes = 5;

const courses = new Map<string, Course>();
/** By experiment, while it runs. */
const running = new Map<string, AbortController>();
/** Milliseconds of one worker that a unit of weight took here, by experiment and settings. */
const paces = new Map<string, number>();
let probe: AbortController | undefined;

/**
 * Says how long the page's setup will take here. Where nothing of the kind has been measured yet, does a few jobs of it: the
 * lightest, then the heaviest that will not take long. They are kept, so nothing is done twice.
 */
export async function expectCost(name: string): Promise<void> {
  stopProbe();
  const setup = pageOf(name)?.setup;
  if (setup === undefined || pageOf(name)?.progress !== undefined) return;
  const course = await courseOf(setup);
  if (course.wasRun) await report(name);
  if (!paces.has(paceKey(setup))) await measurePace(course);
  if (pageOf(name)?.setup !== setup) return;
  updatePage(name, { expectedS: secondsFor(course, openJobs(course)) });
}

/** The page is left, or the whole is run. */
export function stopProbe(): void {
  probe?.abort();
  probe = undefined;
}

async function measurePace(course: Course): Promise<void> {
  const { setup, weights } = course;
  const weightOf = (job: number): number => weights[job] ?? 0;
  const byWeight = openJobs(course).sort((a, b) => weightOf(a) - weightOf(b));
  let next = byWeight.shift();
  if (next === undefined) return;
  const abort = new AbortController();
  probe = abort;
  const beganMs = performance.now();
  let paceMs = NaN;
  let [takenMs, weight] = [0, 0];
  for (let count = 0; count < mostProbes && next !== undefined; count++) {
    const tookMs = await timeJob(course, next, abort.signal);
    if (abort.signal.aborted) return;
    // The first starts a worker and meets code that nothing has made fast yet: it counts only where it is the only one.
    if (count > 0) [takenMs, weight] = [takenMs + tookMs, weight + weightOf(next)];
    paceMs = count > 0 ? takenMs / weight : tookMs / weightOf(next);
    const leftMs = beganMs + probeMs - performance.now();
    const place = byWeight.findLastIndex((job) => weightOf(job) * paceMs <= leftMs);
    // A second one is done however long the first took.
    next = count === 0 || place >= 0 ? byWeight.splice(Math.max(0, place), 1)[0] : undefined;
  }
  paces.set(paceKey(setup), paceMs);
}

/** How long it took. */
async function timeJob(course: Course, job: number, signal: AbortSignal): Promise<number> {
  const { setup, outcomes } = course;
  const beganMs = performance.now();
  await pool().work({
    tasks: [{ setup, job }],
    onAnswer: (_, outcome) => {
      outcomes[job] = outcome;
    },
    // It is tried again, and told of, when all are run.
    onBroken: () => undefined,
    signal,
  });
  return performance.now() - beganMs;
}

/** Runs what is not done yet of the page's setup; `anew`: all of it. */
export async function runExperiment(name: string, extent: 'open' | 'anew' = 'open'): Promise<void> {
  const page = pageOf(name);
  if (page === undefined || page.progress !== undefined) return;
  stopProbe();
  updatePage(name, { progress: { done: 0, planned: 0, leftS: NaN }, report: undefined });
  const abort = new AbortController();
  running.set(name, abort);
  try {
    if (extent === 'anew') await forget(page.setup);
    await runOpenJobs(name, await courseOf(page.setup), abort.signal);
  } finally {
    running.delete(name);
    updatePage(name, { progress: undefined });
  }
  await report(name);
}

async function runOpenJobs(name: string, course: Course, signal: AbortSignal): Promise<void> {
  const { setup, weights, outcomes } = course;
  const startedMs = performance.now();
  let weightDone = 0;
  let keptMs = startedMs;
  course.wasRun = true;
  const tell = (): void => {
    if (weightDone > 0) paces.set(paceKey(setup), ((performance.now() - startedMs) * poolSize()) / weightDone);
    const left = openJobs(course);
    const expectedS = secondsFor(course, left);
    updatePage(name, { expectedS, progress: { done: weights.length - left.length, planned: weights.length, leftS: expectedS } });
  };
  const take = ({ job }: Task, outcome: Outcome): void => {
    outcomes[job] = outcome;
    weightDone += weights[job] ?? 0;
    tell();
    reports.wanted(name);
    if (performance.now() - keptMs < keepEveryMs) return;
    keptMs = performance.now();
    keepOutcomes(setup, outcomes).catch(whatBroke);
  };
  tell();
  await pool().work({
    tasks: openJobs(course).map((job) => ({ setup, job })),
    onAnswer: take,
    onBroken: (task, message) => {
      take(task, { ok: false, error: message });
    },
    signal,
  });
  await keepOutcomes(setup, outcomes);
}

async function forget(setup: Setup): Promise<void> {
  courses.delete(keyOf(setup));
  await forgetOutcomes(setup);
}

/** Stops it; what is done is kept, and the next run goes on from there. */
export function cancelExperiment(name: string): void {
  running.get(name)?.abort();
}

/** One report at a time, and none more often than a person can follow. */
const reports = (() => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    wanted(name: string): void {
      timer ??= setTimeout(() => {
        timer = undefined;
        report(name).catch(whatBroke);
      }, reportEveryMs);
    },
  };
})();

async function report(name: string): Promise<void> {
  const page = pageOf(name);
  if (page === undefined) return;
  const { setup } = page;
  const { outcomes } = await courseOf(setup);
  if (outcomes.every((outcome) => outcome === undefined)) return;
  const made = await desk().report(setup, outcomes);
  if (pageOf(name)?.setup === setup) updatePage(name, { report: made });
}

async function courseOf(setup: Setup): Promise<Course> {
  const key = keyOf(setup);
  const known = courses.get(key);
  if (known !== undefined) return known;
  const [plan, kept] = await Promise.all([desk().plan(setup), keptOutcomes(setup)]);
  const weights = plan.map(({ weight }) => weight);
  const course: Course = { setup, weights, outcomes: weights.map((_, job) => kept[job]), wasRun: kept.length > 0 };
  // Of two that asked at the same time the first has made it.
  const first = courses.get(key) ?? course;
  courses.set(key, first);
  return first;
}

const openJobs = ({ weights, outcomes }: Course): number[] => weights.map((_, job) => job).filter((job) => outcomes[job] === undefined);

function secondsFor({ setup, weights }: Course, jobs: readonly number[]): number {
  const weight = jobs.reduce((sum, job) => sum + (weights[job] ?? 0), 0);
  return (weight * (paces.get(paceKey(setup)) ?? NaN)) / poolSize() / 1000;
}

const keyOf = (setup: Setup): string => JSON.stringify(setup);
/** How often it is done, and from which seed, changes nothing in how long one job takes. */
const paceKey = ({ experiment, settings }: Setup): string => JSON.stringify([experiment, settings]);
