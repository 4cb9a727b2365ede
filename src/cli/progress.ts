/** How far a run has come, on stderr: a bar on a terminal, elsewhere a line every few seconds. */
import { SingleBar } from 'cli-progress';
import { note } from './terminal.ts';

export interface Progress {
  /** @param reached how far it has come, in the unit that was named. */
  update(reached: number): void;
  stop(): void;
}

const secondsBetweenLines = 5;

/** The unit of what is told as a part of the whole already. */
const share = '%';

/** @param until at which it is done, in a unit: of simulated time if none is named. */
export function createProgress(name: string, until: number, unit = 's'): Progress {
  return process.stderr.isTTY ? createBar(name, until, unit) : createLines(name, until, unit);
}

function createBar(name: string, until: number, unit: string): Progress {
  const bar = new SingleBar({
    format: `${name} {bar} {percentage}%${unit === share ? '' : ` | {value} of {total} ${unit}`} | {eta_formatted} left`,
    barsize: 30,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    // Ctrl-C is ours: see interrupt.ts.
    gracefulExit: false,
    formatValue: (value, _options, type) => (type === 'value' || type === 'total' ? tenths(value) : String(value)),
  });
  bar.start(until, 0);
  return { update: (reached) => bar.update(reached), stop: () => bar.stop() };
}

function createLines(name: string, until: number, unit: string): Progress {
  const began = performance.now();
  let said = began;
  return {
    update(reached) {
      const now = performance.now();
      if (now - said < secondsBetweenLines * 1000) return;
      said = now;
      const speed = ((reached * 1000) / (now - began)).toPrecision(3);
      const of = unit === share ? '' : ` of ${tenths(until)}`;
      const percent = unit === share ? '' : ` (${Math.floor((100 * reached) / until)}%)`;
      note(`${name}: ${tenths(reached)}${of} ${unit}${percent}, ${Number(speed)} ${unit} a second`);
    },
    stop: () => undefined,
  };
}

function tenths(value: number): string {
  return String(Math.round(value * 10) / 10);
}
