import type { Command } from 'commander';
import { failure, success, type Result } from '../../base/result.ts';
import { blockSamples } from '../../lab/chain/chain.ts';
import { readLinks } from '../../lab/chain/file.ts';
import { createProof } from '../../lab/chain/proof.ts';
import { readSamples } from '../../lab/chain/read-samples.ts';
import type { Fault } from '../../lab/scenario/fault.ts';
import { writeJson } from '../../lab/scenario/write.ts';
import { terminalCommand } from '../../lab/texts/terminal.ts';
import { chainFaultsOf, chainLines, readRecord, type Recorded } from '../record.ts';
import { exitCode, note, refuse, say, type Outcome } from '../terminal.ts';

export function addProveCommand(program: Command, finish: (outcome: Outcome) => Promise<void>): void {
  program
    .command('prove')
    .summary('write the proof that samples were in a run')
    .description(
      `Writes the block of samples around a time with the few hashes that lead from it to the Merkle root: ${terminalCommand} verify --proof checks it.`,
    )
    .argument('<run>', 'the directory of a run or its zip')
    .requiredOption('--time <s>', 'simulated time of a sample')
    .action(async (path: string, options: { readonly time: string }) => finish(proveCommand(path, options.time)));
}

async function proveCommand(path: string, time: string): Outcome {
  const record = await readRecord(path);
  if (!record.ok) return refuse(path, record.error);
  const faults = chainFaultsOf(record.value);
  const { chain, timeseries, agents, document } = record.value;
  if (faults === undefined || timeseries === undefined || agents === undefined || chain === undefined)
    return refuse(path, [{ path: 'chain', found: 'nothing', allowed: 'a run with its hash chain and its files beside it' }]);
  if (faults.length > 0) {
    note(chainLines(faults, document).join('\n'));
    return exitCode.checkFailed;
  }
  const block = blockAt(time, record.value);
  if (!block.ok) return refuse(`--time ${time}`, block.error);
  const links = [...readLinks(chain)].filter((link) => link !== undefined);
  say(writeJson(createProof(readSamples(timeseries, agents, document.scenario.mesh.agents), links, block.value)));
  return exitCode.done;
}

/** The block, from 1, of the last sample at or before a time. */
function blockAt(time: string, { document }: Recorded): Result<number, readonly Fault[]> {
  const { sampleS, durationS } = document.scenario;
  const timeS = time.trim() === '' ? NaN : Number(time);
  if (!(timeS >= 0 && timeS <= durationS)) return failure([{ path: '', found: time, allowed: `a number from 0 to ${durationS} (s)` }]);
  const sample = Math.min(Math.floor(timeS / sampleS + 1e-9), document.counts.samples - 1);
  return success(Math.floor(sample / blockSamples) + 1);
}
