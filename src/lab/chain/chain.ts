/**
 * A record in which a change shows: the samples in blocks, each hashed together with all that came before it, and a Merkle
 * tree over the blocks.
 *
 *     h₀ = SHA-256(version and scenario)      h_n = SHA-256(h_{n−1} ‖ block n)      leaf n = SHA-256(0 ‖ block n)
 *
 * It says that the samples are those that were recorded, for whoever kept h_n or the root elsewhere. It says nothing about who
 * recorded them: whoever changes a sample can make a new chain.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { at } from '../../base/assert.ts';
import { writeCanonical } from '../run/digest.ts';
import { agentColumns, timeseriesColumns, type AgentColumn, type Table, type TimeseriesColumn } from '../run/types.ts';
import { writeJson } from '../scenario/write.ts';
import { leafHash, merkleRoot, type Hash } from './merkle.ts';

/** Small enough to say where a change is, large enough that the hashes stay small beside the samples. */
export const blockSamples = 16 as const;

/** What is chained: every row of the time series and after each the agents' rows of that sample. */
export interface Samples {
  readonly timeseries: Table<TimeseriesColumn>;
  readonly agentSamples: Table<AgentColumn>;
  readonly agents: number;
}

export interface Link {
  /** From 1, as in h₁. */
  readonly block: number;
  readonly firstSample: number;
  readonly samples: number;
  readonly leaf: Hash;
  readonly hash: Hash;
}

/** As it stands in `run.json`; hashes in hexadecimal. */
export interface ChainSummary {
  readonly blockSamples: typeof blockSamples;
  readonly blocks: number;
  readonly start: string;
  readonly head: string;
  readonly root: string;
}

export interface Chain {
  /** From the first on, whoever has asked before; hashed as they are taken. */
  links(): Iterable<Link>;
  summary(): ChainSummary;
}

/** @param scenario as it stands in the record, without defaults that a later version would add. */
export function createChain(version: string, scenario: unknown, samples: Samples): Chain {
  const start = chainStart(version, scenario);
  const made: Link[] = [];
  const rest = makeLinks(start, samples);

  function* links(): Generator<Link> {
    for (let i = 0; ; i++) {
      if (i === made.length) {
        const next = rest.next();
        if (next.done === true) return;
        made.push(next.value);
      }
      yield at(made, i);
    }
  }

  return {
    links,
    summary() {
      const all = [...links()];
      return {
        blockSamples,
        blocks: all.length,
        start: bytesToHex(start),
        head: bytesToHex(all.at(-1)?.hash ?? start),
        root: bytesToHex(merkleRoot(all.map((link) => link.leaf))),
      };
    },
  };
}

/** h₀. The scenario is that as run, so what was done on the way is chained too. */
export function chainStart(version: string, scenario: unknown): Hash {
  return sha256(utf8ToBytes(writeJson({ version, scenario })));
}

function* makeLinks(start: Hash, samples: Samples): Generator<Link> {
  let before = start;
  for (let block = 1, firstSample = 0; firstSample < samples.timeseries.length; block++, firstSample += blockSamples) {
    const count = Math.min(blockSamples, samples.timeseries.length - firstSample);
    const bytes = blockBytes(samples, firstSample, count);
    before = chainHash(before, bytes);
    yield { block, firstSample, samples: count, leaf: leafHash(bytes), hash: before };
  }
}

export function chainHash(before: Hash, block: Uint8Array): Hash {
  return sha256.create().update(before).update(block).digest();
}

/** The numbers of some samples as the digest has them, but 0 for −0: CSV does not tell them apart. */
export function blockBytes({ timeseries, agentSamples, agents }: Samples, firstSample: number, count: number): Uint8Array {
  const row = timeseriesColumns.map((name) => timeseries.column(name));
  const agentRow = agentColumns.map((name) => agentSamples.column(name));
  const bytes = new Uint8Array(8 * count * (row.length + agents * agentRow.length));
  const view = new DataView(bytes.buffer);
  let offset = 0;
  const write = (columns: readonly Readonly<Float64Array>[], index: number): void => {
    for (const column of columns) {
      writeCanonical(view, offset, at(column, index) + 0);
      offset += 8;
    }
  };
  for (let sample = firstSample; sample < firstSample + count; sample++) {
    write(row, sample);
    for (let agent = 0; agent < agents; agent++) write(agentRow, sample * agents + agent);
  }
  return bytes;
}
