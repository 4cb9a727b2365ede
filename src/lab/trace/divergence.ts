/** Where two histories part: two runs of one seed, one protocol against another, or a run and the same with one thing changed. */
import type { Events } from './types.ts';

export interface Divergence {
  /** The first event that is another in the other history; the length of the shorter where it only ends earlier. */
  readonly event: number;
  readonly timeS: number;
  /** For each agent the place, among its own events, of the first that differs; −1 where none does. */
  readonly perAgent: readonly number[];
}

/** @returns undefined when both are the same from beginning to end. */
export function firstDivergence(one: Events, other: Events): Divergence | undefined {
  const shorter = Math.min(one.length, other.length);
  let event = 0;
  while (event < shorter && sameEvent(one, event, other, event)) event++;
  if (event === one.length && event === other.length) return undefined;
  const times = [one, other].map(({ length, timeS }) => (event < length ? (timeS[event] as number) : Infinity));
  const mine = lifelines(one);
  const theirs = lifelines(other);
  const perAgent = mine.map((events, agent) => {
    const others = theirs[agent] ?? new Int32Array(0);
    const end = Math.min(events.length, others.length);
    let place = 0;
    while (place < end && sameEvent(one, events[place] as number, other, others[place] as number)) place++;
    return place === events.length && place === others.length ? -1 : place;
  });
  return { event, timeS: Math.min(...times), perAgent };
}

/** The same thing at the same time; numbers of causes may differ where something else happened before. */
function sameEvent(one: Events, i: number, other: Events, j: number): boolean {
  return (
    one.timeS[i] === other.timeS[j] &&
    one.agent[i] === other.agent[j] &&
    one.clock[i] === other.clock[j] &&
    one.kinds[one.kind[i] as number] === other.kinds[other.kind[j] as number] &&
    one.peer[i] === other.peer[j] &&
    one.token[i] === other.token[j] &&
    one.slot[i] === other.slot[j]
  );
}

function lifelines({ length, names, agent }: Events): readonly Int32Array[] {
  const lists = names.map((): number[] => []);
  for (let i = 0; i < length; i++) lists[agent[i] as number]?.push(i);
  return lists.map((list) => Int32Array.from(list));
}
