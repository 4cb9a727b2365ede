/**
 * An experiment from its setup to its files. Every function here depends on its arguments alone: whoever conducts an experiment
 * (the command line on threads, the page on a pool of workers) keeps the outcomes by the number of their job, in whatever
 * order they came, and gets the same report.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { assert } from '../../base/assert.ts';
import { failure, success } from '../../base/result.ts';
import { programVersion } from '../export/version.ts';
import { terminalCommand } from '../texts/terminal.ts';
import type { Experiment } from './define.ts';
import { experimentNamed, experiments } from './registry.ts';
import type { Card, Job, Outcome, Report, Setup } from './types.ts';

/** By job; undefined where it is not done. */
export type Outcomes = readonly (Outcome | undefined)[];

export const cards: readonly Card[] = experiments.map(({ card }) => card);

export function jobsOf(setup: Setup): readonly Job[] {
  return experimentOf(setup).jobs(setup);
}

/** One job of the setup, by its number: a pure function. What breaks in it is told in the outcome. */
export function runJob(setup: Setup, job: number): Outcome {
  const experiment = experimentOf(setup);
  const { task } = atIndex(experiment.jobs(setup), job);
  try {
    return success(experiment.run(task));
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error));
  }
}

export function reportOf(setup: Setup, outcomes: Outcomes): Report {
  const experiment = experimentOf(setup);
  const jobs = experiment.jobs(setup);
  const done = jobs.map((job, index) => ({ job, index, outcome: outcomes[index] }));
  const finished = done.flatMap(({ job, outcome }) => (outcome?.ok === true ? [{ task: job.task, value: outcome.value }] : []));
  const failures = done.flatMap(({ job, index, outcome }) =>
    outcome?.ok === false ? [{ job: index, label: job.label, message: outcome.error }] : [],
  );
  return {
    setup,
    version: programVersion,
    planned: jobs.length,
    finished: finished.length,
    failures,
    digest: digestOf(outcomes),
    command: commandOf(setup),
    ...experiment.report(setup, finished),
  };
}

/** SHA-256 over the JSON of the outcomes, a line each, in the order of the jobs; an empty line where one is not done. */
function digestOf(outcomes: Outcomes): string {
  const hash = sha256.create();
  for (const outcome of outcomes) hash.update(utf8ToBytes(outcome === undefined ? '\n' : `${JSON.stringify(outcome)}\n`));
  return bytesToHex(hash.digest());
}

/** What repeats it from a terminal; only what differs from the defaults is said. */
function commandOf({ experiment, seed, replicates, settings }: Setup): string {
  const { card } = experimentOf({ experiment });
  const changes = card.parameters.flatMap(({ path, default: usual }) => {
    const value = settings[path];
    return value === undefined || value === (card.full.settings?.[path] ?? usual) ? [] : [` --set ${path}=${String(value)}`];
  });
  return `${terminalCommand} experiment ${experiment} --seed ${seed} --replicates ${replicates}${changes.join('')}`;
}

function experimentOf({ experiment }: Pick<Setup, 'experiment'>): Experiment {
  const found = experimentNamed(experiment);
  assert(found !== undefined, `a registered experiment, not ${experiment}`);
  return found;
}

function atIndex(jobs: readonly Job[], index: number): Job {
  const job = jobs[index];
  assert(job !== undefined, `a job below ${jobs.length}, not ${index}`);
  return job;
}
