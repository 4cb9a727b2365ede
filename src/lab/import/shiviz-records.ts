/** The text of a log cut into executions and these into records: nothing of it is understood yet. */
import { at } from '../../base/assert.ts';

export interface LogRecord {
  readonly host: string;
  readonly clock: string;
  readonly text: string;
  /** In the order of `fields`; empty where a group did not take part. */
  readonly values: readonly string[];
  /** Lines of the file, from 1: of the record's beginning, and of its clock. */
  readonly line: number;
  readonly clockLine: number;
}

export interface RecordedExecution {
  /** Empty for text before the first delimiter, or where the delimiter names nothing. */
  readonly name: string;
  readonly records: readonly LogRecord[];
  /** Lines with something on them that no record holds. */
  readonly unreadLines: readonly number[];
}

/** Events beyond this are more than a page or a terminal is for. */
const maxRecords = 1_000_000;

/**
 * @param text with `\n` at the ends of lines. @param firstLine the number of its first line.
 * @param fields names of the parser's further groups.
 */
export function readExecutions(
  text: string,
  parser: RegExp,
  delimiter: RegExp | undefined,
  fields: readonly string[],
  firstLine: number,
): readonly RecordedExecution[] {
  const lineAt = lineCounter(text, firstLine);
  let room = maxRecords;
  return splitText(text, delimiter).map(({ name, from, to }) => {
    const execution = readRecords(text.slice(from, to), parser, fields, (offset) => lineAt(from + offset), room);
    room -= execution.records.length;
    return { name, ...execution };
  });
}

interface Part {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

function splitText(text: string, delimiter: RegExp | undefined): readonly Part[] {
  if (delimiter === undefined) return [{ name: '', from: 0, to: text.length }];
  const parts: Part[] = [];
  let name = '';
  let from = 0;
  for (const match of text.matchAll(delimiter)) {
    // An expression that matches nothing separates nothing.
    if (match[0] === '') continue;
    parts.push({ name, from, to: match.index });
    name = match.groups?.['trace'] ?? '';
    from = match.index + match[0].length;
  }
  parts.push({ name, from, to: text.length });
  return parts.filter((part) => text.slice(part.from, part.to).trim() !== '');
}

function readRecords(
  text: string,
  parser: RegExp,
  fields: readonly string[],
  lineAt: (offset: number) => number,
  room: number,
): Omit<RecordedExecution, 'name'> {
  const records: LogRecord[] = [];
  const unreadLines: number[] = [];
  let end = 0;
  for (const match of text.matchAll(parser)) {
    if (match[0] === '') continue;
    noteUnread(text, end, match.index, lineAt, unreadLines);
    end = match.index + match[0].length;
    const { host = '', clock = '', event = '', ...groups } = match.groups ?? {};
    records.push({
      host,
      clock,
      text: event,
      values: fields.map((name) => groups[name] ?? ''),
      line: lineAt(match.index),
      clockLine: lineAt(match.index + Math.max(0, match[0].indexOf(clock))),
    });
    if (records.length >= room) break;
  }
  noteUnread(text, end, text.length, lineAt, unreadLines);
  return { records, unreadLines };
}

function noteUnread(text: string, from: number, to: number, lineAt: (offset: number) => number, lines: number[]): void {
  const gap = text.slice(from, to);
  if (gap.trim() === '') return;
  let offset = from;
  for (const line of gap.split('\n')) {
    if (line.trim() !== '') lines.push(lineAt(offset));
    offset += line.length + 1;
  }
}

/** Answers the line of an offset; offsets are asked for nearly in order, so the search begins where the last one ended. */
function lineCounter(text: string, firstLine: number): (offset: number) => number {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  let last = 0;
  return (offset) => {
    if (at(starts, last) > offset) last = 0;
    while (last + 1 < starts.length && at(starts, last + 1) <= offset) last++;
    return firstLine + last;
  };
}
