/** Conducts an experiment in the test's own thread. */
import { expect } from 'vitest';
import { jobsOf, reportOf, runJob } from './conduct.ts';
import { checkSetup } from './setup.ts';
import type { Outcome, Report, Row, Settings, Setup } from './types.ts';

export function setupFor(experiment: string, replicates: number, settings: Settings = {}, seed = 1): Setup {
  const setup = checkSetup({ schema: 'chorus.experiment/1', experiment, seed, replicates, settings });
  expect(setup).toMatchObject({ ok: true });
  if (!setup.ok) throw new Error('unreachable');
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
  if (row === undefined) throw new Error(`no row ${measure} of ${subject ?? 'anybody'} in ${report.rows.map((r) => r.measure).join(', ')}`);
  return row;
}
