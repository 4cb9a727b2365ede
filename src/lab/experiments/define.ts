/** How an experiment is written: with types of its own, which the registry, the pool and the page need not know. */
import { assert } from '../../base/assert.ts';
import { whole, type NumberParameter, type Parameters, type SettingsOf } from '../scenario/parameter.ts';
import type { Fault } from '../scenario/fault.ts';
import type { Card, Findings, Job, Setup } from './types.ts';

/** A setup in the experiment's own words. */
export interface Plan<P extends Parameters> {
  readonly settings: SettingsOf<P>;
  /** Shape [replicates]. */
  readonly seeds: readonly number[];
}

export interface Finished<Task, Value> {
  readonly task: Task;
  readonly value: Value;
}

interface Definition<P extends Parameters, Task, Value> extends Omit<Card, 'parameters' | 'replicates'> {
  readonly maxReplicates: number;
  /** By their `path`. */
  readonly parameters: P;
  /** What must hold between settings that are sound by themselves. */
  readonly faults?: (settings: SettingsOf<P>) => readonly Fault[];
  readonly jobs: (plan: Plan<P>) => readonly Job<Task>[];
  /** A pure function: the same task, the same value, in every thread and engine. The value is JSON without NaN. */
  readonly run: (task: Task) => Value;
  /** Of the jobs that are done, in the order of `jobs`. */
  readonly report: (plan: Plan<P>, finished: readonly Finished<Task, Value>[]) => Findings;
}

export interface Experiment {
  readonly card: Card;
  faults(setup: Setup): readonly Fault[];
  jobs(setup: Setup): readonly Job[];
  run(task: unknown): unknown;
  report(setup: Setup, finished: readonly Finished<unknown, unknown>[]): Findings;
}

export function defineExperiment<const P extends Parameters, Task, Value>(definition: Definition<P, Task, Value>): Experiment {
  const { parameters, maxReplicates, faults, jobs, run, report, ...rest } = definition;
  for (const [key, { path }] of Object.entries(parameters)) assert(key === path, `setting ${key} of ${rest.name} has its own path`);
  // What a setup holds was checked against the parameters, and what comes back from a job is what `run` gave.
  const planOf = ({ settings, seed, replicates }: Setup): Plan<P> => ({
    settings: settings as SettingsOf<P>,
    seeds: Array.from({ length: replicates }, (_, replicate) => (seed + replicate) % seedCount),
  });
  return {
    card: { ...rest, parameters: Object.values(parameters), replicates: replicatesOf(rest, maxReplicates) },
    faults: (setup) => faults?.(planOf(setup).settings) ?? [],
    jobs: (setup) => jobs(planOf(setup)),
    run: (task) => run(task as Task),
    report: (setup, finished) => report(planOf(setup), finished as readonly Finished<Task, Value>[]),
  };
}

const seedCount = 4294967296;

function replicatesOf({ replicate, full }: Pick<Card, 'replicate' | 'full'>, max: number): NumberParameter {
  return whole({
    path: 'replicates',
    label: 'Replicates',
    min: 1,
    max,
    default: full.replicates,
    help: `How often it is done; each is one ${replicate}.`,
    live: false,
  });
}
