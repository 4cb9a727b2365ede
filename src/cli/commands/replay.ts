import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { failure, success, type Result } from '../../base/result.ts';
import { runDocumentName } from '../../lab/export/files.ts';
import type { RunDocument } from '../../lab/export/run-document.ts';
import { timeseriesName } from '../../lab/export/tables.ts';
import { programVersion } from '../../lab/export/version.ts';
import { firstDifference } from '../../lab/import/difference.ts';
import { maxRunDocumentBytes, parseRunDocument } from '../../lab/import/run-document.ts';
import { maxZipBytes, readZipText } from '../../lab/import/zip-entry.ts';
import { createRun } from '../../lab/run/run.ts';
import type { Fault } from '../../lab/scenario/fault.ts';
import { writeJson } from '../../lab/scenario/write.ts';
import { advanceTo } from '../advance.ts';
import { decode, ioText, pathOf, readFile, readText } from '../input.ts';
import { watchInterrupt } from '../interrupt.ts';
import { createProgress } from '../progress.ts';
import { exitCode, refuse, say, type Outcome } from '../terminal.ts';
import { whereThisRuns } from './run.ts';

export function addReplayCommand(program: Command, finish: (outcome: Outcome) => Promise<void>): void {
  program
    .command('replay')
    .summary('run a recorded run again and compare')
    .description('Runs the scenario of a recorded run again, as far as it went; ends with 0 if and only if the digest is the same.')
    .argument('<run>', 'the directory of a run, its zip, or its run.json')
    .option('--json', 'give the result as one JSON document')
    .action(async (path: string, options: { readonly json?: true }) => finish(replayCommand(path, options.json === true)));
}

async function replayCommand(path: string, json: boolean): Outcome {
  const record = await readRecord(path);
  if (!record.ok) return refuse(path, record.error);
  const { document, timeseries } = record.value;
  const { scenario, counts, digest } = document;
  const run = createRun(scenario, { maxEvents: 0 });
  const interrupt = watchInterrupt();
  const progress = createProgress(path, counts.steps * scenario.stepS);
  const complete = await advanceTo(run, counts.steps, progress, interrupt);
  progress.stop();
  interrupt.release();
  if (!complete) return exitCode.interrupted;

  const replayed = run.digest();
  const same = replayed === digest;
  const difference = same || timeseries === undefined ? undefined : firstDifference(timeseries, run);
  const where = { recorded: document.where, replayed: whereThisRuns() };
  if (json)
    say(
      writeJson({ same, steps: counts.steps, recorded: digest, replayed, versions: [document.version, programVersion], where, difference }),
    );
  else if (same) say(`${path}: the same digest after ${counts.steps} steps\ndigest      ${digest}`);
  else {
    say(`${path}: the digest differs after ${counts.steps} steps`);
    say(`recorded    ${digest}  (version ${document.version}${runtimeOf(where.recorded)})`);
    say(`replayed    ${replayed}  (version ${programVersion}${runtimeOf(where.replayed)})`);
    say(`first       ${difference ?? `${timeseriesName} shows no difference, or is not there`}`);
  }
  return same ? exitCode.done : exitCode.checkFailed;
}

function runtimeOf(where: Readonly<Record<string, string>>): string {
  return where['runtime'] === undefined ? '' : `, ${where['runtime']}`;
}

interface Recorded {
  readonly document: RunDocument;
  /** `timeseries.csv`, where it is there and of a size that can be compared. */
  readonly timeseries: string | undefined;
}

const allowed = 'the directory of a run, its zip, or its run.json';
/** A million samples are about half of this. */
const maxTimeseriesBytes = 400_000_000;

async function readRecord(path: string): Promise<Result<Recorded, readonly Fault[]>> {
  const isDirectory = await stat(pathOf(path)).then(
    (found) => success(found.isDirectory()),
    (error: unknown) => failure([{ path: '', found: ioText(error), allowed }]),
  );
  if (!isDirectory.ok) return isDirectory;
  if (isDirectory.value) {
    const text = await readText(join(path, runDocumentName), maxRunDocumentBytes, `a directory with a ${runDocumentName} in it`);
    const timeseries = await readText(join(path, timeseriesName), maxTimeseriesBytes, '');
    return recorded(text, timeseries);
  }
  const bytes = await readFile(path, maxZipBytes, allowed);
  if (!bytes.ok) return bytes;
  // A zip begins with a file's header, "PK".
  const isZip = bytes.value[0] === 0x50 && bytes.value[1] === 0x4b;
  if (!isZip) return recorded(decode(bytes.value), undefined);
  return recorded(
    readZipText(bytes.value, runDocumentName, maxRunDocumentBytes),
    readZipText(bytes.value, timeseriesName, maxTimeseriesBytes),
  );
}

type Text = Result<string, readonly Fault[]>;

function recorded(text: Text, timeseries: Text | undefined): Result<Recorded, readonly Fault[]> {
  const document = text.ok ? parseRunDocument(text.value) : text;
  if (!document.ok) return document;
  return success({ document: document.value, timeseries: timeseries?.ok === true ? timeseries.value : undefined });
}
