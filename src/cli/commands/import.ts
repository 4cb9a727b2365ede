import type { Command } from 'commander';
import { failure, type Result } from '../../base/result.ts';
import { csvChunks } from '../../lab/export/csv.ts';
import { programVersion } from '../../lab/export/version.ts';
import { holeColumns, holeRows, importedColumns, importedRows, summarise } from '../../lab/import/shiviz-summary.ts';
import { importShiviz, type ImportedLog, type ImportOptions } from '../../lab/import/shiviz.ts';
import type { Fault } from '../../lab/scenario/fault.ts';
import { writeJson } from '../../lab/scenario/write.ts';
import { maxLogBytes } from '../../lab/texts/shiviz-formats.ts';
import { readText } from '../input.ts';
import { prepareDirectory, writeFiles, type DirectoryKind } from '../output.ts';
import { nameOf } from '../source.ts';
import { withinMs } from '../time-limit.ts';
import { exitCode, refuse, say, textTable, type Outcome } from '../terminal.ts';

interface Options extends ImportOptions {
  readonly out?: string;
  readonly json?: true;
}

export function addImportCommand(program: Command, finish: (outcome: Outcome) => Promise<void>): void {
  program
    .command('import')
    .summary('read and check a ShiViz log')
    .description(
      'Reads a log with vector clocks as ShiViz does, and checks what ShiViz does not: that every own entry rises by one, that what is heard of exists, and that the order is a partial order. Ends with 1 where it is not. Events that are only missing are told as holes.',
    )
    .argument('<log>', 'a log, or - for standard input')
    .option('--parser <re>', 'expression with the named groups host, event and clock, and more as fields; without, it is found')
    .option('--delimiter <re>', 'expression for what stands between several executions; its group trace names the next')
    .option('--out <dir>', 'directory for imported.csv, holes.csv and import.json: new, empty, or holding an earlier import')
    .option('--json', 'give the result as one JSON document')
    .action(async (path: string, options: Options) => finish(importCommand(path, options)));
}

const importDirectory: DirectoryKind = {
  what: 'an imported log',
  names: ['imported.csv', 'holes.csv', 'import.json'],
  document: 'import.json',
  schema: 'chorus.import/1',
};

async function importCommand(path: string, options: Options): Outcome {
  const text = await readText(path, maxLogBytes, 'a log, or - for standard input');
  if (!text.ok) return refuse(nameOf(path), text.error);
  const imported = importWithin(text.value, options);
  if (!imported.ok) return refuse(nameOf(path), imported.error);
  const log = imported.value;
  if (options.out !== undefined) {
    const refused = await write(options.out, path, log);
    if (refused !== undefined) return refuse(`--out ${options.out}`, refused);
  }
  say(options.json === true ? writeJson(report(path, log)) : reportText(path, log));
  const faults = log.executions.flatMap((execution) => execution.faults);
  if (faults.length === 0) return exitCode.done;
  refuse(nameOf(path), faults);
  return exitCode.checkFailed;
}

/** An expression that backtracks without end has had its chance by then: the largest log takes a few seconds. */
const maxImportMs = 60_000;

function importWithin(text: string, options: ImportOptions): Result<ImportedLog, readonly Fault[]> {
  const imported = withinMs(maxImportMs, () => importShiviz(text, options));
  if (imported !== undefined) return imported.value;
  const found = `more than ${String(maxImportMs / 1000)} s of work for the expression`;
  return failure([{ path: 'the parser', found, allowed: 'an expression that does not try every way through a line' }]);
}

async function write(given: string, path: string, log: ImportedLog): Promise<readonly Fault[] | undefined> {
  const directory = await prepareDirectory(given, importDirectory);
  if (!directory.ok) return directory.error;
  const files = [
    { name: 'imported.csv', chunks: csvChunks(importedColumns(log.fields), importedRows(log)) },
    { name: 'holes.csv', chunks: csvChunks(holeColumns, holeRows(log)) },
    { name: 'import.json', chunks: [`${writeJson(report(path, log))}\n`] },
  ];
  const written = await writeFiles(directory.value, files, importDirectory);
  return written.ok ? undefined : written.error;
}

function report(path: string, log: ImportedLog): object {
  const { parser, delimiter = null, source, fields, executions } = log;
  const told = executions.map((execution) => ({ ...summarise(execution), holes: execution.holes, faults: execution.faults }));
  return {
    schema: importDirectory.schema,
    version: programVersion,
    log: nameOf(path),
    parser,
    delimiter,
    source,
    fields,
    executions: told,
  };
}

const sourceText = { given: 'given', file: 'from the first lines of the log', found: 'found among the usual forms' } as const;

function reportText(path: string, log: ImportedLog): string {
  const summaries = log.executions.map(summarise);
  const total = summaries.reduce((sum, { events }) => sum + events, 0);
  const rows = summaries.map(({ name, events, hosts, messages, depth, missing, unreadLines, faults }) =>
    [name === '' ? '(one)' : name, events, hosts.length, messages, depth, missing, unreadLines, faults].map(String),
  );
  return [
    `${nameOf(path)}: ${counted(total, 'event')} in ${counted(rows.length, 'execution')}`,
    `parser      ${log.parser} (${sourceText[log.source]})`,
    ...(log.delimiter === undefined ? [] : [`delimiter   ${log.delimiter}`]),
    ...(log.fields.length === 0 ? [] : [`fields      ${log.fields.join(', ')}`]),
    '',
    textTable([['execution', 'events', 'hosts', 'messages', 'depth', 'missing', 'lines unread', 'faults'], ...rows], [1, 2, 3, 4, 5, 6, 7]),
    ...holeLines(log),
  ].join('\n');
}

const holesShown = 10;

function holeLines({ executions }: ImportedLog): readonly string[] {
  const holes = executions.flatMap((execution) => execution.holes);
  const lines = holes.slice(0, holesShown).map(({ host, from, to, line }) => {
    const which = from === to ? `event ${String(from)} of ${host} is` : `events ${String(from)} to ${String(to)} of ${host} are`;
    return `hole        ${which} missing, as line ${String(line)} shows`;
  });
  if (holes.length > holesShown) lines.push(`hole        … and ${String(holes.length - holesShown)} more`);
  return lines.length === 0 ? [] : ['', ...lines];
}

function counted(n: number, what: string): string {
  return `${String(n)} ${what}${n === 1 ? '' : 's'}`;
}
