/** What a command says and with what it ends. Results go to stdout, everything else to stderr. */
import { faultText, type Fault } from '../lab/scenario/fault.ts';
import { ioText } from './input.ts';

export const exitCode = { done: 0, checkFailed: 1, badInput: 2, interrupted: 130 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** A command's answer to its arguments: it says what it has to say and gives the code to end with. */
export type Outcome = Promise<ExitCode>;

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** A document with a thousand faults is told by the first ones. */
const mostFaults = 50;

/** Tells all faults, a line each. @param place names what was given: a file, an option; or tells it for each fault. */
export function refuse(place: string | ((fault: Fault) => string), faults: readonly Fault[]): ExitCode {
  for (const fault of faults.slice(0, mostFaults)) note(faultText(fault, typeof place === 'string' ? place : place(fault)));
  if (faults.length > mostFaults) note(`… and ${faults.length - mostFaults} more`);
  return exitCode.badInput;
}

/** A reader that has seen enough (`chorus schema | head`) is no failure; a result that cannot be written is one. */
export function watchOutput(): void {
  for (const [stream, name] of [
    [process.stdout, 'standard output'],
    [process.stderr, ''],
  ] as const) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') return;
      // Of where complaints go nothing can be said.
      if (name !== '') refuse(name, [{ path: '', found: ioText(error), allowed: 'somewhere that all of the result can be written to' }]);
      process.exit(exitCode.badInput);
    });
  }
}

/** For a shell, where it would be more than one word. */
export function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : JSON.stringify(path);
}

/** Columns aligned by width, two spaces apart; numbers to the right. */
export function textTable(rows: readonly (readonly string[])[], rightAligned: readonly number[] = []): string {
  const widths = rows.reduce<number[]>((widest, row) => row.map((cell, i) => Math.max(widest[i] ?? 0, cell.length)), []);
  const line = (row: readonly string[]): string =>
    row.map((cell, i) => (rightAligned.includes(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join('  ');
  return rows.map((row) => line(row).trimEnd()).join('\n');
}
