import type { Command } from 'commander';
import { scenarioJsonSchema } from '../../lab/scenario/json-schema.ts';
import { exitCode, say, type Outcome } from '../terminal.ts';

export function addSchemaCommand(program: Command, finish: (outcome: Outcome) => Promise<void>): void {
  program
    .command('schema')
    .summary('print the JSON Schema of a scenario')
    .description('Prints the JSON Schema (draft 2020-12) of a scenario document: every key with its range, unit, default and meaning.')
    .action(async () => finish(schemaCommand()));
}

async function schemaCommand(): Outcome {
  say(JSON.stringify(scenarioJsonSchema(), undefined, 2));
  return Promise.resolve(exitCode.done);
}
