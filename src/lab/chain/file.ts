/** `chain.csv`: a block a row, so that a change is found in its block and any block can be shown to be in the tree. */
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { csvChunks } from '../export/csv.ts';
import type { Chain, Link } from './chain.ts';

export const chainName = 'chain.csv';

const columns = ['block', 'first_sample', 'samples', 'leaf', 'hash'];

/** A row a piece, for each costs the hashing of its block. */
export function chainChunks(chain: Chain): Generator<string> {
  return csvChunks(columns, rows(chain), 1);
}

function* rows(chain: Chain): Generator<readonly (number | string)[]> {
  for (const { block, firstSample, samples, leaf, hash } of chain.links()) {
    yield [block, firstSample, samples, bytesToHex(leaf), bytesToHex(hash)];
  }
}

const row = /^(\d{1,9}),(\d{1,9}),(\d{1,9}),([0-9a-f]{64}),([0-9a-f]{64})$/;

/** What `chainChunks` wrote; undefined in place of a row that is none. */
export function* readLinks(text: string): Generator<Link | undefined> {
  const [, ...lines] = text.split('\r\n');
  for (const line of lines.slice(0, -1)) {
    const [, block, firstSample, samples, leaf, hash] = row.exec(line) ?? [];
    yield leaf === undefined || hash === undefined
      ? undefined
      : {
          block: Number(block),
          firstSample: Number(firstSample),
          samples: Number(samples),
          leaf: hexToBytes(leaf),
          hash: hexToBytes(hash),
        };
  }
}
