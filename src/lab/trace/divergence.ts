/** Where two histories part: two runs of one seed, one protocol against another, a run and a log of it, two executions of a log. */
import { eventClass, type Events } from './types.ts';

/** One lifeline that both histories have. */
export interface Parting {
  /** Its number in either history. */
  readonly agents: readonly [number, number];
  /** The first event on it that is another in the other history; −1 where it only ends earlier. */
  readonly events: readonly [number, number];
}

export interface Divergence {
  /** The lifelines that part, by the place of their partings in the first history, or in the second where it has none. */
  readonly partings: readonly Parting[];
  /** How many lifelines both have, matched by name. */
  readonly shared: number;
}

export interface Compared {
  readonly events: Events;
  /** Shape [length]: where each event stands. */
  readonly values: ArrayLike<number>;
  /** An event told in words, where either is a log that knows no columns. */
  readonly textOf?: (event: number) => string;
  /** A history that still goes on: that it ends earlier means nothing beyond its last event. */
  readonly isOpen: boolean;
}

/** Lifeline by lifeline, since the order among them is only the observer's. */
export function divergenceOf(one: Compared, other: Compared): Divergence {
  const same = one.textOf === undefined || other.textOf === undefined ? sameColumns : sameTexts(one.textOf, other.textOf);
  const theirs = lifelines(other.events);
  const mine = lifelines(one.events);
  const partings: Parting[] = [];
  let shared = 0;
  for (const [name, [agent, events]] of mine) {
    const match = theirs.get(name);
    if (match === undefined) continue;
    shared++;
    const [otherAgent, others] = match;
    let place = 0;
    while (
      place < events.length &&
      place < others.length &&
      same(one.events, events[place] as number, other.events, others[place] as number)
    )
      place++;
    const parting = [events[place] ?? -1, others[place] ?? -1] as const;
    if (parting[0] < 0 && parting[1] < 0) continue;
    if (isUndecided(one, other, parting)) continue;
    partings.push({ agents: [agent, otherAgent], events: parting });
  }
  const place = ({ events: [first, second] }: Parting): number =>
    Math.min(first < 0 ? Infinity : (one.values[first] as number), second < 0 ? Infinity : (other.values[second] as number));
  return { partings: partings.sort((a, b) => place(a) - place(b)), shared };
}

/** One lifeline has ended where its history may go on: what comes later on the other one may come there yet. */
function isUndecided(one: Compared, other: Compared, [first, second]: readonly [number, number]): boolean {
  if (first >= 0 && second >= 0) return false;
  const [ended, longer, event] = first < 0 ? [one, other, second] : [other, one, first];
  if (!ended.isOpen) return false;
  const { length, timeS } = ended.events;
  return length === 0 || (longer.events.timeS[event] as number) >= (timeS[length - 1] as number);
}

type Same = (one: Events, i: number, other: Events, j: number) => boolean;

/** The same thing at the same time; numbers of causes may differ where something else happened before. */
const sameColumns: Same = (one, i, other, j) =>
  one.timeS[i] === other.timeS[j] &&
  one.clock[i] === other.clock[j] &&
  one.kinds[one.kind[i] as number] === other.kinds[other.kind[j] as number] &&
  one.peer[i] === other.peer[j] &&
  one.token[i] === other.token[j] &&
  one.slot[i] === other.slot[j] &&
  one.ballot[i] === other.ballot[j];

const sameTexts =
  (textOf: (event: number) => string, otherTextOf: (event: number) => string): Same =>
  (_, i, __, j) =>
    textOf(i) === otherTextOf(j);

/** By name, as a log writes it; what was lost on the way is on none. */
function lifelines({
  length,
  names,
  agent,
  kind,
  classes,
}: Events): ReadonlyMap<string, readonly [agent: number, events: readonly number[]]> {
  const lists = names.map((): number[] => []);
  for (let i = 0; i < length; i++) if (classes[kind[i] as number] !== eventClass.lose) lists[agent[i] as number]?.push(i);
  return new Map(names.map((name, its) => [hostName(name), [its, lists[its] ?? []]]));
}

/** A host of a log is one word. */
export function hostName(name: string): string {
  return name.replace(/\s+/g, '-');
}
