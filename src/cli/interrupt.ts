/** Ctrl-C: the first asks whoever works to come to an end and keep what is finished, the second ends at once. */
import { exitCode, note } from './terminal.ts';

export interface Interrupt {
  readonly asked: boolean;
  /** Leaves Ctrl-C to Node again. */
  release(): void;
}

export function watchInterrupt(): Interrupt {
  let asked = false;
  const onSignal = (): void => {
    if (asked) process.exit(exitCode.interrupted);
    asked = true;
    note('chorus: interrupted; keeping what is finished (once more to stop at once)');
  };
  process.on('SIGINT', onSignal);
  return {
    get asked() {
      return asked;
    },
    release: () => process.off('SIGINT', onSignal),
  };
}
