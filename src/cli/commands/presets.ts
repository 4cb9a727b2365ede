import type { Command } from 'commander';
import { presets } from '../../lab/scenario/presets.ts';
import { writeJson } from '../../lab/scenario/write.ts';
import { exitCode, say, textTable } from '../terminal.ts';
import type { Outcome } from '../terminal.ts';

export function addPresetsCommand(program: Command, finish: (outcome: Outcome) => Promise<void>): void {
  program
    .command('presets')
    .summary('list the scenarios that have a name')
    .description('Lists the scenarios that can be run as preset:NAME; with --json each stands there whole.')
    .option('--json', 'give the result as one JSON document')
    .action(async (options: { readonly json?: true }) => finish(presetsCommand(options.json === true)));
}

async function presetsCommand(json: boolean): Outcome {
  say(json ? writeJson(presets) : textTable(presets.map(({ name, title, summary }) => [name, title, summary])));
  return Promise.resolve(exitCode.done);
}
