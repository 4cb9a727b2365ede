/** Conducts an experiment in the test's own thread. */
import { assert } from '../../base/assert.ts';
import { jobsOf, reportOf, runJob } from './conduct.ts';
import { checkSetup } from './setup.ts';
import type { Outcome, Report, Row, Settings, Setup } from './types.ts';

export function setupFor(experiment: string, replicates: number, settings: Settings = {}, seed = 1): Setup {
  const setup = checkSetup({ schema: 'chorus.experiment/1', experiment, seed, replicates, settings });
  assert(setup.ok, `a sound setup of ${experiment}`);
  return setup.value;
}

export function outcomesOf(setup: Setup): readonly Outcome[] {
  return jobsOf(setup).map((_, job) => runJob(setup, job));
}

export function conduct(setup: Setup): Report {
  return reportOf(setup, outcomesOf(setup));
}

export function rowNamed(report: Report, measure: string, subject?: string): Row {
  const row = report.rows.find((candidate) => candidate.measure === measure && (subject === undefined || candidate.subject === subject));
  assert(row !== undefined, `a row ${measure} of ${subject ?? 'anybody'}, among ${report.rows.map((r) => r.measure).join(', ')}`);
  return row;
}

/** Only those jobs whose label the test wants. */
export function conductSome(setup: Setup, wanted: (label: string) => boolean): Report {
  return reportOf(
    setup,
    jobsOf(setup).map(({ label }, job) => (wanted(label) ? runJob(setup, job) : undefined)),
  );
}
