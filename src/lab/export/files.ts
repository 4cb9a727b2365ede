/** The files of a run, the same whether they go to a directory or into a zip. */
import type { Run } from '../run/types.ts';
import { chainChunks, chainName } from '../chain/file.ts';
import { csvChunks } from './csv.ts';
import { chainOf, runDocument, writeRunDocument, type Circumstances } from './run-document.ts';
import { tableFiles } from './tables.ts';

export interface RunFile {
  readonly name: string;
  /** The text of the file in pieces, made as they are taken; to be taken once, before the run goes on. */
  readonly chunks: Iterable<string>;
}

export const runDocumentName = 'run.json';

/** Every name that a file of a run may have. */
export const runFileNames: readonly string[] = [...tableFiles.map((table) => table.name), chainName, runDocumentName];

/** The run so far. `run.json` comes last: where it stands, all others are complete. */
export function runFiles(run: Run, circumstances: Circumstances): readonly RunFile[] {
  const tables = tableFiles.flatMap((table) => {
    const rows = table.rows(run);
    return rows === undefined ? [] : [{ name: table.name, chunks: csvChunks(table.columns, rows) }];
  });
  const chain = chainOf(run);
  return [
    ...tables,
    { name: chainName, chunks: chainChunks(chain) },
    { name: runDocumentName, chunks: lazily(() => writeRunDocument(runDocument(run, circumstances, chain))) },
  ];
}

/** Made when it is taken: by then the chain is hashed, block by block, and nothing long is left to do at once. */
function* lazily(text: () => string): Generator<string> {
  yield text();
}
