/** How far a run has come, on stderr: a bar on a terminal, elsewhere a line every few seconds. */
import { SingleBar } from 'cli-progress';
import { note } from './terminal.ts';

export interface Progress {
  /** @param timeS simulated time reached. */
  update(timeS: number): void;
  stop(): void;
}

const secondsBetweenLines = 5;

/** @param untilS simulated time at which it is done. */
export function createProgress(name: string, untilS: number): Progress {
  return process.stderr.isTTY ? createBar(name, untilS) : createLines(name, untilS);
}

function createBar(name: string, untilS: number): Progress {
  const bar = new SingleBar({
    format: `${name} {bar} {percentage}% | {value} of {total} s | {eta_formatted} left`,
    barsize: 30,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    // Ctrl-C is ours: see interrupt.ts.
    gracefulExit: false,
    formatValue: (value, _options, type) => (type === 'value' || type === 'total' ? seconds(value) : String(value)),
  });
  bar.start(untilS, 0);
  return { update: (timeS) => bar.update(timeS), stop: () => bar.stop() };
}

function createLines(name: string, untilS: number): Progress {
  const began = performance.now();
  let said = began;
  return {
    update(timeS) {
      const now = performance.now();
      if (now - said < secondsBetweenLines * 1000) return;
      said = now;
      const speed = (timeS * 1000) / (now - began);
      note(
        `${name}: ${seconds(timeS)} of ${seconds(untilS)} s (${Math.floor((100 * timeS) / untilS)}%), ${speed.toPrecision(3)} s a second`,
      );
    },
    stop: () => undefined,
  };
}

function seconds(value: number): string {
  return String(Math.round(value * 10) / 10);
}
