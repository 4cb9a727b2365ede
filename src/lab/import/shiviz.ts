/**
 * Logs in the manner of ShiViz (Beschastnikh, Wang, Brun & Ernst, CACM 59(8), 2016): an expression finds events with the
 * vector clocks of their hosts, another one what stands between several executions. Unlike there, everything is checked.
 */
import { failure, success, type Result } from '../../base/result.ts';
import { tooLong, utf8Bytes } from '../scenario/json.ts';
import type { Fault } from '../scenario/fault.ts';
import { checkClocks, type Hole } from './shiviz-check.ts';
import { readClocks } from './shiviz-clocks.ts';
import { compileDelimiter, compileParser, groupNames, requiredGroups } from './shiviz-expression.ts';
import { maxLogBytes, shivizFormats, usualDelimiter } from '../texts/shiviz-formats.ts';
import { orderOf } from './shiviz-order.ts';
import { readExecutions, type RecordedExecution } from './shiviz-records.ts';

export interface ImportOptions {
  readonly parser?: string | undefined;
  readonly delimiter?: string | undefined;
}

/** Where the expressions came from: the person, the first lines of the file, or our list. */
export type ExpressionSource = 'given' | 'file' | 'found';

export interface ImportedLog {
  readonly parser: string;
  readonly delimiter: string | undefined;
  readonly source: ExpressionSource;
  /** Names of the parser's groups beyond the three that it must have. */
  readonly fields: readonly string[];
  readonly executions: readonly ImportedExecution[];
}

export interface ImportedEvent {
  readonly host: number;
  /** The host's own count of it, from 1. */
  readonly own: number;
  readonly text: string;
  /** In the order of the log's `fields`. */
  readonly values: readonly string[];
  readonly line: number;
  /** Places, in this execution, of the events of other hosts that it heard directly. */
  readonly causes: readonly number[];
}

export interface ImportedExecution {
  readonly name: string;
  readonly hosts: readonly string[];
  /** Every cause before its effect. Empty where there are faults: then there is no order to speak of. */
  readonly events: readonly ImportedEvent[];
  /** How many events the expression found, in order or not. */
  readonly found: number;
  readonly holes: readonly Hole[];
  readonly faults: readonly Fault[];
  readonly unreadLines: readonly number[];
}

/** @returns the log, its executions each with its own faults; or why there is no log at all. */
export function importShiviz(text: string, options: ImportOptions = {}): Result<ImportedLog, readonly Fault[]> {
  const bytes = utf8Bytes(text);
  if (bytes > maxLogBytes) return failure([tooLong(bytes, maxLogBytes)]);
  const read = readFile(text.replace(/\r\n?/g, '\n'), options);
  if (!read.ok) return read;
  const { executions, ...log } = read.value;
  if (executions.every(({ records }) => records.length === 0))
    return failure([{ path: '', found: `no event that ${log.parser} finds`, allowed: 'a log with at least one event' }]);
  return success({ ...log, executions: executions.map(understand) });
}

/** An event as the expression finds it, before its clock is understood. */
export interface FoundRecord {
  readonly line: number;
  readonly host: string;
  readonly text: string;
  readonly values: readonly string[];
}

const previewed = 8;

/** The same, with the first records that were found: also of a log whose clocks give no order. */
export function previewShiviz(
  text: string,
  options: ImportOptions,
): Result<{ readonly log: ImportedLog; readonly first: readonly FoundRecord[] }, readonly Fault[]> {
  const read = readFile(text.replace(/\r\n?/g, '\n'), options);
  if (!read.ok) return read;
  const { executions, ...log } = read.value;
  const records = executions.find((one) => one.records.length > 0)?.records ?? [];
  return success({
    log: { ...log, executions: executions.map(understand) },
    first: records.slice(0, previewed).map(({ line, host, text: event, values }) => ({ line, host, text: event, values })),
  });
}

type ReadLog = Omit<ImportedLog, 'executions'> & { readonly executions: readonly RecordedExecution[] };

function readFile(text: string, options: ImportOptions): Result<ReadLog, readonly Fault[]> {
  const head = options.parser === undefined ? headOf(text) : undefined;
  const parser = options.parser ?? head?.parser;
  const delimiter = options.delimiter ?? head?.delimiter;
  const body = head?.body ?? text;
  const firstLine = head === undefined ? 1 : 4;
  if (parser === undefined) return findFormat(text, delimiter);
  return readWith(body, parser, delimiter, head === undefined ? 'given' : 'file', firstLine);
}

