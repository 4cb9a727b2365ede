/**
 * Files of a run as Blobs, made in short slices so that the worker goes on answering while a long one is written. The run
 * must stand still meanwhile: rows are read as they are written.
 */
import { blockSamples } from '../lab/chain/chain.ts';
import { timeseriesChunks } from '../lab/export/tables.ts';
import { runFiles, type RunFile } from '../lab/export/files.ts';
import type { Circumstances } from '../lab/export/run-document.ts';
import { zipChunks } from '../lab/export/zip.ts';
import type { Run } from '../lab/run/types.ts';
import type { OnProgress } from './live-api.ts';

/** What writing needs of the place it runs in. */
export interface Slices {
  nowMs(): number;
  soon(task: () => void): void;
}

const sliceMs = 8;
const tellMs = 100;

export async function exportTimeseries(run: Run, slices: Slices, onProgress: OnProgress): Promise<Blob> {
  const progress = rowProgress([run.timeseries.length], onProgress, slices);
  return collect(progress.watch(timeseriesChunks(run), 0), 'text/csv', slices);
}

/** All files of the run in one zip. */
export async function exportRun(run: Run, circumstances: Circumstances, slices: Slices, onProgress: OnProgress): Promise<Blob> {
  const files = runFiles(run, circumstances);
  const progress = rowProgress(
    files.map((file) => rowsExpected(run, file)),
    onProgress,
    slices,
  );
  const watched = files.map((file, i) => ({ name: file.name, chunks: progress.watch(file.chunks, i) }));
  return collect(zipChunks(watched), 'application/zip', slices);
}

/** Takes the pieces slice by slice. */
async function collect(pieces: Iterable<string | Uint8Array>, type: string, slices: Slices): Promise<Blob> {
  const parts: BlobPart[] = [];
  let beganMs = slices.nowMs();
  for (const piece of pieces) {
    // What is made here lies in plain memory, which is all that a Blob asks for.
    parts.push(piece as BlobPart);
    if (slices.nowMs() - beganMs < sliceMs) continue;
    await new Promise<void>((resolve) => {
      slices.soon(resolve);
    });
    beganMs = slices.nowMs();
  }
  return new Blob(parts, { type });
}

/** About how many rows a file will have: only its share of the work is guessed from it. */
function rowsExpected(run: Run, file: RunFile): number {
  switch (file.name) {
    case 'timeseries.csv':
      return run.timeseries.length;
    case 'agents.csv':
      return run.agentSamples.length;
    case 'tokens.csv':
      return run.snapshot().generated;
    case 'log.csv':
      return run.snapshot().agents.reduce((sum, agent) => sum + agent.logLength, 0);
    case 'events.csv':
      return run.eventCount;
    case 'chain.csv':
      return run.timeseries.length / blockSamples;
    default:
      return 1;
  }
}

/** Counts rows by the ends of their lines, file by file. */
function rowProgress(rows: readonly number[], onProgress: OnProgress, slices: Slices) {
  const total = Math.max(
    1,
    rows.reduce((sum, n) => sum + n, 0),
  );
  let toldMs = slices.nowMs();
  function tell(rowsDone: number): void {
    if (slices.nowMs() - toldMs < tellMs) return;
    toldMs = slices.nowMs();
    onProgress(Math.min(1, rowsDone / total));
  }
  return {
    *watch(chunks: Iterable<string>, file: number): Generator<string> {
      const before = rows.slice(0, file).reduce((sum, n) => sum + n, 0);
      const expected = rows[file] ?? 0;
      let rowLength = 0;
      let written = 0;
      for (const chunk of chunks) {
        yield chunk;
        // Rows of one file are about as long as those of its first piece.
        if (rowLength === 0) rowLength = chunk.length / Math.max(1, chunk.split('\n').length - 1);
        written += chunk.length;
        tell(before + Math.min(expected, written / rowLength));
      }
    },
  };
}
