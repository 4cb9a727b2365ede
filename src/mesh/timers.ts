/** Timers of agents on the queue of events: to set one again, or to cancel it, makes the earlier setting void. */
import type { EventHeap } from '../base/event-heap.ts';
import type { Remembers } from '../base/remember.ts';

export interface Timers extends Remembers {
  set(agent: number, timer: number, timeS: number): void;
  cancel(agent: number, timer: number): void;
  cancelAll(agent: number): void;
  /** Whether what came out of the queue is the latest setting of that timer. */
  isValid(agent: number, timer: number, setting: number): boolean;
}

/** @param count timers an agent has; the tag of timer t of agent a in the queue is t shifted by 8 bits, plus a. */
export function createTimers(agents: number, count: number, heap: EventHeap): Timers {
  const latest = new Int32Array(agents * count);

  function renew(agent: number, timer: number): number {
    const place = agent * count + timer;
    const setting = ((latest[place] as number) + 1) | 0;
    latest[place] = setting;
    return setting;
  }

  return {
    remember: (memory) => {
      memory.all(latest);
    },
    set(agent, timer, timeS) {
      heap.push(timeS, (timer << 8) | agent, renew(agent, timer));
    },
    cancel: renew,
    cancelAll(agent) {
      for (let timer = 0; timer < count; timer++) renew(agent, timer);
    },
    isValid: (agent, timer, setting) => latest[agent * count + timer] === setting,
  };
}
