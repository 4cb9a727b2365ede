/** Text that a person points at: a file, standard input. Never more than its limit is read, whatever stands there. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { failure, success, type Result } from '../base/result.ts';
import type { Fault } from '../lab/scenario/fault.ts';
import { tooLong } from '../lab/scenario/json.ts';

/** Where a relative path begins: `npm run chorus` changes into the project, but the person stands elsewhere. */
export function pathOf(given: string): string {
  const stoodIn = process.env['npm_lifecycle_event'] === 'chorus' ? process.env['INIT_CWD'] : undefined;
  return resolve(stoodIn ?? process.cwd(), given);
}

/** @param path of a file, or `-` for standard input. @param allowed what may be given here, for the message. */
export async function readText(path: string, maxBytes: number, allowed: string): Promise<Result<string, readonly Fault[]>> {
  const bytes = path === '-' ? await readStream(process.stdin, maxBytes) : await readFile(path, maxBytes, allowed);
  return bytes.ok ? decode(bytes.value) : bytes;
}

export async function readFile(path: string, maxBytes: number, allowed: string): Promise<Result<Uint8Array, readonly Fault[]>> {
  const file = pathOf(path);
  try {
    const { size } = await stat(file);
    if (size > maxBytes) return failure([tooLong(size, maxBytes)]);
    return await readStream(createReadStream(file), maxBytes);
  } catch (error) {
    return failure([{ path: '', found: ioText(error), allowed }]);
  }
}

async function readStream(stream: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Result<Uint8Array, readonly Fault[]>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > maxBytes) return failure([tooLong(length, maxBytes)]);
    chunks.push(chunk);
  }
  return success(Buffer.concat(chunks));
}

export function decode(bytes: Uint8Array): Result<string, readonly Fault[]> {
  try {
    return success(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return failure([{ path: '', found: 'bytes that are no UTF-8', allowed: 'text in UTF-8' }]);
  }
}

const ioTexts: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'a directory',
  // Where a directory should be made.
  EEXIST: 'a file',
  ENOTDIR: 'a file where a directory should be',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'a read-only file system',
  ENOSPC: 'a full disk',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'a name that is too long',
  ELOOP: 'links in a circle',
};

/** What the system found, in words. Rethrows what is no failure of the system, for that is a bug. */
export function ioText(error: unknown): string {
  if (!(error instanceof Error) || !('syscall' in error || 'code' in error)) throw error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return ioTexts[code] ?? error.message;
}

export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
