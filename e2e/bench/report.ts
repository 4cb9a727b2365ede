/** What a benchmark found, as a table for people and as JSON: what is told, and what is judged. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Line {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** What is promised; none where the figure is only told. */
  readonly atMost?: number;
  readonly note: string;
}

export interface Machine {
  readonly browser: string;
  readonly cores: number;
  /** At the beginning. */
  readonly load: number;
}

export function missed({ value, atMost }: Line): boolean {
  return atMost !== undefined && !(value <= atMost);
}

/** @param name of the file in test-results, without its ending. */
export function report(name: string, lines: readonly Line[], machine: Machine): void {
  console.log(`${machine.browser}, ${machine.cores} cores, load at the beginning ${machine.load.toFixed(1)}\n`);
  for (const line of lines) {
    const promised = line.atMost === undefined ? '' : `≤ ${line.atMost}`;
    const verdict = line.atMost === undefined ? ' ' : missed(line) ? '✗' : '✓';
    console.log(
      `${verdict} ${line.what.padEnd(32)} ${line.value.toFixed(1).padStart(9)} ${line.unit.padEnd(7)} ${promised.padEnd(8)} ${line.note}`,
    );
  }
  const directory = join(import.meta.dirname, '../../test-results');
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, `${name}.json`), `${JSON.stringify({ machine, lines }, null, 2)}\n`);
}
