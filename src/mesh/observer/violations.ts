/** What must never happen and did, as the checks write it down. */
import type { Remembers } from '../../base/remember.ts';

export type Check = 'clock' | 'agreement' | 'validity' | 'duplicates' | 'survival' | 'real-time order' | 'causal order' | 'convergence';

export interface Violation {
  readonly check: Check;
  readonly timeS: number;
  readonly agents: readonly number[];
  readonly events: readonly number[];
  readonly message: string;
}

export type Report = (check: Check, timeS: number, agents: readonly number[], events: readonly number[], message: string) => void;

export interface Violations extends Remembers {
  readonly list: readonly Violation[];
  readonly count: number;
  readonly report: Report;
}

/** More are counted, not described, but for the first that a check finds. */
const maxDescribed = 1000;

export function createViolations(): Violations {
  const list: Violation[] = [];
  let count = 0;

  return {
    remember(memory) {
      count = memory.value(count);
      memory.list(list);
    },
    list,
    get count() {
      return count;
    },
    report(check, timeS, agents, events, message) {
      count++;
      if (list.length < maxDescribed || !list.some((violation) => violation.check === check))
        list.push({ check, timeS, agents, events, message });
    },
  };
}
