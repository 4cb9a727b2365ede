/** Whether the files of a run are those that its chain was made of, and if not, in which block they are not. */
import { bytesToHex } from '@noble/hashes/utils.js';
import type { RunDocument } from '../export/run-document.ts';
import { isRecord, own } from '../scenario/structure.ts';
import { blockBytes, blockSamples, chainHash, chainStart, type Link } from './chain.ts';
import { chainName, readLinks } from './file.ts';
import { leafHash, merkleRoot, type Hash } from './merkle.ts';
import { readSamples, type ReadSamples } from './read-samples.ts';

/** The texts of a run's files. */
export interface ChainedFiles {
  readonly runJson: string;
  readonly timeseries: string;
  readonly agents: string;
  readonly chain: string;
}

/** A sentence for each thing that is not as it was recorded; none where all is. A record with a chain is asked for. */
export function chainFaults(document: RunDocument, files: ChainedFiles): readonly string[] {
  const { chain, counts, scenario } = document;
  if (chain === undefined) return ['run.json has no chain'];
  const samples = readSamples(files.timeseries, files.agents, scenario.mesh.agents);
  const links = [...readLinks(files.chain)];
  const faults: string[] = [];
  const start = startOf(files.runJson);
  if (bytesToHex(start) !== chain.start) faults.push('run.json: version or scenario is not that of h₀');
  if (samples.timeseries.length !== counts.samples || samples.agentSamples.length !== counts.samples * scenario.mesh.agents)
    faults.push(`timeseries.csv or agents.csv has not the rows of ${String(counts.samples)} samples`);
  if (links.length !== chain.blocks || chain.blocks !== Math.ceil(counts.samples / blockSamples))
    faults.push(`${chainName} has ${String(links.length)} blocks, not ${String(chain.blocks)}`);
  let before: Hash | undefined = start;
  for (const [index, link] of links.entries()) {
    const fault = blockFault(link, index, before, samples);
    if (fault !== undefined) faults.push(`block ${String(index + 1)} (${placeOf(index, counts.samples, scenario.sampleS)}): ${fault}`);
    before = link?.hash;
  }
  if (links.every((link) => link !== undefined)) {
    if (bytesToHex(links.at(-1)?.hash ?? start) !== chain.head) faults.push(`run.json: the head is not the last hash of ${chainName}`);
    if (bytesToHex(merkleRoot(links.map((link) => link.leaf))) !== chain.root)
      faults.push(`run.json: the Merkle root is not that of the leaves in ${chainName}`);
  }
  return faults;
}

/** h₀ of the scenario as it stands in the text, which is known to be a record. */
function startOf(runJson: string): Hash {
  const { version, scenario } = rawRecord(runJson);
  return chainStart(version, scenario);
}

/** Version and scenario as they stand in the text of a record: without defaults, which a later version may have more of. */
export function rawRecord(runJson: string): { readonly version: string; readonly scenario: unknown } {
  const document: unknown = JSON.parse(runJson.replace(/^\uFEFF/, ''));
  const version = isRecord(document) ? own(document, 'version') : undefined;
  return { version: typeof version === 'string' ? version : '', scenario: isRecord(document) ? own(document, 'scenario') : undefined };
}

/** Each block is judged by what the file says of the one before, so that one fault does not hide all that follows. */
function blockFault(link: Link | undefined, index: number, before: Hash | undefined, samples: ReadSamples): string | undefined {
  const firstSample = index * blockSamples;
  const count = Math.min(blockSamples, samples.timeseries.length - firstSample);
  if (link === undefined || link.block !== index + 1 || link.firstSample !== firstSample) return `its row in ${chainName} is no such row`;
  if (count <= 0 || link.samples !== count) return 'its samples are not there';
  const bytes = blockBytes(samples, firstSample, count);
  const isSpoiled = Array.from({ length: count }, (_, i) => samples.spoiled.has(firstSample + i)).includes(true);
  const isLeaf = sameHash(leafHash(bytes), link.leaf);
  const isNext = before === undefined || sameHash(chainHash(before, bytes), link.hash);
  if (isSpoiled || (!isLeaf && !isNext)) return 'timeseries.csv or agents.csv is not what was recorded';
  if (isLeaf && isNext) return undefined;
  return isLeaf ? `its hash in ${chainName}, or the one before, is another` : `its leaf in ${chainName} is another`;
}

function sameHash(a: Hash, b: Hash): boolean {
  return bytesToHex(a) === bytesToHex(b);
}

function placeOf(index: number, samples: number, sampleS: number): string {
  const first = index * blockSamples;
  const last = Math.min(samples, first + blockSamples) - 1;
  const timeS = (sample: number): string => String(Number((sample * sampleS).toPrecision(12)));
  return `samples ${String(first)} to ${String(last)}, t_s ${timeS(first)} to ${timeS(last)}`;
}
