import type { Command } from 'commander';
import { timeseriesName } from '../../lab/export/tables.ts';
import { programVersion } from '../../lab/export/version.ts';
import { firstDifference } from '../../lab/import/difference.ts';
import { createRun } from '../../lab/run/run.ts';
import { writeJson } from '../../lab/scenario/write.ts';
import { advanceTo } from '../advance.ts';
import { watchInterrupt } from '../interrupt.ts';
import { createProgress } from '../progress.ts';
import { chainFaultsOf, chainLines, readRecord, recordArgument } from '../record.ts';
import { exitCode, refuse, say, type Outcome } from '../terminal.ts';
import { whereThisRuns } from './run.ts';

export function addReplayCommand(program: Command, finish: (outcome: Outcome) => Promise<void>): void {
  program
    .command('replay')
    .summary('run a recorded run again and compare')
    .description(
      'Runs the scenario of a recorded run again, as far as it went; ends with 0 if and only if the digest is the same and no file that the hash chain covers was changed.',
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
  const run = createRun(scenario, { maxEvents: 0 });
  const interrupt = watchInterrupt();
  const progress = createProgress(path, counts.steps * scenario.stepS);
  const complete = await advanceTo(run, counts.steps, progress, interrupt);
  progress.stop();
  interrupt.release();
  if (!complete) return exitCode.interrupted;

  const replayed = run.digest();
  const same = replayed === digest;
  const chain = chainFaultsOf(record.value);
  const difference = same || timeseries === undefined ? undefined : firstDifference(timeseries, run);
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
      }),
    );
  else if (same) say(`${path}: the same digest after ${counts.steps} steps\ndigest      ${digest}`);
  else {
    say(`${path}: the digest differs after ${counts.steps} steps`);
    say(`recorded    ${digest}  (version ${document.version}${runtimeOf(where.recorded)})`);
    say(`replayed    ${replayed}  (version ${programVersion}${runtimeOf(where.replayed)})`);
    say(`first       ${difference ?? `${timeseriesName} shows no difference, or is not there`}`);
  }
  if (!json && chain !== undefined) say(chainLines(chain, document).join('\n'));
  return same && (chain === undefined || chain.length === 0) ? exitCode.done : exitCode.checkFailed;
}

function runtimeOf(where: Readonly<Record<string, string>>): string {
  return where['runtime'] === undefined ? '' : `, ${where['runtime']}`;
}
