/** The commands of `chorus`. One file a command; to add one, write it and name it here. */
import { Command, CommanderError } from 'commander';
import { programVersion } from '../lab/export/version.ts';
import { terminalCommand } from '../lab/texts/terminal.ts';
import { addCheckCommand } from './commands/check.ts';
import { addExperimentCommand } from './commands/experiment.ts';
import { addImportCommand } from './commands/import.ts';
import { addPresetsCommand } from './commands/presets.ts';
import { addProveCommand } from './commands/prove.ts';
import { addReplayCommand } from './commands/replay.ts';
import { addRunCommand } from './commands/run.ts';
import { addSchemaCommand } from './commands/schema.ts';
import { addVerifyCommand } from './commands/verify.ts';
import { exitCode, note, type ExitCode, type Outcome } from './terminal.ts';

const examples = `
Examples:
  ${terminalCommand} run preset:halves --out out
  ${terminalCommand} run scenario.json --set field.coupling=2.5 --set mesh.loss=0.1 --seed 7 --duration 60
  ${terminalCommand} check --seeds 0..499 --protocol legacy --out out
  ${terminalCommand} experiment coupling-sweep --out sweep
  ${terminalCommand} replay out
  ${terminalCommand} prove out --time 30 > proof.json && ${terminalCommand} verify --proof proof.json
  ${terminalCommand} import chord.log --out imported

Exit status: 0 done; 1 a check failed (a violation was found, a digest differs); 2 the input is bad; 130 interrupted.`;

/**
 * Does what the arguments say: progress goes to stderr, results to stdout.
 * @returns 0 when done, 1 when a check failed, 2 when the input is bad, 130 when interrupted.
 */
export async function chorus(args: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = exitCode.done;
  const program = new Command(terminalCommand)
    .description('The Chorus Lab from a terminal: runs scenarios, writes what came out, and runs them again.')
    .version(programVersion, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', examples)
    .showHelpAfterError(`(${terminalCommand} --help tells what there is)`)
    // Inherited by the commands, so before they are added.
    .exitOverride();
  const finish = async (outcome: Outcome): Promise<void> => {
    code = await outcome;
  };
  addRunCommand(program, finish);
  addCheckCommand(program, finish);
  addExperimentCommand(program, finish);
  addReplayCommand(program, finish);
  addVerifyCommand(program, finish);
  addProveCommand(program, finish);
  addImportCommand(program, finish);
  addPresetsCommand(program, finish);
  addSchemaCommand(program, finish);

  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.badInput;
    note(
      `chorus: a fault of the program itself, please report it\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    return exitCode.checkFailed;
  }
  return code;
}