/** ShiViz's convention: the parser, the delimiter (or nothing), and an empty line stand before the log. */
function headOf(text: string): { readonly parser: string; readonly delimiter: string | undefined; readonly body: string } | undefined {
  const head = /^(?<parser>.*)\n(?<delimiter>.*)\n[ \t]*\n/.exec(text);
  const { parser = '', delimiter = '' } = head?.groups ?? {};
  if (head === null || !requiredGroups.every((name) => parser.includes(`(?<${name}>`))) return undefined;
  return { parser, delimiter: delimiter.trim() === '' ? undefined : delimiter, body: text.slice(head[0].length) };
}

function readWith(
  text: string,
  parser: string,
  delimiter: string | undefined,
  source: ExpressionSource,
  firstLine: number,
): Result<ReadLog, readonly Fault[]> {
  const compiled = compileParser(parser);
  const separator = delimiter === undefined ? undefined : compileDelimiter(delimiter);
  const faults = [compiled, separator].flatMap((one) => (one === undefined || one.ok ? [] : [one.error]));
  if (!compiled.ok || separator?.ok === false) return failure(faults);
  const fields = groupNames(compiled.value).filter((name) => !requiredGroups.some((required) => required === name));
  const executions = readExecutions(text, compiled.value, separator?.value, fields, firstLine);
  return success({ parser, delimiter, source, fields, executions });
}

/** The form of a log shows in its first lines: to try every one on all of a long log would take as often as long. */
const sampledLength = 1_000_000;

/** The ready-made expression that leaves the fewest lines unread and clocks that can be read; of equals the most telling one. */
function findFormat(text: string, delimiter: string | undefined): Result<ReadLog, readonly Fault[]> {
  const separator = delimiter ?? (new RegExp(usualDelimiter, 'm').test(text) ? usualDelimiter : undefined);
  const sample = text.length <= sampledLength ? text : text.slice(0, text.lastIndexOf('\n', sampledLength) + 1 || sampledLength);
  let best: { readonly log: ReadLog; readonly cost: number } | undefined;
  for (const { parser } of shivizFormats) {
    const read = readWith(sample, parser, separator, 'found', 1);
    if (!read.ok) return read;
    const cost = costOf(read.value);
    if (best === undefined || cost < best.cost || (cost === best.cost && read.value.fields.length > best.log.fields.length))
      best = { log: read.value, cost };
  }
  if (best !== undefined && best.cost < Infinity)
    return sample === text ? success(best.log) : readWith(text, best.log.parser, separator, 'found', 1);
  if (text.trim() === '') return failure([{ path: '', found: 'an empty file', allowed: 'a log with at least one event' }]);
  const allowed = `an expression for this log as the parser, or one of the usual forms: ${shivizFormats.map(({ name }) => name).join('; ')}`;
  return failure([{ path: '', found: `no event in any usual form${sample === text ? '' : ' in its first million characters'}`, allowed }]);
}

function costOf({ executions }: ReadLog): number {
  if (executions.every(({ records }) => records.length === 0)) return Infinity;
  return executions.reduce((sum, { records, unreadLines }) => {
    const odd = records.filter(({ host, text }) => host === '' || text.trim() === '').length;
    return sum + unreadLines.length + odd;
  }, 0);
}

function understand({ name, records, unreadLines }: RecordedExecution): ImportedExecution {
  const clocks = readClocks(records);
  const { holes, faults, byHost } = checkClocks(clocks);
  const all = [...clocks.faults, ...faults];
  const base = { name, hosts: clocks.hosts, found: records.length, holes, faults: all, unreadLines };
  if (all.length > 0) return { ...base, events: [] };
  const { order, causes } = orderOf(clocks, byHost);
  const place = new Int32Array(order.length);
  order.forEach((record, i) => {
    place[record] = i;
  });
  const events = Array.from(order, (record): ImportedEvent => {
    const { text, values, line } = clocks.records[record] ?? { text: '', values: [], line: 0 };
    const heard = causes[record] ?? [];
    return {
      host: clocks.host[record] ?? 0,
      own: clocks.own[record] ?? 0,
      text,
      values,
      line,
      causes: heard.map((cause) => place[cause] ?? 0),
    };
  });
  return { ...base, events };
}
