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
  /** Who draws for WebGL. */
  readonly drawnBy: string;
  readonly cores: number;
  /** Programs that want a core, over the last minute: those beyond the number of cores wait for each other. */
  readonly loadBefore: number;
  readonly loadAfter: number;
}

export function missed({ value, atMost }: Line): boolean {
  return atMost !== undefined && !(value <= atMost);
}

/** @param name of the file in test-results, without its ending. */
export function report(name: string, lines: readonly Line[], machine: Machine): void {
  const { browser, drawnBy, cores, loadBefore, loadAfter } = machine;
  console.log(`Chromium ${browser}, WebGL by ${drawnBy}`);
  console.log(`${cores} cores, load ${loadBefore.toFixed(1)} before and ${loadAfter.toFixed(1)} after\n`);
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
