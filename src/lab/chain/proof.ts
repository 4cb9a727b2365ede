/**
 * One block of a run with its place in the tree: whoever has the root can tell by at most ⌈log₂ n⌉ hashes that these samples
 * were in the run, without the rest of it. Schema `chorus.proof/1`.
 */
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import { assert, at } from '../../base/assert.ts';
import { failure, success, type Result } from '../../base/result.ts';
import { createTable } from '../run/table.ts';
import { agentColumns, timeseriesColumns, type Table } from '../run/types.ts';
import type { Fault } from '../scenario/fault.ts';
import { parseJson } from '../scenario/json.ts';
import { structureFaults } from '../scenario/structure.ts';
import { blockBytes, blockSamples, type Link, type Samples } from './chain.ts';
import { inclusionPath, leafHash, rootAlong } from './merkle.ts';

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits'));
const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1e9));
/** `null` stands for what is absent. */
const rows = v.pipe(v.array(v.array(v.nullable(v.number()))), v.maxLength(blockSamples * 128));

const proofSchema = v.object({
  schema: v.literal('chorus.proof/1'),
  block: count,
  blocks: count,
  /** In the order of `timeseriesColumns` and of `agentColumns`. */
  timeseries: rows,
  agents: rows,
  path: v.pipe(v.array(hash), v.maxLength(30)),
  root: hash,
});

export type Proof = v.InferOutput<typeof proofSchema>;

export const maxProofBytes = 4_000_000;

/** @param links all of the run. @param block from 1. */
export function createProof(samples: Samples, links: readonly Link[], block: number): Proof {
  const link = at(links, block - 1);
  const leaves = links.map(({ leaf }) => leaf);
  const path = inclusionPath(leaves, block - 1);
  const root = rootAlong(link.leaf, block - 1, links.length, path);
  assert(root !== undefined, 'a path of the tree that it was made of');
  return {
    schema: 'chorus.proof/1',
    block,
    blocks: links.length,
    timeseries: rowsOf(samples.timeseries, timeseriesColumns, link.firstSample, link.samples),
    agents: rowsOf(samples.agentSamples, agentColumns, link.firstSample * samples.agents, link.samples * samples.agents),
    path: path.map((beside) => bytesToHex(beside)),
    root: bytesToHex(root),
  };
}

function rowsOf<Name extends string>(table: Table<Name>, columns: readonly Name[], first: number, length: number): (number | null)[][] {
  return Array.from({ length }, (_, i) =>
    columns.map((name) => {
      const value = at(table.column(name), first + i);
      return Number.isNaN(value) ? null : value;
    }),
  );
}

export function parseProof(text: string): Result<Proof, readonly Fault[]> {
  const json = parseJson(text, 'a proof', maxProofBytes);
  if (!json.ok) return json;
  const faults = structureFaults(proofSchema, json.value);
  if (faults.length > 0) return failure(faults);
  const parsed = v.safeParse(proofSchema, json.value);
  assert(parsed.success, 'the schema accepts what the walk over it found without fault');
  return success(parsed.output);
}

/** The root that the samples of a proof lead to; undefined where they have no form that leads anywhere. */
export function rootOfProof(proof: Proof): string | undefined {
  const agents = proof.agents.length / proof.timeseries.length;
  const timeseries = tableOf(timeseriesColumns, proof.timeseries);
  const agentSamples = tableOf(agentColumns, proof.agents);
  if (!Number.isInteger(agents) || timeseries === undefined || agentSamples === undefined) return undefined;
  const bytes = blockBytes({ timeseries, agentSamples, agents }, 0, proof.timeseries.length);
  const root = rootAlong(
    leafHash(bytes),
    proof.block - 1,
    proof.blocks,
    proof.path.map((beside) => hexToBytes(beside)),
  );
  return root === undefined ? undefined : bytesToHex(root);
}

function tableOf<Name extends string>(columns: readonly Name[], values: Proof['agents']): Table<Name> | undefined {
  const table = createTable(columns);
  for (const row of values) {
    if (row.length !== columns.length) return undefined;
    table.push(Float64Array.from(row, (value) => value ?? NaN));
  }
  return table;
}
