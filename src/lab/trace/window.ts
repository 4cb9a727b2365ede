/**
 * What a part of the diagram shows: its events one by one while they can be told apart, their number in every column when
 * they cannot. Counted straight from the columns: a pass over a million events takes a few milliseconds, and, unlike
 * sums kept in advance, knows every filter and every new event.
 */
import { placeOf, type AxisOrder } from './axis.ts';
import { eventClass, type Events } from './types.ts';

export interface Filter {
  /** Shape [kinds]: 1 for those to be shown. */
  readonly kinds: Uint8Array;
  /** Shape [agents]: 1 for those to be shown. What is nobody's is always shown. */
  readonly agents: Uint8Array;
  /** Shape [events]: 1 for those to be shown; undefined for all. */
  readonly only: Uint8Array | undefined;
}

export interface WindowQuery {
  readonly from: number;
  readonly to: number;
  /** Columns to count in: pixels. */
  readonly columns: number;
  /** More events than this are counted, not told. */
  readonly maxEvents: number;
  readonly filter: Filter;
}

/** Bits of `flags`. */
export const flag = { duplicate: 1, lost: 2 } as const;

/** Events one by one, shape [events] each. Those beyond the window's end are only there for messages that were sent within it. */
export interface ToldEvents {
  readonly event: Int32Array;
  readonly x: Float64Array;
  readonly agent: Int32Array;
  readonly kind: Uint8Array;
  readonly flags: Uint8Array;
  /** Where the message came from; −1 and NaN without one. */
  readonly causeAgent: Int32Array;
  readonly causeX: Float64Array;
}

/** What never folds away, one by one: faults, changes of the network and violations. Shape [marks] each. */
export interface ToldMarks {
  readonly x: Float64Array;
  /** −1: the network's. */
  readonly agent: Int32Array;
  readonly kind: Uint8Array;
}

/** Shape [agents × columns] each. */
export interface CountedEvents {
  readonly columns: number;
  readonly all: Uint32Array;
  readonly lost: Uint32Array;
  readonly validated: Uint32Array;
  readonly marks: ToldMarks;
}

export interface WindowView {
  readonly from: number;
  readonly to: number;
  /** Events in it that the filter lets through. */
  readonly count: number;
  readonly told: ToldEvents | undefined;
  readonly counted: CountedEvents | undefined;
}

export function lookAt(events: Events, axis: AxisOrder, query: WindowQuery): WindowView {
  const { from, to, maxEvents } = query;
  const first = placeOf(axis, from);
  const end = endPlace(axis, to);
  const count = countShown(events, axis, first, end, query.filter);
  const base = { from, to, count };
  if (count > maxEvents) return { ...base, told: undefined, counted: countEvents(events, axis, first, end, query) };
  return { ...base, told: tellEvents(events, axis, first, end, query), counted: undefined };
}

function endPlace(axis: AxisOrder, to: number): number {
  let end = placeOf(axis, to);
  // Values of whole numbers stand in crowds.
  while (end < axis.length && (axis.values[eventAt(axis, end)] as number) <= to) end++;
  return end;
}

function eventAt({ order }: AxisOrder, place: number): number {
  return order === undefined ? place : (order[place] as number);
}

function isShown({ kind, agent, classes }: Events, event: number, { kinds, agents, only }: Filter): boolean {
  const its = agent[event] as number;
  if (its >= 0 && agents[its] !== 1) return false;
  if ((classes[kind[event] as number] as number) >= eventClass.fault) return true;
  return kinds[kind[event] as number] === 1 && (only === undefined || only[event] === 1);
}

function countShown(events: Events, axis: AxisOrder, first: number, end: number, filter: Filter): number {
  let count = 0;
  for (let place = first; place < end; place++) if (isShown(events, eventAt(axis, place), filter)) count++;
  return count;
}

function countEvents(events: Events, axis: AxisOrder, first: number, end: number, query: WindowQuery): CountedEvents {
  const { columns, from, to, filter } = query;
  const size = events.names.length * columns;
  const [all, lost, validated] = [new Uint32Array(size), new Uint32Array(size), new Uint32Array(size)] as const;
  const perUnit = columns / (to - from);
  for (let place = first; place < end; place++) {
    const event = eventAt(axis, place);
    const agent = events.agent[event] as number;
    if (agent < 0 || !isShown(events, event, filter)) continue;
    const column = Math.min(columns - 1, Math.floor(((axis.values[event] as number) - from) * perUnit));
    const cell = agent * columns + column;
    const its = events.classes[events.kind[event] as number];
    if (its === eventClass.lose) (lost[cell] as number)++;
    else (all[cell] as number)++;
    if (its === eventClass.validate) (validated[cell] as number)++;
  }
  return { columns, all, lost, validated, marks: tellMarks(events, axis, query) };
}

/** More in one window than this nobody tells apart. */
const maxMarks = 5_000;

function tellMarks({ marks, agent, kind }: Events, { values }: AxisOrder, { from, to, filter }: WindowQuery): ToldMarks {
  const inside: number[] = [];
  for (const mark of marks) {
    const x = values[mark] as number;
    const its = agent[mark] as number;
    if (x >= from && x <= to && (its < 0 || filter.agents[its] === 1) && inside.length < maxMarks) inside.push(mark);
  }
  return {
    x: Float64Array.from(inside, (mark) => values[mark] as number),
    agent: Int32Array.from(inside, (mark) => agent[mark] as number),
    kind: Uint8Array.from(inside, (mark) => kind[mark] as number),
  };
}

/** How far beyond the window's end receipts of its messages are looked for, in events. */
const lookAhead = 20_000;

function tellEvents(events: Events, axis: AxisOrder, first: number, end: number, query: WindowQuery): ToldEvents {
  const { filter, to } = query;
  const numbers: number[] = [];
  for (let place = first; place < end; place++) {
    const event = eventAt(axis, place);
    if (isShown(events, event, filter)) numbers.push(event);
  }
  const last = Math.min(axis.length, end + lookAhead);
  for (let place = end; place < last && numbers.length < 2 * query.maxEvents; place++) {
    const event = eventAt(axis, place);
    const heard = events.cause[event] as number;
    if (heard >= 0 && (axis.values[heard] as number) <= to && isShown(events, event, filter)) numbers.push(event);
  }
  const event = Int32Array.from(numbers);
  const cause = event.map((one) => events.cause[one] as number);
  return {
    event,
    x: Float64Array.from(event, (one) => axis.values[one] as number),
    agent: event.map((one) => events.agent[one] as number),
    kind: Uint8Array.from(event, (one) => events.kind[one] as number),
    flags: Uint8Array.from(event, (one) => flagsOf(events, one)),
    causeAgent: cause.map((one) => (one < 0 ? -1 : (events.agent[one] as number))),
    causeX: Float64Array.from(cause, (one) => (one < 0 ? NaN : (axis.values[one] as number))),
  };
}

function flagsOf(events: Events, event: number): number {
  const its = events.classes[events.kind[event] as number];
  if (its === eventClass.lose) return flag.lost;
  return its === eventClass.receive && isDuplicate(events, event) ? flag.duplicate : 0;
}

/** Whether its agent has heard the same send before: looked for back to the time of that send. */
export function isDuplicate({ previous, cause }: Events, event: number): boolean {
  const heard = cause[event] as number;
  if (heard < 0) return false;
  for (let before = previous[event] as number; before > heard; before = previous[before] as number) {
    if (cause[before] === heard) return true;
  }
  return false;
}
