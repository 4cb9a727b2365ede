/** Who has ever accepted what in the tiny world, and so what is chosen: the checker of the one slot. */
import type { Batch } from '../../mesh/message.ts';

export interface MicroTally {
  /** The first value that was chosen. */
  readonly chosen: Batch | undefined;
  /** Whether a second one was. */
  readonly broken: boolean;
  /** @param quorum of the sound rules: how many acceptors choose. */
  begin(quorum: number): void;
  accepted(acceptor: number, ballot: number, value: Batch): void;
  /** A proposer counts the value as chosen. */
  learned(value: Batch): void;
}

/** Pairs of ballot and value that one run can make, and more. */
const capacity = 128;

export function createMicroTally(): MicroTally {
  const ballots = new Float64Array(capacity);
  const values: (Batch | undefined)[] = new Array<Batch | undefined>(capacity).fill(undefined);
  const acceptors = new Uint8Array(capacity);
  let count = 0;
  let quorum = 0;
  let chosen: Batch | undefined;
  let broken = false;

  function place(ballot: number, value: Batch): number {
    for (let i = 0; i < count; i++) if (ballots[i] === ballot && values[i] === value) return i;
    ballots[count] = ballot;
    values[count] = value;
    acceptors[count] = 0;
    return count++;
  }

  function learned(value: Batch): void {
    chosen ??= value;
    broken ||= chosen !== value;
  }

  return {
    get chosen() {
      return chosen;
    },
    get broken() {
      return broken;
    },
    begin(itsQuorum) {
      count = 0;
      quorum = itsQuorum;
      chosen = undefined;
      broken = false;
    },
    accepted(acceptor, ballot, value) {
      const at = place(ballot, value);
      acceptors[at] = (acceptors[at] as number) | (1 << acceptor);
      if (bitsIn(acceptors[at]) >= quorum) learned(value);
    },
    learned,
  };
}

function bitsIn(byte: number): number {
  let bits = 0;
  for (let rest = byte; rest !== 0; rest &= rest - 1) bits++;
  return bits;
}
