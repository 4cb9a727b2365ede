import { availableParallelism } from 'node:os';
import { Option, type Command } from 'commander';
import { failure, success, type Result } from '../../base/result.ts';
import { cards, jobsOf, reportOf } from '../../lab/experiments/conduct.ts';
import type { Outcome as JobOutcome, Setup } from '../../lab/experiments/types.ts';
import { quote, type Fault } from '../../lab/scenario/fault.ts';
import { writeJson } from '../../lab/scenario/write.ts';
import { terminalCommand } from '../../lab/texts/terminal.ts';
import { openExperiment, type ExperimentDirectory } from '../experiment-directory.ts';
import { reportMarkdown, reportText, settingsText, type Took } from '../experiment-text.ts';
import { readSetup, type SetupOptions } from '../experiment-source.ts';
import { watchInterrupt } from '../interrupt.ts';
import { runOnThreads } from '../job-threads.ts';
import { createProgress } from '../progress.ts';
import { exitCode, refuse, say, textTable, type Outcome } from '../terminal.ts';
import type { ThreadTask } from './experiment.thread.ts';

interface Options extends SetupOptions {
  readonly out?: string;
  readonly jobs?: string;
  readonly resume?: true;
  readonly json?: true;
  readonly markdown?: true;
  readonly settings?: true;
}

export function addExperimentCommand(program: Command, finish: (outcome: Outcome) => Promise<void>): void {
  program
    .command('experiment')
    .summary('put a claim to the test')
    .description('Runs an experiment: a question, a claim, replicates, a table with intervals, and a verdict computed from the numbers.')
    .argument('<experiment>', 'the name of an experiment, or a file chorus.experiment/1')
    .option('--out <dir>', 'directory for its files: new, empty, or holding an earlier run of the same experiment')
    .option('--set <setting=value>', 'change a setting of the experiment; may be given again', collect)
    .addOption(new Option('--settings', 'tell what may be set, and run nothing').conflicts(['json', 'markdown']))
    .option('--seed <n>', 'the seed of the first replicate; the others follow')
    .option('--replicates <n>', 'how many replicates')
    .option('--quick', 'fewer replicates and coarser settings, for a first look')
    .option('--jobs <n>', `threads; the results do not depend on it (default: ${availableParallelism()}, one a processor)`)
    .option('--resume', 'go on with what an interrupted run left in --out')
    .option('--json', 'give the report as one JSON document')
    .addOption(new Option('--markdown', 'give the report as Markdown').conflicts('json'))
    .addHelpText('after', `\n${terminalCommand} experiment NAME --settings tells what an experiment lets you set.`)
    .addHelpText('after', `\nExperiments:\n${textTable(cards.map(({ name, question }) => [`  ${name}`, question]))}`)
    .action(async (source: string, options: Options) => finish(experimentCommand(source, options)));
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

async function experimentCommand(source: string, options: Options): Outcome {
  const threads = readJobs(options.jobs);
  if (!threads.ok) return refuse('--jobs', [threads.error]);
  const setup = await readSetup(source, options);
  if (!setup.ok) return refuse(source, setup.error);
  if (options.settings === true) {
    say(settingsText(setup.value));
    return exitCode.done;
  }
  if (options.resume === true && options.out === undefined) {
    return refuse('--resume', [{ path: '', found: 'no --out', allowed: 'the directory of the run to go on with: --out DIR' }]);
  }
  const directory = options.out === undefined ? undefined : await openExperiment(options.out, setup.value, options.resume === true);
  if (directory?.ok === false) return refuse(`--out ${options.out ?? ''}`, directory.error);

  const { outcomes, interrupted, ...took } = await conduct(setup.value, threads.value, directory?.value);
  const report = reportOf(setup.value, outcomes);
  const written = await directory?.value.write(report, outcomes);
  if (options.json === true) say(writeJson({ ...report, ...took, interrupted }));
  else say(options.markdown === true ? reportMarkdown(report) : reportText(report, took, options.out));
  if (written?.ok === false) return refuse(`--out ${options.out ?? ''}`, written.error);
  if (interrupted) return exitCode.interrupted;
  return report.failures.length > 0 ? exitCode.checkFailed : exitCode.done;
}

/** All jobs that are not done yet, on threads, the most expensive first so that none is left over at the end. */
async function conduct(setup: Setup, threads: number, directory: ExperimentDirectory | undefined) {
  const jobs = jobsOf(setup);
  const outcomes: (JobOutcome | undefined)[] = jobs.map((_, job) => directory?.before[job]);
  const weightOf = (job: number): number => jobs[job]?.weight ?? 0;
  const left = jobs.flatMap((_, job) => (outcomes[job] === undefined ? [job] : [])).sort((a, b) => weightOf(b) - weightOf(a) || a - b);
  const total = left.reduce((sum, job) => sum + weightOf(job), 0);
  const interrupt = watchInterrupt();
  const began = performance.now();
  const before = process.cpuUsage();
  const progress = createProgress(setup.experiment, 100, '%');
  let done = 0;
  let saved = Promise.resolve();
  const take = ({ job }: ThreadTask, outcome: JobOutcome): void => {
    outcomes[job] = outcome;
    done += weightOf(job);
    progress.update((100 * done) / total);
    // What cannot be written now is written at the end with the rest; where it cannot be then, that is told.
    saved = saved.then(async () => directory?.add(job, outcome)).catch(() => undefined);
  };
  await runOnThreads<ThreadTask, JobOutcome>({
    module: new URL('experiment.thread.ts', import.meta.url),
    threads,
    tasks: left.map((job) => ({ setup, job })),
    onAnswer: take,
    onBroken: (task, message) => take(task, failure(message)),
    isStopped: () => interrupt.asked,
  });
  await saved;
  progress.stop();
  interrupt.release();
  const { user, system } = process.cpuUsage(before);
  const took: Took = { seconds: (performance.now() - began) / 1000, processorS: (user + system) / 1e6 };
  return { outcomes, ...took, interrupted: outcomes.includes(undefined) };
}

const maxJobs = 256;

function readJobs(text: string | undefined): Result<number, Fault> {
  if (text === undefined) return success(Math.min(maxJobs, availableParallelism()));
  const jobs = /^\d+$/.test(text) ? Number(text) : NaN;
  if (jobs >= 1 && jobs <= maxJobs) return success(jobs);
  return failure({ path: '', found: quote(text), allowed: `a whole number from 1 to ${maxJobs}` });
}
