/** What the page may ask of a worker that knows the experiments: the desk, which plans and reports, and the pool, which runs jobs. */
import type { Result } from '../base/result.ts';
import type { Card, Job, Outcome, Report, Setup } from '../lab/experiments/types.ts';
import type { Fault } from '../lab/scenario/fault.ts';

export type { Card, Outcome, Report, Setup } from '../lab/experiments/types.ts';

export interface ExperimentApi {
  /** Where its program lies. As it is built that is a name by all that the program is made of: the same name, the same bits. */
  code(): string;
  /** Every experiment, in the order in which they are offered. */
  cards(): readonly Card[];
  /** The setup with its defaults filled in, or every fault of it. */
  check(setup: unknown): Result<Setup, readonly Fault[]>;
  /** What is sound of a setup that an address asks for, and every fault; no setup where it names no experiment. */
  keep(asked: Readonly<Record<string, unknown>>): { readonly setup: Setup | undefined; readonly faults: readonly Fault[] };
  /** As `check`, of a file, which may be any file. */
  read(file: Blob): Promise<Result<Setup, readonly Fault[]>>;
  plan(setup: Setup): readonly Omit<Job, 'task'>[];
  /** One job, by its number in the plan. */
  run(setup: Setup, job: number): Outcome;
  /** Of the outcomes by job; undefined where one is not done. */
  report(setup: Setup, outcomes: readonly (Outcome | undefined)[]): Report;
  /** One file of a report by its name, as `experimentFiles` names them. */
  file(report: Report, name: string): Blob;
  /** Every file of a report as one zip. */
  zip(report: Report): Blob;
}
