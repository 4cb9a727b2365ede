/** The causal cone of an event (Lamport 1978; the name after Minkowski's): what it can know, and what can know of it. */
import { eventClass, type Events } from './types.ts';

export const tone = { concurrent: 0, past: 1, self: 2, future: 3 } as const;

export interface Cone {
  readonly event: number;
  /** Shape [length], of `tone`. */
  readonly tones: Uint8Array;
  /** Of the agents' own events: a message that was lost and a change of the network are nobody's. */
  readonly past: number;
  readonly future: number;
  readonly concurrent: number;
}

/**
 * Two passes: down from the event to what it heard of, up to what heard of it. O(events), nothing allocated but the tones.
 * @param tones to be used again; of the length of the events.
 */
export function causalCone(events: Events, event: number, tones = new Uint8Array(events.length)): Cone {
  const { length, agent, kind, classes } = events;
  tones.fill(tone.concurrent);
  markPast(events, event, tones);
  markFuture(events, event, tones);
  tones[event] = tone.self;
  let past = 0;
  let future = 0;
  let concurrent = 0;
  for (let i = 0; i < length; i++) {
    if ((agent[i] as number) < 0 || classes[kind[i] as number] === eventClass.lose) continue;
    const its = tones[i];
    if (its === tone.past) past++;
    else if (its === tone.future) future++;
    else if (its === tone.concurrent) concurrent++;
  }
  return { event, tones, past, future, concurrent };
}

function markPast({ previous, cause, joinEvent, joinCause }: Events, event: number, tones: Uint8Array): void {
  let join = joinEvent.length - 1;
  tones[event] = tone.past;
  for (let i = event; i >= 0; i--) {
    while (join >= 0 && (joinEvent[join] as number) > i) join--;
    if (tones[i] !== tone.past) continue;
    const before = previous[i] as number;
    const heard = cause[i] as number;
    if (before >= 0) tones[before] = tone.past;
    if (heard >= 0) tones[heard] = tone.past;
    for (; join >= 0 && joinEvent[join] === i; join--) tones[joinCause[join] as number] = tone.past;
  }
}

function markFuture({ length, previous, cause, joinEvent, joinCause }: Events, event: number, tones: Uint8Array): void {
  let join = 0;
  tones[event] = tone.future;
  for (let i = event + 1; i < length; i++) {
    const before = previous[i] as number;
    const heard = cause[i] as number;
    let reached = (before >= 0 && tones[before] === tone.future) || (heard >= 0 && tones[heard] === tone.future);
    while (join < joinEvent.length && (joinEvent[join] as number) < i) join++;
    for (; joinEvent[join] === i; join++) reached ||= tones[joinCause[join] as number] === tone.future;
    if (reached) tones[i] = tone.future;
  }
}
