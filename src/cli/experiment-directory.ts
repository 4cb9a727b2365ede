/**
 * The directory of an experiment: its setup, every outcome as soon as it is there, and at the end the tables. What was
 * finished survives whatever happens, and `--resume` takes it up again.
 */
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure, success, type Result } from '../base/result.ts';
import { reportOf, type Outcomes } from '../lab/experiments/conduct.ts';
import { counterexampleName, experimentFiles, setupName } from '../lab/experiments/files.ts';
import { parseSetup, writeSetup } from '../lab/experiments/setup.ts';
import type { Outcome, Report, Setup } from '../lab/experiments/types.ts';
import { programVersion } from '../lab/export/version.ts';
import { quote, type Fault } from '../lab/scenario/fault.ts';
import { isCode } from './input.ts';
import { prepareDirectory, writeFiles, type DirectoryKind, type Written } from './output.ts';

const outcomesName = 'outcomes.jsonl';
const head = JSON.stringify({ schema: 'chorus.outcomes/1', version: programVersion });

export interface ExperimentDirectory {
  /** What was finished before, by job. */
  readonly before: Outcomes;
  add(job: number, outcome: Outcome): Promise<void>;
  /** Writes the tables of a report beside the outcomes. */
  write(report: Report, outcomes: Outcomes): Promise<Result<Written, readonly Fault[]>>;
}

/** @param resume takes up what an interrupted run of the same setup left. */
export async function openExperiment(given: string, setup: Setup, resume: boolean): Promise<Result<ExperimentDirectory, readonly Fault[]>> {
  const kind = kindOf(setup);
  const prepared = await prepareDirectory(given, kind);
  if (!prepared.ok) return prepared;
  const directory = prepared.value;
  const before = resume ? await readOutcomes(directory, setup) : success([]);
  if (!before.ok) return before;
  const begun = await writeFiles(directory, outcomeFiles(setup, before.value), kind);
  if (!begun.ok) return begun;
  return success({
    before: before.value,
    add: async (job, outcome) => appendFile(join(directory, outcomesName), `${line(job, outcome)}\n`),
    write: async (report, outcomes) => {
      const tables = experimentFiles(report).map(({ name, text }) => ({ name, chunks: [text] }));
      return writeFiles(directory, [...tables, ...outcomeFiles(setup, outcomes)], kind);
    },
  });
}

function kindOf(setup: Setup): DirectoryKind {
  const tables = experimentFiles(reportOf(setup, [])).map(({ name }) => name);
  return {
    what: `a run of ${setup.experiment}`,
    names: [...tables, counterexampleName, outcomesName, setupName],
    document: setupName,
    schema: 'chorus.experiment/1',
  };
}

/** In the order of the jobs: whoever did them, in whatever order, the file is the same in the end. */
function outcomeFiles(setup: Setup, outcomes: Outcomes) {
  const lines = outcomes.flatMap((outcome, job) => (outcome === undefined ? [] : [`${line(job, outcome)}\n`]));
  return [
    { name: outcomesName, chunks: [`${head}\n`, ...lines] },
    { name: setupName, chunks: [writeSetup(setup)] },
  ];
}

function line(job: number, outcome: Outcome): string {
  return JSON.stringify({ job, ...outcome });
}

async function readOutcomes(directory: string, setup: Setup): Promise<Result<Outcomes, readonly Fault[]>> {
  const [setupText, outcomesText] = await Promise.all([setupName, outcomesName].map(async (name) => readIfThere(join(directory, name))));
  if (setupText === undefined || outcomesText === undefined) return success([]);
  const recorded = parseSetup(setupText);
  const allowed = 'the setup that it was begun with, or another directory';
  if (!recorded.ok) return failure(recorded.error);
  if (writeSetup(recorded.value) !== writeSetup(setup))
    return failure([{ path: setupName, found: 'another setup than this one', allowed }]);
  const [first, ...lines] = outcomesText.split('\n');
  if (first !== head)
    return failure([{ path: outcomesName, found: quote(first), allowed: `${head}: outcomes of this version of the program` }]);
  const outcomes: (Outcome | undefined)[] = [];
  for (const text of lines) {
    const read = readLine(text);
    if (read !== undefined) outcomes[read.job] = read.outcome;
  }
  return success(outcomes);
}

/** Undefined for the last line of a run that was killed while it wrote. */
function readLine(text: string): { readonly job: number; readonly outcome: Outcome } | undefined {
  try {
    const { job, ...outcome } = JSON.parse(text) as { readonly job: number } & Outcome;
    return { job, outcome };
  } catch {
    return undefined;
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}
