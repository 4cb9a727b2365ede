/** What an experiment leaves behind: tables as CSV, the report as JSON, scenarios that it found. */
import { csvChunks, type Cell } from '../export/csv.ts';
import { writeJson } from '../scenario/write.ts';
import type { CsvTable, Figure, Report, Row, Series, TextFile } from './types.ts';

const tableColumns = [
  'measure',
  'subject',
  'unit',
  'relation',
  'value',
  'low',
  'high',
  'claimed_relation',
  'claimed',
  'verdict',
  'replicates',
  'first_seed',
  'last_seed',
  'note',
];

/** `table.csv`, `replicates.csv`, a `figure-NAME.csv` each, `counterexample.json` where there is one, and `report.json` last: where it stands, all others are whole. */
export function experimentFiles(report: Report): readonly TextFile[] {
  const tables = [
    { name: 'table', columns: tableColumns, rows: report.rows.map(tableRow) },
    report.raw,
    ...report.figures.map(figureTable),
  ];
  return [
    ...tables.map(csvFile),
    ...(report.counterexample === undefined ? [] : [{ name: counterexampleName, text: report.counterexample }]),
    { name: reportName, text: `${writeJson({ schema: 'chorus.report/1', ...withoutRaw(report) })}\n` },
  ];
}

const reportName = 'report.json';
/** The setup, which `chorus experiment` and the page open again. */
export const setupName = 'experiment.json';
export const counterexampleName = 'counterexample.json';

/** The raw replicates stand in a file of their own. */
function withoutRaw({ raw, ...rest }: Report): Omit<Report, 'raw'> & { readonly raw: string } {
  return { ...rest, raw: `${raw.name}.csv` };
}

function csvFile({ name, columns, rows }: CsvTable): TextFile {
  return { name: `${name}.csv`, text: [...csvChunks(columns, rows)].join('') };
}

function tableRow(row: Row): readonly Cell[] {
  const { measure, subject, unit, relation, value, low, high, claimed, verdict, replicates, seeds, note } = row;
  const claim = claimed === undefined ? ['', NaN] : [claimed.relation, claimed.value];
  return [measure, subject, unit, relation, value, low, high, ...claim, verdict ?? '', replicates, ...seeds, note];
}

function figureTable(figure: Figure): CsvTable {
  const name = `figure-${figure.name}`;
  if (figure.kind !== 'heat')
    return { name, columns: ['series', 'origin', 'x', 'y', 'low', 'high'], rows: figure.series.flatMap(seriesRows) };
  const cells = figure.ys.flatMap((y, row) => figure.xs.map((x, column) => [x, y, figure.cells[row * figure.xs.length + column] ?? NaN]));
  return { name, columns: ['x', 'y', 'value'], rows: cells };
}

function seriesRows({ name, origin, x, y, low, high }: Series): readonly (readonly Cell[])[] {
  return x.map((at, i) => [name, origin, at, y[i] ?? NaN, low?.[i] ?? NaN, high?.[i] ?? NaN]);
}
