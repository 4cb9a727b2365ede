/** What an imported log comes to: a few numbers for each execution, and its tables. */
import { at } from '../../base/assert.ts';
import type { Cell } from '../export/csv.ts';
import type { ImportedExecution, ImportedLog } from './shiviz.ts';

export interface ExecutionSummary {
  readonly name: string;
  readonly hosts: readonly string[];
  readonly events: number;
  /** Direct causes on other hosts. */
  readonly messages: number;
  /** Events on the longest chain of causes. */
  readonly depth: number;
  /** Events that the log shows to be missing. */
  readonly missing: number;
  readonly unreadLines: number;
  readonly faults: number;
}

export function summarise(execution: ImportedExecution): ExecutionSummary {
  const { name, hosts, events, found, holes, faults, unreadLines } = execution;
  return {
    name,
    hosts,
    events: found,
    messages: events.reduce((sum, { causes }) => sum + causes.length, 0),
    depth: depths(execution).reduce((deepest, depth) => Math.max(deepest, depth), 0),
    missing: holes.reduce((sum, { from, to }) => sum + to - from + 1, 0),
    unreadLines: unreadLines.length,
    faults: faults.length,
  };
}

/** For each event the events on the longest chain that ends with it: its Lamport time, if no event but these had been. */
function depths({ hosts, events }: ImportedExecution): Int32Array {
  const depth = new Int32Array(events.length);
  const latest = new Int32Array(hosts.length);
  events.forEach(({ host, causes }, i) => {
    const deepest = causes.reduce((most, cause) => Math.max(most, at(depth, cause)), at(latest, host));
    depth[i] = deepest + 1;
    latest[host] = deepest + 1;
  });
  return depth;
}

export function importedColumns(fields: readonly string[]): readonly string[] {
  return ['execution', 'event', 'host', 'own', 'depth', 'causes', 'line', 'text', ...fields];
}

/** A row for each event, numbered in an order that keeps every cause before its effect; `causes` are such numbers. */
export function* importedRows({ executions }: ImportedLog): Generator<readonly Cell[]> {
  for (const execution of executions) yield* executionRows(execution);
}

export function* executionRows(execution: ImportedExecution): Generator<readonly Cell[]> {
  const depth = depths(execution);
  for (const [i, { host, own, causes, line, text, values }] of execution.events.entries()) {
    yield [execution.name, i, at(execution.hosts, host), own, at(depth, i), causes.join(' '), line, text, ...values];
  }
}

export const holeColumns = ['execution', 'host', 'from', 'to', 'line'] as const;

export function* holeRows({ executions }: ImportedLog): Generator<readonly Cell[]> {
  for (const { name, holes } of executions) for (const { host, from, to, line } of holes) yield [name, host, from, to, line];
}
