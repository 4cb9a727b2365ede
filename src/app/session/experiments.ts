/** Runs the experiments: a worker as the desk, which plans and reports, and a pool of them for the jobs. Live goes on meanwhile. */
import * as Comlink from 'comlink';
import type { ExperimentApi, Outcome, Setup } from '../../worker/experiment-api.ts';
import { createPool, type Pool } from '../../worker/pool.ts';
import { experimentsStore, updatePage, type Page } from '../store/experiments.ts';
import { notify } from '../store/notices.ts';
import { download } from './download.ts';
import { spawnWorker } from './spawn-worker.ts';

interface Task {
  readonly setup: Setup;
  readonly job: number;
}

/** Jobs of a setup that are done. They are kept while the setup stays as it is. */
interface Course {
  readonly setup: Setup;
  readonly weights: readonly number[];
  readonly outcomes: (Outcome | undefined)[];
  abort: AbortController | undefined;
}

/** A report is made anew so often while jobs come in: often enough to watch it grow. */
const reportEveryMs = 400;
const poolRestMs = 20_000;

let desk: Comlink.Remote<ExperimentApi> | undefined;
let pool: Pool<Task, Outcome> | undefined;
const courses = new Map<string, Course>();
/** Real milliseconds that a unit of weight took here, by experiment. */
const paces = new Map<string, number>();

/** Brings the cards; the first experiment is chosen where none is. */
export async function openExperiments(): Promise<void> {
  if (desk !== undefined) return;
  const worker = spawnWorker('experiments');
  desk = Comlink.wrap<ExperimentApi>(worker);
  worker.addEventListener('error', ({ message }) => {
    experimentsStore.setState({ broken: message === '' ? 'Their program could not be loaded.' : message });
  });
  const cards = await desk.cards();
  const pages: Record<string, Page> = {};
  for (const { name } of cards) {
    const setup = await desk.check({ schema: 'chorus.experiment/1', experiment: name });
    if (setup.ok) pages[name] = { setup: setup.value, faults: [], expectedS: NaN, progress: undefined, report: undefined };
  }
  const { chosen } = experimentsStore.getState();
  experimentsStore.setState({ cards, pages, chosen: chosen in pages ? chosen : (cards[0]?.name ?? '') });
}

/** Takes a change of the setup, or says what is wrong with it and keeps the old one. */
export async function changeSetup(name: string, change: Partial<Pick<Setup, 'seed' | 'replicates' | 'settings'>>): Promise<void> {
  const page = pageOf(name);
  if (desk === undefined || page === undefined || page.progress !== undefined) return;
  const checked = await desk.check({ ...page.setup, ...change, settings: { ...page.setup.settings, ...change.settings } });
  updatePage(name, checked.ok ? { setup: checked.value, faults: [] } : { faults: checked.error });
  if (checked.ok) await measure(name);
}

/** Says how long the setup will take, as far as jobs of this experiment have been measured here. */
async function measure(name: string): Promise<void> {
  const page = pageOf(name);
  const pace = paces.get(name);
  if (page === undefined || pace === undefined) return;
  const { weights } = await courseOf(page.setup);
  updatePage(name, { expectedS: secondsOf(sum(weights), pace) });
}

/** Runs what is not done yet of the page's setup. */
export async function runExperiment(name: string): Promise<void> {
  const page = pageOf(name);
  if (desk === undefined || page === undefined || page.progress !== undefined) return;
  const { setup } = page;
  updatePage(name, { progress: { done: 0, planned: 0, leftS: NaN }, report: undefined });
  const course = await courseOf(setup);
  const { weights, outcomes } = course;
  const abort = new AbortController();
  course.abort = abort;
  const open = weights.map((_, job) => job).filter((job) => outcomes[job] === undefined);
  const startedMs = performance.now();
  let weightDone = 0;
  const tell = (): void => {
    const elapsedMs = performance.now() - startedMs;
    if (weightDone > 0) paces.set(name, (elapsedMs * poolSize()) / weightDone);
    const left = sum(weights.filter((_, job) => outcomes[job] === undefined));
    const done = outcomes.filter((outcome) => outcome !== undefined).length;
    updatePage(name, { progress: { done, planned: weights.length, leftS: secondsOf(left, paces.get(name) ?? NaN) } });
  };
  const take = ({ job }: Task, outcome: Outcome): void => {
    outcomes[job] = outcome;
    weightDone += weights[job] ?? 0;
    tell();
    reports.wanted(name);
  };
  tell();
  pool ??= createPool({ spawn: poolWorker, size: poolSize(), restMs: poolRestMs });
  await pool.work({
    tasks: open.map((job) => ({ setup, job })),
    onAnswer: take,
    onBroken: (task, message) => {
      take(task, { ok: false, error: message });
    },
    signal: abort.signal,
  });
  course.abort = undefined;
  updatePage(name, { progress: undefined, expectedS: secondsOf(sum(weights), paces.get(name) ?? NaN) });
  await report(name);
}

/** Stops it; what is done is kept, and the next run goes on from there. */
export function cancelExperiment(name: string): void {
  const page = pageOf(name);
  if (page !== undefined) courses.get(keyOf(page.setup))?.abort?.abort();
}

/** Everything that the page shows, and the raw replicates, as one zip. */
export async function saveReport(name: string): Promise<void> {
  const found = pageOf(name)?.report;
  if (desk === undefined || found === undefined) return;
  download(await desk.zip(found), `chorus-${name}-${String(found.setup.seed)}.zip`);
}

/** The setup as the document that `chorus experiment` takes too. */
export function saveSetup(name: string): void {
  const page = pageOf(name);
  if (page === undefined) return;
  const text = `${JSON.stringify(page.setup, null, 2)}\n`;
  download(new Blob([text], { type: 'application/json' }), `chorus-${name}.json`);
}

export function whatBroke(error: unknown): void {
  notify('danger', 'The experiment broke', [error instanceof Error ? error.message : String(error), 'Live is not touched by it.']);
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
  if (desk === undefined || page === undefined) return;
  const { outcomes } = await courseOf(page.setup);
  if (outcomes.some((outcome) => outcome !== undefined)) updatePage(name, { report: await desk.report(page.setup, outcomes) });
}

async function courseOf(setup: Setup): Promise<Course> {
  const key = keyOf(setup);
  const known = courses.get(key);
  if (known !== undefined || desk === undefined) return known ?? { setup, weights: [], outcomes: [], abort: undefined };
  const plan = await desk.plan(setup);
  const course = { setup, weights: plan.map(({ weight }) => weight), outcomes: plan.map(() => undefined), abort: undefined };
  courses.set(key, course);
  return course;
}

function poolWorker(): { ask: (task: Task) => Promise<Outcome>; close: () => void } {
  const worker = spawnWorker('experiments');
  const api = Comlink.wrap<ExperimentApi>(worker);
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', ({ message }) => {
      reject(new Error(message === '' ? 'its worker could not be loaded' : message));
    });
  });
  broken.catch(() => undefined);
  return {
    ask: async ({ setup, job }) => Promise.race([api.run(setup, job), broken]),
    close: () => {
      worker.terminate();
    },
  };
}

const pageOf = (name: string): Page | undefined => experimentsStore.getState().pages[name];
const keyOf = (setup: Setup): string => JSON.stringify(setup);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const secondsOf = (weight: number, msPerWeight: number): number => (weight * msPerWeight) / poolSize() / 1000;

/** A core is left to the page and the live run. */
const poolSize = (): number => Math.max(1, navigator.hardwareConcurrency - 1);
