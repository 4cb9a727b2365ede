/** The tables of a run: name of the file, columns in order, rows. Other people's scripts read them; only add. */
import { agentColumns, timeseriesColumns, type EventRow, type Metric, type Run, type Table } from '../run/types.ts';
import { csvChunks, type Cell } from './csv.ts';

export interface TableFile {
  readonly name: string;
  readonly columns: readonly string[];
  /** Undefined where the run kept no such rows. */
  rows(run: Run): Iterable<readonly Cell[]> | undefined;
}

export const timeseriesName = 'timeseries.csv';
export const agentsName = 'agents.csv';

export const timeseries: TableFile = {
  name: timeseriesName,
  columns: timeseriesColumns,
  rows: (run) => samples(run.timeseries, timeseriesColumns),
};

const agents: TableFile = {
  name: agentsName,
  columns: agentColumns,
  rows: (run) => samples(run.agentSamples, agentColumns, ['component']),
};

const tokens: TableFile = {
  name: 'tokens.csv',
  columns: ['token', 'agent', 'clock', 'generated_s', 'validated_s', 'slot', 'position'],
  *rows(run) {
    for (const row of run.tokens()) {
      yield [row.token, row.agent, row.clock, row.generatedS, row.validatedS, known(row.slot), known(row.position)];
    }
  },
};

const log: TableFile = {
  name: 'log.csv',
  columns: ['agent', 'position', 'slot', 'token'],
  *rows(run) {
    for (const row of run.log()) yield [row.agent, row.position, row.slot, row.token];
  },
};

export const eventColumns = ['event', 't_s', 'agent', 'clock', 'kind', 'peer', 'cause', 'token', 'slot', 'ballot'] as const;

export const events: TableFile = {
  name: 'events.csv',
  columns: eventColumns,
  rows(run) {
    const kept = run.events();
    return kept === undefined ? undefined : eventRows(kept);
  },
};

const metrics: TableFile = {
  name: 'metrics.csv',
  columns: ['metric', 'value', 'low', 'high', 'unit', 'note'],
  rows: (run) => run.metrics().map((metric: Metric) => [metric.metric, metric.value, metric.low, metric.high, metric.unit, metric.note]),
};

/** In the order in which they are written. To add one: write it, and name it here. */
export const tableFiles: readonly TableFile[] = [timeseries, agents, tokens, log, events, metrics];

/** Those that the hash chain does not cover: they follow from the scenario. */
export const unchainedTables = [tokens, log, events, metrics] as const;

/** `timeseries.csv` alone: what "Export CSV" gives. */
export function timeseriesChunks(run: Run): Generator<string> {
  return csvChunks(timeseries.columns, samples(run.timeseries, timeseriesColumns));
}

/** @param signed columns in which −1 says that there is nothing. */
function* samples<Name extends string>(
  table: Table<Name>,
  columns: readonly Name[],
  signed: readonly Name[] = [],
): Generator<readonly Cell[]> {
  const values = columns.map((name) => ({ column: table.column(name), absentBelowZero: signed.includes(name) }));
  for (let row = 0; row < table.length; row++) {
    yield values.map(({ column, absentBelowZero }) => {
      const value = column[row] as number;
      return absentBelowZero ? known(value) : value;
    });
  }
}

function* eventRows(rows: Iterable<EventRow>): Generator<readonly Cell[]> {
  for (const row of rows) yield eventRow(row);
}

export function eventRow({ event, timeS, agent, clock, kind, peer, cause, token, slot, ballot }: EventRow): readonly Cell[] {
  return [event, timeS, known(agent), known(clock), kind, known(peer), known(cause), known(token), known(slot), known(ballot)];
}

/** Indices and counts are never negative: −1 stands for absent. */
function known(value: number): number {
  return value < 0 ? NaN : value;
}
