/** A history that grows: events are appended as a run makes them, and what can be told of each at once is told at once. */
import { assert } from '../../base/assert.ts';
import { growableFloat64, growableInt32, growableUint8 } from '../../base/growable.ts';
import { eventClass, type EventColumns, type Events } from './types.ts';

export interface History {
  readonly length: number;
  append(batch: EventColumns): void;
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

  /** What follows from each event and those before it. */
  function linked(batch: EventColumns): { readonly previous: Int32Array; readonly depth: Int32Array } {
    const first = timeS.length;
    const before = { previous: new Int32Array(batch.count), depth: new Int32Array(batch.count) };
    const depthOf = (event: number): number =>
      event < 0 ? 0 : ((event < first ? depth.values[event] : before.depth[event - first]) as number);
    for (let i = 0; i < batch.count; i++) {
      const event = first + i;
      const its = batch.agent[i] as number;
      const heard = batch.cause[i] as number;
      const itsClass = classes[batch.kind[i] as number] as number;
      assert(heard < event && its < names.length, 'an event comes after its cause, and is of one of the agents');
      const isOnLifeline = its >= 0 && itsClass !== eventClass.lose;
      const last = isOnLifeline ? (latest[its] as number) : -1;
      if (isOnLifeline) latest[its] = event;
      if (itsClass >= eventClass.fault) marks.push(event);
      before.previous[i] = last;
      before.depth[i] = 1 + Math.max(depthOf(last), depthOf(heard));
    }
    return before;
  }

  return {
    get length() {
      return timeS.length;
    },
    append(batch) {
      const more = linked(batch);
      timeS.append(batch.timeS);
      agent.append(batch.agent);
      clock.append(batch.clock);
      kind.append(batch.kind);
      peer.append(batch.peer);
      token.append(batch.token);
      slot.append(batch.slot);
      ballot.append(batch.ballot);
      cause.append(batch.cause);
      previous.append(more.previous);
      depth.append(more.depth);
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
  jump: eventClass.fault,
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
