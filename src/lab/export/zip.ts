/** Files of text as one zip archive, made piece by piece: neither the archive nor a file of it is ever in memory whole. */
import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { RunFile } from './files.ts';

/** Sizes in a zip without the 64-bit extension, which the library does not write, are 32 bits wide. */
const maxBytes = 0xffff_ffff;

/**
 * A date that every zip can hold, in local time, so that the same run gives the same bytes wherever and whenever it is
 * exported. When it was made, the file system knows.
 */
const mtime = '1980-01-01T00:00:00';

/** @throws RangeError when a file or the archive would be 4 GiB or more. */
export function* zipChunks(files: Iterable<RunFile>): Generator<Uint8Array> {
  const ready: Uint8Array[] = [];
  let written = 0;
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    written += piece.length;
    ready.push(piece);
  });
  for (const file of files) {
    const entry = new ZipDeflate(file.name, { level: 6 });
    entry.mtime = mtime;
    zip.add(entry);
    let size = 0;
    for (const chunk of file.chunks) {
      const bytes = strToU8(chunk);
      size += bytes.length;
      if (size > maxBytes || written > maxBytes) throw new RangeError(`${file.name} makes the zip larger than 4 GiB`);
      entry.push(bytes, false);
      yield* ready.splice(0);
    }
    entry.push(new Uint8Array(0), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
