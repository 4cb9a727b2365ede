/** Ctrl-C: the first asks whoever works to come to an end and keep what is finished, the second ends at once. */
import { exitCode, note } from './terminal.ts';

export interface Interrupt {
  readonly asked: boolean;
  /** Leaves Ctrl-C to Node again. */
  release(): void;
}

/** One press may come as two signals: from the terminal, and passed on by what started this program (npm, tsx). No one presses twice so fast. */
const samePressMs = 300;

export function watchInterrupt(): Interrupt {
  let askedMs: number | undefined;
  const onSignal = (): void => {
    const nowMs = performance.now();
    if (askedMs !== undefined) {
      if (nowMs - askedMs > samePressMs) process.exit(exitCode.interrupted);
      return;
    }
    askedMs = nowMs;
    note('chorus: interrupted; keeping what is finished (once more to stop at once)');
  };
  process.on('SIGINT', onSignal);
  return {
    get asked() {
      return askedMs !== undefined;
    },
    release: () => process.off('SIGINT', onSignal),
  };
}
