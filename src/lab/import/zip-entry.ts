/**
 * One file out of a zip archive that nobody vouches for. The directory at its end is read by hand, for it holds the check
 * sum, which the inflater does not look at; every number in it is held against the bytes that there are.
 */
import { Inflate, strFromU8 } from 'fflate';
import { failure, success, type Result } from '../../base/result.ts';
import { quote, type Fault } from '../scenario/fault.ts';
import { tooLong } from '../scenario/json.ts';

/** A larger archive is unpacked better than read whole. */
export const maxZipBytes = 1 << 30;
const maxEntries = 10_000;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly offset: number;
}

/**
 * The text of the file of that name, at the top of the archive or in its only folder that has one.
 * @param maxBytes the most that the file may hold unpacked; it is checked before and while unpacking.
 */
export function readZipText(zip: Uint8Array, name: string, maxBytes: number): Result<string, readonly Fault[]> {
  const entries = readDirectory(zip);
  if (entries === undefined)
    return fault('', 'something else', 'a zip archive with its directory whole, below 1 GiB, of at most 10000 files');
  const [entry, another] = entries.filter((candidate) => candidate.name === name || candidate.name.endsWith(`/${name}`));
  const names = entries.map((candidate) => candidate.name).slice(0, 5);
  if (entry === undefined)
    return fault('', `a zip with ${names.length === 0 ? 'no file' : names.map(quote).join(', ')}`, `a zip with ${name} in it`);
  if (another !== undefined) return fault('', `both ${quote(entry.name)} and ${quote(another.name)}`, `one ${name}`);
  if (entry.encrypted) return fault(name, 'an encrypted file', 'a file without a password');
  if (entry.bytes > maxBytes) return failure([{ ...tooLong(entry.bytes, maxBytes), path: name }]);
  const bytes = unpack(zip, entry);
  if (bytes === undefined || crc32(bytes) !== entry.crc) return fault(name, 'damaged data', 'what its check sum says');
  return success(strFromU8(bytes));
}

function fault(path: string, found: string, allowed: string): Result<never, readonly Fault[]> {
  return failure([{ path, found, allowed }]);
}

/** APPNOTE 6.3.10: end of central directory (4.3.16), then the directory that it points at (4.3.12). */
function readDirectory(zip: Uint8Array): readonly Entry[] | undefined {
  if (zip.length > maxZipBytes) return undefined;
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = endOfDirectory(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > maxEntries) return undefined;
  const entries: Entry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) return undefined;
    entries.push({
      name: strFromU8(zip.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
      crc: view.getUint32(at + 16, true),
      packedBytes: view.getUint32(at + 20, true),
      bytes: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return entries;
}

/** It stands last but for a comment of at most 65,535 bytes. */
function endOfDirectory(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === 0x06054b50) return at;
  return undefined;
}

/** Undefined when the bytes are not what the directory says, before more than that is unpacked. */
function unpack(zip: Uint8Array, entry: Entry): Uint8Array | undefined {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  if (entry.offset + 30 > zip.length || view.getUint32(entry.offset, true) !== 0x04034b50) return undefined;
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = zip.subarray(start, start + entry.packedBytes);
  if (packed.length !== entry.packedBytes) return undefined;
  if (entry.method === 0) return packed.length === entry.bytes ? packed : undefined;
  return entry.method === 8 ? inflate(packed, entry.bytes) : undefined;
}

/** Deflate packs at most 1032 to 1, so a piece of 4 kB cannot burst into more than 4 MB before it is seen. */
const pieceBytes = 4_096;

function inflate(packed: Uint8Array, bytes: number): Uint8Array | undefined {
  const out = new Uint8Array(bytes);
  let length = 0;
  const inflater = new Inflate((piece) => {
    if (length + piece.length <= bytes) out.set(piece, length);
    length += piece.length;
  });
  try {
    for (let at = 0; at < packed.length && length <= bytes; at += pieceBytes) {
      inflater.push(packed.subarray(at, at + pieceBytes), at + pieceBytes >= packed.length);
    }
  } catch {
    return undefined;
  }
  return length === bytes ? out : undefined;
}

/** CRC-32 of ISO 3309, as zip uses it (reflected, polynomial 0xEDB88320). */
function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8);
  return ~crc >>> 0;
}

const crcTable = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 0 ? crc >>> 1 : (crc >>> 1) ^ 0xedb88320;
  return crc;
});
