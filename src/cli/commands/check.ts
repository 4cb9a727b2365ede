import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { failure, success, type Result } from '../../base/result.ts';
import type { Fault } from '../../lab/scenario/fault.ts';
import { writeScenario } from '../../lab/scenario/write.ts';
import { ioText, pathOf } from '../input.ts';
import { watchInterrupt } from '../interrupt.ts';
import { exitCode, refuse, say, type Outcome } from '../terminal.ts';
import { checkBugs } from './check-bugs.ts';
import { carryOut, type Checked } from './check-drive.ts';
import { readOrder, usualRuns, usualSeeds, type CheckOptions, type CheckOrder } from './check-order.ts';
import { hasFailed, reportJson, reportText } from './check-report.ts';

const usual = `seeds ${usualSeeds.from}..${usualSeeds.to} and ${usualRuns.chorus} runs of the tiny world (${usualRuns['chorus-fast']} of that of chorus-fast)`;

export function addCheckCommand(program: Command, finish: (outcome: Outcome) => Promise<void>): void {
  program
    .command('check')
    .summary('look for a violation under swarms of faults')
    .description(
      'Runs many random meshes under swarms of faults and checks all that a protocol promises; of chorus and chorus-fast also the acceptors ' +
        `and proposers alone, in a tiny world of a few slots. Without numbers: ${usual}. What breaks a promise is told with the seed that ` +
        'shows it again, made small, and with --out written as a scenario.',
    )
    .option('--seeds <a..b>', 'seeds of the meshes, both included')
    .option('--micro <runs>', 'runs of the tiny world')
    .option('--protocol <name>', 'the protocol; "chorus" if none is named')
    .option('--bug <name>', 'plant this bug in the protocol that it belongs to')
    .option('--bugs', 'plant every bug in turn and tell which check finds it, and where first')
    .option('--minutes <m>', 'stop when the time is up; without --seeds, go on until then')
    .option('--jobs <n>', 'threads; as many as there are processors if not said. What is found does not depend on it')
    .option('--out <dir>', 'directory for the scenario that shows a violation')
    .option('--json', 'give the result as one JSON document')
    .action(async (options: CheckOptions) => finish(checkCommand(options)));
}

async function checkCommand(options: CheckOptions): Outcome {
  const order = readOrder(options);
  if (!order.ok) return refuse('check', order.error);
  const json = options.json === true;
  if (options.bugs === true) return checkBugs(order.value.jobs, json);
  const directory = options.out === undefined ? undefined : await openDirectory(options.out);
  if (directory?.ok === false) return refuse(`--out ${options.out ?? ''}`, directory.error);

  const interrupt = watchInterrupt();
  const checked = await carryOut(order.value, interrupt);
  const file = directory === undefined ? undefined : await writeCounterexample(directory.value, order.value, checked);
  const report = { order: order.value, checked, file: file?.ok === true ? file.value : undefined };
  say(json ? reportJson(report) : reportText(report));
  interrupt.release();
  if (file?.ok === false) return refuse(`--out ${options.out ?? ''}`, file.error);
  if (interrupt.asked) return exitCode.interrupted;
  return hasFailed(checked) ? exitCode.checkFailed : exitCode.done;
}

const allowed = 'a directory that can be written to';

async function openDirectory(given: string): Promise<Result<string, readonly Fault[]>> {
  try {
    await mkdir(pathOf(given), { recursive: true });
    return success(given);
  } catch (error) {
    return failure([{ path: '', found: ioText(error), allowed }]);
  }
}

/** @returns the name of the file, where there is one; the same finding writes the same file. */
async function writeCounterexample(
  directory: string,
  { target }: CheckOrder,
  { counterexample, shrunk }: Checked,
): Promise<Result<string | undefined, readonly Fault[]>> {
  if (counterexample === undefined || shrunk === undefined) return success(undefined);
  const name = join(directory, `counterexample-${target.bug ?? target.protocol}-${counterexample.seed}.json`);
  const path = pathOf(name);
  try {
    await writeFile(`${path}.partial`, writeScenario(shrunk.scenario));
    await rename(`${path}.partial`, path);
    return success(name);
  } catch (error) {
    return failure([{ path: '', found: ioText(error), allowed }]);
  }
}
