import type { Command } from 'commander';
import { maxProofBytes, parseProof, rootOfProof } from '../../lab/chain/proof.ts';
import { writeJson } from '../../lab/scenario/write.ts';
import { readText } from '../input.ts';
import { chainFaultsOf, chainLines, readRecord, recordArgument } from '../record.ts';
import { exitCode, refuse, say, type Outcome } from '../terminal.ts';

interface Options {
  readonly proof?: true;
  readonly root?: string;
  readonly json?: true;
}

export function addVerifyCommand(program: Command, finish: (outcome: Outcome) => Promise<void>): void {
  program
    .command('verify')
    .summary('tell whether a recorded run was changed, and where')
    .description(
      'Holds the samples of a run against its hash chain without running it again. This shows that they were not changed since whoever asks was told the Merkle root; it does not show who made them.',
    )
    .argument('<run>', `${recordArgument}; with --proof what prove wrote`)
    .option('--proof', 'the file is the proof of one block')
    .option('--root <hex>', 'the Merkle root that was kept elsewhere')
    .option('--json', 'give the result as one JSON document')
    .action(async (path: string, options: Options) => finish(verifyCommand(path, options)));
}

const merkleRoot = /^[0-9a-f]{64}$/;

async function verifyCommand(path: string, options: Options): Outcome {
  const { root, proof } = options;
  if (root !== undefined && !merkleRoot.test(root))
    return refuse(`--root ${root}`, [
      { path: '', found: 'something else', allowed: 'a Merkle root: 64 hexadecimal digits, as verify tells it' },
    ]);
  return proof === true ? verifyProof(path, options) : verifyRun(path, options);
}

async function verifyRun(path: string, { root, json }: Options): Outcome {
  const record = await readRecord(path);
  if (!record.ok) return refuse(path, record.error);
  const { document } = record.value;
  const inside = chainFaultsOf(record.value);
  if (document.chain === undefined || inside === undefined)
    return refuse(path, [{ path: 'chain', found: 'nothing', allowed: 'a run with its hash chain and its files beside it' }]);
  const faults = root === undefined || root === document.chain.root ? inside : [`run.json: the Merkle root is not ${root}`, ...inside];
  say(json === true ? writeJson({ whole: faults.length === 0, chain: document.chain, faults }) : chainLines(faults, document).join('\n'));
  return faults.length === 0 ? exitCode.done : exitCode.checkFailed;
}

async function verifyProof(path: string, { root, json }: Options): Outcome {
  const text = await readText(path, maxProofBytes, 'a proof that prove wrote, or - for standard input');
  const proof = text.ok ? parseProof(text.value) : text;
  if (!proof.ok) return refuse(path, proof.error);
  const wanted = root ?? proof.value.root;
  const reached = rootOfProof(proof.value);
  const holds = reached === wanted;
  const { block, blocks, path: beside } = proof.value;
  const where = `block ${block} of ${blocks}`;
  if (json === true) say(writeJson({ holds, block, blocks, hashes: beside.length, reached, root: wanted }));
  else if (holds) say(`${where} is in the run with Merkle root ${wanted}, by ${beside.length} hashes`);
  else say(`${where} is not in the run with Merkle root ${wanted}: its samples lead to ${reached ?? 'none'}`);
  return holds ? exitCode.done : exitCode.checkFailed;
}
