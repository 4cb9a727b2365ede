/**
 * Cuts (Mattern 1989): for each agent the events up to one of them. A cut is consistent when it holds no message's receipt
 * without its send: then it is a state in which the whole may have been.
 */
import { eventClass, type Cut, type Events } from './types.ts';

/** The cut along an axis: on every agent the events whose value there is at most this. @param upTo shape [agents]. */
export function cutAt({ length, names, agent, kind, classes }: Events, values: ArrayLike<number>, upTo: ArrayLike<number>): Cut {
  const cut = new Int32Array(names.length).fill(-1);
  for (let i = 0; i < length; i++) {
    const its = agent[i] as number;
    if (its >= 0 && (values[i] as number) <= (upTo[its] as number) && classes[kind[i] as number] !== eventClass.lose) cut[its] = i;
  }
  return cut;
}

/** Receipts within the cut whose sends are not, in order; none when the cut is consistent. */
export function offendingReceipts(events: Events, cut: Cut): readonly number[] {
  const offending: number[] = [];
  const { length, joinEvent, joinCause } = events;
  let join = 0;
  for (let i = 0; i < length; i++) {
    while (join < joinEvent.length && (joinEvent[join] as number) < i) join++;
    if (!isWithin(events, cut, i)) continue;
    const heard = events.cause[i] as number;
    let offends = heard >= 0 && !isWithin(events, cut, heard);
    for (; joinEvent[join] === i; join++) offends ||= !isWithin(events, cut, joinCause[join] as number);
    if (offends) offending.push(i);
  }
  return offending;
}

function isWithin({ agent, kind, classes }: Events, cut: Cut, event: number): boolean {
  const its = agent[event] as number;
  return its >= 0 && event <= (cut[its] as number) && classes[kind[event] as number] !== eventClass.lose;
}

/**
 * The consistent cut that is nearest by the number of events to take out or put in, of the two that lie nearest below and
 * above: the largest within, and the smallest around. (Consistent cuts are a lattice, so each of them is one.)
 */
export function nearestConsistent(events: Events, cut: Cut): { readonly cut: Cut; readonly moved: number } {
  const within = largestWithin(events, cut);
  const around = smallestAround(events, cut);
  return within.moved <= around.moved ? within : around;
}

function largestWithin(events: Events, cut: Cut): { readonly cut: Cut; readonly moved: number } {
  const { length, agent, previous, cause, joinEvent, joinCause } = events;
  const kept = new Uint8Array(length);
  const result = new Int32Array(cut.length).fill(-1);
  let moved = 0;
  let join = 0;
  for (let i = 0; i < length; i++) {
    while (join < joinEvent.length && (joinEvent[join] as number) < i) join++;
    if (!isWithin(events, cut, i)) continue;
    const before = previous[i] as number;
    const heard = cause[i] as number;
    let keeps = (before < 0 || kept[before] === 1) && (heard < 0 || kept[heard] === 1);
    for (; joinEvent[join] === i; join++) keeps &&= kept[joinCause[join] as number] === 1;
    if (keeps) {
      kept[i] = 1;
      result[agent[i] as number] = i;
    } else moved++;
  }
  return { cut: result, moved };
}

function smallestAround(events: Events, cut: Cut): { readonly cut: Cut; readonly moved: number } {
  const { length, agent, previous, cause, joinEvent, joinCause } = events;
  const needed = new Uint8Array(length);
  const result = Int32Array.from(cut);
  let moved = 0;
  let join = joinEvent.length - 1;
  for (let i = length - 1; i >= 0; i--) {
    while (join >= 0 && (joinEvent[join] as number) > i) join--;
    const within = isWithin(events, cut, i);
    if (!within && needed[i] === 0) continue;
    if (!within) {
      moved++;
      const its = agent[i] as number;
      if (i > (result[its] as number)) result[its] = i;
    }
    const before = previous[i] as number;
    const heard = cause[i] as number;
    if (before >= 0) needed[before] = 1;
    if (heard >= 0) needed[heard] = 1;
    for (; join >= 0 && joinEvent[join] === i; join--) needed[joinCause[join] as number] = 1;
  }
  return { cut: result, moved };
}

/** What each agent is at a cut, as far as its events tell. */
export interface AgentAtCut {
  readonly agent: number;
  readonly events: number;
  readonly clock: number;
  readonly generated: number;
  readonly validated: number;
  readonly applied: number;
  readonly state: 'up' | 'down' | 'paused';
}

export function stateAt(events: Events, cut: Cut): readonly AgentAtCut[] {
  const { length, names, kinds, agent, kind, clock } = events;
  const states = names.map((_, its) => ({ agent: its, events: 0, clock: 0, generated: 0, validated: 0, applied: 0, state: 'up' as const }));
  const told: { -readonly [K in keyof AgentAtCut]: AgentAtCut[K] }[] = states;
  for (let i = 0; i < length; i++) {
    if (!isWithin(events, cut, i)) continue;
    const its = told[agent[i] as number];
    if (its === undefined) continue;
    its.events++;
    its.clock = clock[i] as number;
    const name = kinds[kind[i] as number];
    if (name === 'generate') its.generated++;
    else if (name === 'validate') its.validated++;
    else if (name === 'apply') its.applied++;
    else if (name === 'crash') its.state = 'down';
    else if (name === 'pause') its.state = 'paused';
    else if (name === 'restart' || name === 'resume') its.state = 'up';
  }
  return told;
}
