import type { Command } from 'commander';
import { events, timeseries as samples, unchainedTables } from '../../lab/export/tables.ts';
import { programVersion } from '../../lab/export/version.ts';
import { firstDifference } from '../../lab/import/difference.ts';
import { createRun } from '../../lab/run/run.ts';
import type { Run } from '../../lab/run/types.ts';
import { writeJson } from '../../lab/scenario/write.ts';
import { advanceTo } from '../advance.ts';
import { watchInterrupt } from '../interrupt.ts';
import { createProgress } from '../progress.ts';
import { chainFaultsOf, chainLines, readRecord, recordArgument, type Recorded } from '../record.ts';
import { exitCode, refuse, say, type Outcome } from '../terminal.ts';
import { whereThisRuns } from './run.ts';

export function addReplayCommand(program: Command, finish: (outcome: Outcome) => Promise<void>): void {
  program
    .command('replay')
    .summary('run a recorded run again and compare')
    .description(
      'Runs the scenario of a recorded run again, as far as it went; ends with 0 if and only if the digest is the same, no file that the hash chain covers was changed, and the other tables are those that the run makes, where they were written by this version.',
    )
    .argument('<run>', recordArgument)
    .option('--json', 'give the result as one JSON document')
    .action(async (path: string, options: { readonly json?: true }) => finish(replayCommand(path, options.json === true)));
}

async function replayCommand(path: string, json: boolean): Outcome {
  const record = await readRecord(path);
  if (!record.ok) return refuse(path, record.error);
  const { document, timeseries } = record.value;
  const { scenario, counts, digest } = document;
  const hasEvents = (await record.value.table(events.name)).ok;
  const run = createRun(scenario, { maxEvents: hasEvents ? Infinity : 0 });
  const interrupt = watchInterrupt();
  const progress = createProgress(path, counts.steps * scenario.stepS);
  const complete = await advanceTo(run, counts.steps, progress, interrupt);
  progress.stop();
  interrupt.release();
  if (!complete) return exitCode.interrupted;

  const replayed = run.digest();
  const same = replayed === digest;
  const chain = chainFaultsOf(record.value);
  const difference = same || timeseries === undefined ? undefined : firstDifference(timeseries, samples, run);
  const unlike = whyTablesMayDiffer(record.value);
  const tables = same && unlike === undefined ? await compareTables(record.value, run) : undefined;
  const where = { recorded: document.where, replayed: whereThisRuns() };
  if (json)
    say(
      writeJson({
        same,
        steps: counts.steps,
        recorded: digest,
        replayed,
        versions: [document.version, programVersion],
        where,
        difference,
        chain,
        tables,
      }),
    );
  else if (same) say(`${path}: the same digest after ${counts.steps} steps\ndigest      ${digest}`);
  else {
    say(`${path}: the digest differs after ${counts.steps} steps`);
    say(`recorded    ${digest}  (version ${document.version}${runtimeOf(where.recorded)})`);
    say(`replayed    ${replayed}  (version ${programVersion}${runtimeOf(where.replayed)})`);
    say(`first       ${difference ?? `${samples.name} shows no difference, or is not there`}`);
  }
  if (!json && chain !== undefined) say(chainLines(chain, document).join('\n'));
  if (!json && tables !== undefined) say(tableLines(tables).join('\n'));
  if (!json && same && unlike !== undefined) say(`tables      not compared: ${unlike}`);
  return same && !chain?.length && !tables?.changed.length ? exitCode.done : exitCode.checkFailed;
}

function whyTablesMayDiffer({ document, timeseries }: Recorded): string | undefined {
  // A later version may tell more in them.
  if (document.version !== programVersion) return `version ${document.version} may have told other things in them`;
  return timeseries === undefined ? `${samples.name} is not there, or too large` : undefined;
}

interface Tables {
  /** As the run makes them. */
  readonly same: readonly string[];
  /** What is another in each of the others. */
  readonly changed: readonly string[];
  /** Why one could not be held against the run. */
  readonly notCompared: readonly string[];
}

/** The tables that the chain does not cover, with those that the run makes. A run may have had too many events for them to be kept. */
async function compareTables(record: Recorded, run: Run): Promise<Tables> {
  const same: string[] = [];
  const changed: string[] = [];
  const notCompared: string[] = [];
  for (const table of unchainedTables) {
    const text = await record.table(table.name);
    if (!text.ok)
      (table === events ? notCompared : changed).push(`${table.name}: not compared: ${text.error.map(({ found }) => found).join()}`);
    else {
      const difference = firstDifference(text.value, table, run);
      if (difference === undefined) same.push(table.name);
      else changed.push(difference);
    }
  }
  return { same, changed, notCompared };
}

function tableLines({ same, changed, notCompared }: Tables): readonly string[] {
  const sound = same.length === 0 ? [] : [`${same.join(', ')}: as the run makes them`];
  return [...changed, ...notCompared, ...sound].map((line) => `tables      ${line}`);
}

function runtimeOf(where: Readonly<Record<string, string>>): string {
  return where['runtime'] === undefined ? '' : `, ${where['runtime']}`;
}
