/** The record of a run as a person points at it: its directory, its zip, or its run.json alone. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { failure, success, type Result } from '../base/result.ts';
import { chainFaults } from '../lab/chain/check.ts';
import { chainName } from '../lab/chain/file.ts';
import { runDocumentName } from '../lab/export/files.ts';
import type { RunDocument } from '../lab/export/run-document.ts';
import { agentsName, timeseriesName } from '../lab/export/tables.ts';
import { maxRunDocumentBytes, parseRunDocument } from '../lab/import/run-document.ts';
import { maxZipBytes, readZipText } from '../lab/import/zip-entry.ts';
import type { Fault } from '../lab/scenario/fault.ts';
import { decode, ioText, pathOf, readFile, readText } from './input.ts';

type Text = Result<string, readonly Fault[]>;

export interface Recorded {
  readonly document: RunDocument;
  readonly runJson: string;
  /** Undefined where the file is not there, or too large to be compared. */
  readonly timeseries: string | undefined;
  readonly agents: string | undefined;
  readonly chain: string | undefined;
  /** The text of another table; or that it is not there, or too large to be compared. */
  table(name: string): Promise<Text>;
}

export const recordArgument = 'the directory of a run, its zip, or its run.json';
/** A million samples are about half of this. */
const maxTableBytes = 400_000_000;

export async function readRecord(path: string): Promise<Result<Recorded, readonly Fault[]>> {
  const isDirectory = await stat(pathOf(path)).then(
    (found) => success(found.isDirectory()),
    (error: unknown) => failure([{ path: '', found: ioText(error), allowed: recordArgument }]),
  );
  if (!isDirectory.ok) return isDirectory;
  if (isDirectory.value) {
    const allowed = `a directory with a ${runDocumentName} in it`;
    return recorded(async (name, maxBytes) => readText(join(path, name), maxBytes, name === runDocumentName ? allowed : ''));
  }
  const bytes = await readFile(path, maxZipBytes, recordArgument);
  if (!bytes.ok) return bytes;
  // A zip begins with a file's header, "PK".
  const isZip = bytes.value[0] === 0x50 && bytes.value[1] === 0x4b;
  const alone = isZip ? undefined : decode(bytes.value);
  return recorded(async (name, maxBytes) => {
    if (alone === undefined) return Promise.resolve(readZipText(bytes.value, name, maxBytes));
    return Promise.resolve(name === runDocumentName ? alone : failure([]));
  });
}

async function recorded(read: (name: string, maxBytes: number) => Promise<Text>): Promise<Result<Recorded, readonly Fault[]>> {
  const runJson = await read(runDocumentName, maxRunDocumentBytes);
  if (!runJson.ok) return runJson;
  const document = parseRunDocument(runJson.value);
  if (!document.ok) return document;
  const table = async (name: string): Promise<Text> => read(name, maxTableBytes);
  const textOf = async (name: string): Promise<string | undefined> => {
    const text = await table(name);
    return text.ok ? text.value : undefined;
  };
  return success({
    document: document.value,
    runJson: runJson.value,
    timeseries: await textOf(timeseriesName),
    agents: await textOf(agentsName),
    chain: await textOf(chainName),
    table,
  });
}

/** What the chain says of the files: its faults; undefined where the record has no chain, or not the files that it is of. */
export function chainFaultsOf({ document, runJson, timeseries, agents, chain }: Recorded): readonly string[] | undefined {
  if (document.chain === undefined) return undefined;
  // The record on its own is no altered one; with some of its files taken out it is.
  if (timeseries === undefined && agents === undefined && chain === undefined) return undefined;
  if (timeseries === undefined || agents === undefined || chain === undefined)
    return [`${timeseriesName}, ${agentsName} or ${chainName} is not there, or damaged`];
  return chainFaults(document, { runJson, timeseries, agents, chain });
}

const mostFaults = 20;

/** One line a fault, in the manner of the other lines of a report. */
export function chainLines(faults: readonly string[], document: RunDocument): readonly string[] {
  const { blocks = 0, root = '' } = document.chain ?? {};
  if (faults.length === 0)
    return [
      `chain       ${blocks} blocks, all as recorded; Merkle root ${root}`,
      `covers      scenario, version, ${timeseriesName} and ${agentsName}; no other file of the run`,
    ];
  const more = faults.length > mostFaults ? [`chain       and ${faults.length - mostFaults} more`] : [];
  return [...faults.slice(0, mostFaults).map((fault) => `chain       ${fault}`), ...more];
}
