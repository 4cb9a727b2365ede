/** A history that grows: events are appended as a run makes them, and what can be told of each at once is told at once. */
import { assert } from '../../base/assert.ts';
import { growableFloat64, growableInt32, growableUint8 } from '../../base/growable.ts';
import { eventClass, type EventBatch, type Events } from './types.ts';

export interface History {
  readonly length: number;
  append(batch: EventBatch): void;
  /** As it stands; the arrays are not copied. */
  events(): Events;
}

const noJoins = new Int32Array(0);

export function createHistory(names: readonly string[], kinds: readonly string[]): History {
  const classes = Uint8Array.from(kinds, classOf);
  const timeS = growableFloat64();
  const clock = growableFloat64();
  const ballot = growableFloat64();
  const kind = growableUint8();
  const [agent, peer, token, slot, previous, cause, depth] = [
    growableInt32(),
    growableInt32(),
    growableInt32(),
    growableInt32(),
    growableInt32(),
    growableInt32(),
    growableInt32(),
  ] as const;
  const marks = growableInt32();
  const latest = new Int32Array(names.length).fill(-1);

  function appendOne(batch: EventBatch, i: number): void {
    const event = timeS.length;
    const its = batch.agent[i] as number;
    const heard = batch.cause[i] as number;
    assert(heard < event && its < names.length, `event ${String(event)} comes after its cause ${String(heard)}, of one of the agents`);
    const isOnLifeline = its >= 0 && classes[batch.kind[i] as number] !== eventClass.lose;
    const before = isOnLifeline ? (latest[its] as number) : -1;
    if (isOnLifeline) latest[its] = event;
    if ((classes[batch.kind[i] as number] as number) >= eventClass.fault) marks.push(event);
    const deepest = Math.max(before < 0 ? 0 : (depth.values[before] as number), heard < 0 ? 0 : (depth.values[heard] as number));
    timeS.push(batch.timeS[i] as number);
    agent.push(its);
    clock.push(batch.clock[i] as number);
    kind.push(batch.kind[i] as number);
    peer.push(batch.peer[i] as number);
    token.push(batch.token[i] as number);
    slot.push(batch.slot[i] as number);
    ballot.push(batch.ballot[i] as number);
    previous.push(before);
    cause.push(heard);
    depth.push(deepest + 1);
  }

  return {
    get length() {
      return timeS.length;
    },
    append(batch) {
      for (let i = 0; i < batch.count; i++) appendOne(batch, i);
    },
    events: () => ({
      length: timeS.length,
      names,
      kinds,
      classes,
      timeS: timeS.values,
      agent: agent.values,
      clock: clock.values,
      kind: kind.values,
      peer: peer.values,
      token: token.values,
      slot: slot.values,
      ballot: ballot.values,
      previous: previous.values,
      cause: cause.values,
      depth: depth.values,
      marks: marks.values.subarray(0, marks.length),
      joinEvent: noJoins,
      joinCause: noJoins,
    }),
  };
}

const namedClasses: Readonly<Record<string, number>> = {
  validate: eventClass.validate,
  crash: eventClass.fault,
  restart: eventClass.fault,
  pause: eventClass.fault,
  resume: eventClass.fault,
  partition: eventClass.network,
  heal: eventClass.network,
  set: eventClass.network,
  violation: eventClass.violation,
};

/** Kinds of message have their class before the dash. */
export function classOf(kind: string): number {
  const [start = '', rest] = kind.split('-', 2);
  if (rest === undefined) return namedClasses[kind] ?? eventClass.local;
  if (start === 'send') return eventClass.send;
  if (start === 'receive') return eventClass.receive;
  return start === 'lose' ? eventClass.lose : eventClass.local;
}
