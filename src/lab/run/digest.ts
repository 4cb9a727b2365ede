/** SHA-256 over the canonical samples: every number of every row as a little-endian 64-bit float, one NaN for all. */
import type { Remembers } from '../../base/remember.ts';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

export interface Digest extends Remembers {
  add(row: Readonly<Float64Array>): void;
  /** Over all rows so far, in hexadecimal; more may be added afterwards. */
  hex(): string;
}

export function createDigest(): Digest {
  let hash = sha256.create();
  let bytes = new Uint8Array(0);

  return {
    add(row) {
      if (bytes.length !== row.length * 8) bytes = new Uint8Array(row.length * 8);
      const view = new DataView(bytes.buffer);
      for (let i = 0; i < row.length; i++) writeCanonical(view, i * 8, row[i] as number);
      hash.update(bytes);
    },
    remember(memory) {
      const kept = memory.value(memory.putsBack ? hash : hash.clone());
      if (memory.putsBack) hash = kept.clone();
    },
    hex: () => bytesToHex(hash.clone().digest()),
  };
}

/** The bits of NaN are an engine's own choice; here there is one. */
export function writeCanonical(view: DataView, offset: number, value: number): void {
  if (Number.isNaN(value)) {
    view.setUint32(offset, 0, true);
    view.setUint32(offset + 4, 0x7ff80000, true);
  } else view.setFloat64(offset, value, true);
}
