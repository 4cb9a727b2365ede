/** The record of everything that happened, for `events.csv`: a structure of arrays, bounded, numbered from 0. */
import { growableFloat64, growableInt32, growableUint8 } from '../base/growable.ts';
import type { Remembers } from '../base/remember.ts';
import { messageKinds, type MessageKind } from './message.ts';

const localKinds = [
  'generate',
  'validate',
  'apply',
  'crash',
  'restart',
  'pause',
  'resume',
  'partition',
  'heal',
  'set',
  'jump',
  'violation',
] as const;

/** Names of the kinds of event as written; the index is the kind's number. */
export const eventKinds = [
  ...localKinds,
  ...messageKinds.flatMap((kind) => [`send-${kind}` as const, `receive-${kind}` as const, `lose-${kind}` as const]),
] as const;
export type EventKind = (typeof eventKinds)[number];

/** The number of each kind: what is recorded, so that the hot path looks nothing up by name. */
export const eventNumber = Object.fromEntries(eventKinds.map((kind, index) => [kind, index])) as Readonly<Record<EventKind, number>>;

function numbersOf(prefix: 'send' | 'receive' | 'lose') {
  return Object.fromEntries(messageKinds.map((kind) => [kind, eventNumber[`${prefix}-${kind}`]])) as Readonly<Record<MessageKind, number>>;
}
export const sendNumber = numbersOf('send');
export const receiveNumber = numbersOf('receive');
export const loseNumber = numbersOf('lose');

export interface EventRecord {
  readonly event: number;
  readonly timeS: number;
  /** −1 for events of the network as a whole, and in every other column where there is nothing to say. */
  readonly agent: number;
  readonly clock: number;
  readonly kind: EventKind;
  readonly peer: number;
  readonly cause: number;
  readonly token: number;
  readonly slot: number;
  /** Of a message that carries one. */
  readonly ballot: number;
}

/** Events by column, shape [count] each: as `EventRecord` says, with the number of the kind. */
export interface EventColumns {
  readonly count: number;
  readonly timeS: Float64Array;
  readonly agent: Int32Array;
  readonly clock: Float64Array;
  readonly kind: Uint8Array;
  readonly peer: Int32Array;
  readonly cause: Int32Array;
  readonly token: Int32Array;
  readonly slot: Int32Array;
  readonly ballot: Float64Array;
}

export interface EventLog extends Remembers {
  /** How many events happened, kept or not. */
  readonly count: number;
  /** Answers the event's number; `kind` is one of `eventNumber`. */
  record(
    kind: number,
    timeS: number,
    agent: number,
    clock: number,
    peer?: number,
    cause?: number,
    token?: number,
    slot?: number,
    ballot?: number,
  ): number;
  /** From this event on. Undefined once more happened than may be kept: a record with a hole is worse than none. */
  rows(from?: number): Iterable<EventRecord> | undefined;
  /** The same as copies of the columns, at most so many events. */
  columns(from: number, maxEvents: number): EventColumns | undefined;
}

export function createEventLog(maxEvents: number): EventLog {
  let count = 0;
  let columns = maxEvents > 0 ? createColumns() : undefined;

  function record(
    kind: number,
    timeS: number,
    agent: number,
    clock: number,
    peer = -1,
    cause = -1,
    token = -1,
    slot = -1,
    ballot = -1,
  ): number {
    const event = count++;
    if (columns === undefined) return event;
    if (event >= maxEvents) {
      columns = undefined;
      return event;
    }
    columns.timeS.push(timeS);
    columns.agent.push(agent);
    columns.clock.push(clock);
    columns.kind.push(kind);
    columns.peer.push(peer);
    columns.cause.push(cause);
    columns.token.push(token);
    columns.slot.push(slot);
    columns.ballot.push(ballot);
    return event;
  }

  return {
    get count() {
      return count;
    },
    record,
    remember(memory) {
      count = memory.value(count);
      columns = memory.value(columns);
      memory.all(columns);
    },
    rows: (from = 0) => (columns === undefined ? undefined : rowsOf(columns, from)),
    columns: (from, maxEvents) => (columns === undefined ? undefined : copyOf(columns, from, Math.min(from + maxEvents, count))),
  };
}

function createColumns() {
  return {
    timeS: growableFloat64(),
    agent: growableInt32(),
    clock: growableFloat64(),
    kind: growableUint8(),
    peer: growableInt32(),
    cause: growableInt32(),
    token: growableInt32(),
    slot: growableInt32(),
    ballot: growableFloat64(),
  };
}

function copyOf(columns: ReturnType<typeof createColumns>, from: number, end: number): EventColumns {
  return {
    count: Math.max(0, end - from),
    timeS: columns.timeS.values.slice(from, end),
    agent: columns.agent.values.slice(from, end),
    clock: columns.clock.values.slice(from, end),
    kind: columns.kind.values.slice(from, end),
    peer: columns.peer.values.slice(from, end),
    cause: columns.cause.values.slice(from, end),
    token: columns.token.values.slice(from, end),
    slot: columns.slot.values.slice(from, end),
    ballot: columns.ballot.values.slice(from, end),
  };
}

function* rowsOf(columns: ReturnType<typeof createColumns>, from: number): Generator<EventRecord> {
  for (let event = from; event < columns.timeS.length; event++) {
    yield {
      event,
      timeS: columns.timeS.values[event] as number,
      agent: columns.agent.values[event] as number,
      clock: columns.clock.values[event] as number,
      kind: eventKinds[columns.kind.values[event] as number] as EventKind,
      peer: columns.peer.values[event] as number,
      cause: columns.cause.values[event] as number,
      token: columns.token.values[event] as number,
      slot: columns.slot.values[event] as number,
      ballot: columns.ballot.values[event] as number,
    };
  }
}
