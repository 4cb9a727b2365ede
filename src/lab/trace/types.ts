/** A history as a structure of arrays: a million events are a dozen typed arrays, and a question is a pass over some of them. */

/** Events as they come out of a run. */
export type { EventColumns } from '../../mesh/event-log.ts';

/** What a kind of event is to a diagram. */
export const eventClass = { local: 0, send: 1, receive: 2, lose: 3, validate: 4, fault: 5, network: 6, violation: 7 } as const;

/**
 * All arrays have the shape [length] at least (storage grows ahead of it) and are numbered by event; every cause has a
 * smaller number than its effects. −1 stands for absent everywhere.
 */
export interface Events {
  readonly length: number;
  readonly names: readonly string[];
  /** Names of the kinds of event by number, and the class of each (`eventClass`). */
  readonly kinds: readonly string[];
  readonly classes: Uint8Array;
  /** Simulated time; in a log without times the place of the event in it. */
  readonly timeS: Float64Array;
  /** Whose lifeline it stands on; −1 for the network as a whole. */
  readonly agent: Int32Array;
  /** Lamport time. */
  readonly clock: Float64Array;
  readonly kind: Uint8Array;
  readonly peer: Int32Array;
  readonly token: Int32Array;
  readonly slot: Int32Array;
  /** Of a message that carries one. */
  readonly ballot: Float64Array;
  /** The event before it on its agent. A lost message is none of its receiver's events: it has a cause, and nothing follows it. */
  readonly previous: Int32Array;
  /** The send that it hears, or whose loss it is. */
  readonly cause: Int32Array;
  /** Events on the longest chain of causes that ends with it. */
  readonly depth: Int32Array;
  /** Faults, changes of the network and violations, in order: what never folds away. Shape [marks]. */
  readonly marks: Int32Array;
  /** Causes beyond the first, as pairs by rising event: only logs of others have any. */
  readonly joinEvent: Int32Array;
  readonly joinCause: Int32Array;
}

/** Along what the events are laid out. */
export const axes = ['time', 'lamport', 'depth'] as const;
export type Axis = (typeof axes)[number];

/** The number of the last event on each agent that lies before the cut; −1 where none does. Shape [agents]. */
export type Cut = Int32Array;
