/** The directory that a command writes: nobody else's files are touched, and no file has its name before it is whole. */
import { access, constants, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { failure, success, type Result } from '../base/result.ts';
import { runDocumentName, runFileNames, type RunFile } from '../lab/export/files.ts';
import { quote, type Fault } from '../lab/scenario/fault.ts';
import { isRecord } from '../lab/scenario/structure.ts';
import { ioText, isCode, pathOf } from './input.ts';

/** What a command leaves in a directory, and how it knows its own. */
export interface DirectoryKind {
  /** For messages: `a run`. */
  readonly what: string;
  readonly names: readonly string[];
  /** Is written last, and tells by its `schema` whose directory it is. */
  readonly document: string;
  readonly schema: string;
}

const runDirectory: DirectoryKind = { what: 'a run', names: runFileNames, document: runDocumentName, schema: 'chorus.run/1' };

/** A file on its way: hidden, and named so that it is known for ours after a crash. */
const partial = (name: string): string => `.${name}.partial`;

/** Makes the directory where there is none, and refuses one that holds anything but an earlier result of the same kind. */
export async function prepareDirectory(given: string, kind = runDirectory): Promise<Result<string, readonly Fault[]>> {
  const directory = pathOf(given);
  try {
    await makeDirectory(directory);
    const names = await readdir(directory);
    await access(directory, constants.W_OK);
    const found = await findStrangers(directory, names, kind);
    if (found !== undefined)
      return failure([{ path: '', found, allowed: `a new or empty directory, or one that holds ${kind.what} and nothing else` }]);
    return success(directory);
  } catch (error) {
    const found = isCode(error, 'ENOENT') ? 'a place where no directory can be made' : ioText(error);
    return failure([{ path: '', found, allowed: 'a directory that can be written to' }]);
  }
}

/** By hand: where the system takes no new directories, as in /proc, Node's own `recursive` tries for ever. */
async function makeDirectory(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (isCode(error, 'EEXIST') && (await stat(path)).isDirectory()) return;
    if (!isCode(error, 'ENOENT') || dirname(path) === path) throw error;
    await makeDirectory(dirname(path));
    await mkdir(path);
  }
}

async function findStrangers(directory: string, names: readonly string[], kind: DirectoryKind): Promise<string | undefined> {
  const partials = kind.names.map(partial);
  const strangers = names.filter((name) => !kind.names.includes(name) && !partials.includes(name));
  if (strangers.length > 0) return `other files in it: ${strangers.slice(0, 3).map(quote).join(', ')}${strangers.length > 3 ? ', …' : ''}`;
  const ours = names.filter((name) => kind.names.includes(name));
  const [first] = ours;
  if (first === undefined) return undefined;
  if (!ours.includes(kind.document)) return `${quote(first)} without a ${kind.document} beside it`;
  return (await hasSchema(join(directory, kind.document), kind.schema)) ? undefined : `a ${kind.document} that is not of ${kind.what}`;
}

async function hasSchema(path: string, schema: string): Promise<boolean> {
  const text = await readFile(path, 'utf8');
  try {
    const document: unknown = JSON.parse(text);
    return isRecord(document) && document['schema'] === schema;
  } catch {
    return false;
  }
}

export interface Written {
  readonly names: readonly string[];
  readonly bytes: number;
}

/**
 * Writes all files under other names, then gives each its own; the document comes last, so where it stands all is whole.
 * What an earlier run left is gone then.
 */
export async function writeFiles(
  directory: string,
  files: readonly RunFile[],
  kind = runDirectory,
): Promise<Result<Written, readonly Fault[]>> {
  const names = files.map((file) => file.name);
  let bytes = 0;
  try {
    for (const file of files) bytes += await writeFile(join(directory, partial(file.name)), file.chunks);
    await rm(join(directory, kind.document), { force: true });
    for (const name of names) await rename(join(directory, partial(name)), join(directory, name));
    for (const name of kind.names) if (!names.includes(name)) await rm(join(directory, name), { force: true });
    return success({ names, bytes });
  } catch (error) {
    await Promise.allSettled(kind.names.map(async (name) => rm(join(directory, partial(name)), { force: true })));
    return failure([{ path: '', found: ioText(error), allowed: `a directory that the files of ${kind.what} can be written to` }]);
  }
}

async function writeFile(path: string, chunks: Iterable<string>): Promise<number> {
  const handle = await open(path, 'w');
  let bytes = 0;
  try {
    for (const chunk of chunks) bytes += (await handle.write(Buffer.from(chunk))).bytesWritten;
    await handle.sync();
  } finally {
    await handle.close();
  }
  return bytes;
}
