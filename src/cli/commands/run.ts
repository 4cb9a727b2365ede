import { arch, cpus, platform } from 'node:os';
import type { Command } from 'commander';
import { runFiles } from '../../lab/export/files.ts';
import { runDocument, type Circumstances } from '../../lab/export/run-document.ts';
import { createRun } from '../../lab/run/run.ts';
import type { Metric, Run, RunOptions } from '../../lab/run/types.ts';
import { writeJson } from '../../lab/scenario/write.ts';
import { advanceTo } from '../advance.ts';
import { watchInterrupt } from '../interrupt.ts';
import { prepareDirectory, writeFiles, type Written } from '../output.ts';
import { createProgress } from '../progress.ts';
import { nameOf, readScenario, type ScenarioOptions } from '../source.ts';
import { exitCode, refuse, say, textTable, type Outcome } from '../terminal.ts';

interface Options extends ScenarioOptions {
  readonly out?: string;
  readonly events?: true;
  readonly json?: true;
}

export function addRunCommand(program: Command, finish: (outcome: Outcome) => Promise<void>): void {
  program
    .command('run')
    .summary('run a scenario and write its files')
    .description('Runs a scenario to its end, tells what came out and, with --out, writes every file of the run.')
    .argument('<scenario>', 'a scenario file, the run.json of a run (its scenario), preset:NAME, or - for standard input')
    .option('--out <dir>', 'directory for the files of the run: new, empty, or holding an earlier run')
    .option('--set <path=value>', 'change a value of the scenario, for instance field.coupling=2.5; may be given again', collect)
    .option('--seed <n>', 'the seed')
    .option('--duration <s>', 'simulated seconds')
    .option('--events', 'write events.csv however many there are; without, only below 2,000,000')
    .option('--json', 'give the result as one JSON document')
    .action(async (source: string, options: Options) => finish(runCommand(source, options)));
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

async function runCommand(source: string, options: Options): Outcome {
  const scenario = await readScenario(source, options);
  if (!scenario.ok) return refuse(scenario.error.place, scenario.error.faults);
  const directory = options.out === undefined ? undefined : await prepareDirectory(options.out);
  if (directory?.ok === false) return refuse(`--out ${options.out ?? ''}`, directory.error);

  const limits: RunOptions = options.events === true ? { maxEvents: Infinity } : {};
  const run = createRun(scenario.value, limits);
  const interrupt = watchInterrupt();
  const began = performance.now();
  const progress = createProgress(nameOf(source), run.stepsPlanned * scenario.value.stepS);
  const complete = await advanceTo(run, run.stepsPlanned, progress, interrupt);
  progress.stop();
  const circumstances = { wallTimeS: (performance.now() - began) / 1000, where: whereThisRuns(), interrupted: !complete };

  const written = directory === undefined ? undefined : await writeFiles(directory.value, runFiles(run, circumstances));
  const report: Report = { source, run, circumstances, directory: options.out, written: written?.ok === true ? written.value : undefined };
  // Also where the files could not be written: the run is over, and this is what is left of it.
  say(options.json === true ? reportJson(report) : reportText(report));
  interrupt.release();
  if (written?.ok === false) return refuse(`--out ${options.out ?? ''}`, written.error);
  if (interrupt.asked) return exitCode.interrupted;
  return run.violations.length > 0 ? exitCode.checkFailed : exitCode.done;
}

export function whereThisRuns(): Readonly<Record<string, string>> {
  return {
    runtime: `Node ${process.versions.node}, V8 ${process.versions.v8}`,
    system: `${platform()} ${arch()}`,
    processor: cpus()[0]?.model ?? '',
  };
}

interface Report {
  readonly source: string;
  readonly run: Run;
  readonly circumstances: Circumstances;
  readonly directory: string | undefined;
  readonly written: Written | undefined;
}

function reportJson({ run, circumstances, directory, written }: Report): string {
  const files = written === undefined ? {} : { directory, files: written.names };
  return writeJson({ ...runDocument(run, circumstances), metrics: run.metrics(), ...files });
}

function reportText(report: Report): string {
  const { source, run, circumstances, directory, written } = report;
  const { field, mesh, seed, durationS } = run.scenarioAsRun();
  const head = `${nameOf(source)}: ${durationS} s with ${mesh.agents} agents, ${field.oscillators} oscillators, seed ${seed}, in ${rounded(circumstances.wallTimeS)} s`;
  const files =
    written === undefined
      ? 'files       none (--out DIR writes them)'
      : `files       ${directory ?? ''}: ${written.names.join(', ')} (${rounded(written.bytes / 1e6)} MB)`;
  const violations = run.violations.map((violation) => `violation   at ${violation.timeS} s: ${violation.check}: ${violation.message}`);
  return [
    head + (circumstances.interrupted ? ' (interrupted)' : ''),
    '',
    metricsTable(run.metrics()),
    '',
    ...violations.slice(0, 10),
    `violations  ${run.violations.length === 0 ? 'none' : run.violations.length}`,
    `digest      ${run.digest()}`,
    files,
  ].join('\n');
}

function metricsTable(metrics: readonly Metric[]): string {
  const rows = metrics.map(({ metric, value, low, high, unit, note: remark }) => [
    metric,
    rounded(value),
    rounded(low),
    rounded(high),
    unit,
    remark,
  ]);
  return textTable([['metric', 'value', 'low', 'high', 'unit', 'note'], ...rows], [1, 2, 3]);
}

function rounded(value: number): string {
  return Number.isNaN(value) ? '' : String(Number(value.toPrecision(4)));
}
