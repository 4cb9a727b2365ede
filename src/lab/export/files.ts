/** The files of a run, the same whether they go to a directory or into a zip. */
import type { Run } from '../run/types.ts';
import { csvChunks } from './csv.ts';
import { runDocument, writeRunDocument, type Circumstances } from './run-document.ts';
import { tableFiles } from './tables.ts';

export interface RunFile {
  readonly name: string;
  /** The text of the file in pieces, made as they are taken; to be taken once, before the run goes on. */
  readonly chunks: Iterable<string>;
}

export const runDocumentName = 'run.json';

/** Every name that a file of a run may have. */
export const runFileNames: readonly string[] = [...tableFiles.map((table) => table.name), runDocumentName];

/** The run so far. `run.json` comes last: where it stands, all others are complete. */
export function runFiles(run: Run, circumstances: Circumstances): readonly RunFile[] {
  const tables = tableFiles.flatMap((table) => {
    const rows = table.rows(run);
    return rows === undefined ? [] : [{ name: table.name, chunks: csvChunks(table.columns, rows) }];
  });
  return [...tables, { name: runDocumentName, chunks: [writeRunDocument(runDocument(run, circumstances))] }];
}
