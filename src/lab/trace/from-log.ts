/** The log of another system as a history. It has no times of its own: events stand in the order of the log. */
import type { ImportedExecution } from '../import/shiviz.ts';
import { classOf } from './history.ts';
import type { Events } from './types.ts';

const kinds = ['event', 'send-message', 'receive-message'] as const;
const [local, send, receive] = [0, 1, 2] as const;

/** An event that others hear of is a send, one that heard of others a receive, even if it was sent to others too. */
export function eventsOfLog({ hosts, events }: ImportedExecution): Events {
  const length = events.length;
  const column = (): Int32Array => new Int32Array(length).fill(-1);
  const [agent, peer, previous, cause, depth] = [column(), column(), column(), column(), column()] as const;
  const kind = new Uint8Array(length).fill(local);
  const joins: (readonly [number, number])[] = [];
  const latest = new Int32Array(hosts.length).fill(-1);
  events.forEach(({ host, causes }, event) => {
    const before = latest[host] as number;
    latest[host] = event;
    agent[event] = host;
    previous[event] = before;
    let deepest = before < 0 ? 0 : (depth[before] as number);
    causes.forEach((heard, i) => {
      deepest = Math.max(deepest, depth[heard] as number);
      if (i === 0) cause[event] = heard;
      else joins.push([event, heard]);
      if (kind[heard] === local) kind[heard] = send;
      peer[heard] = host;
    });
    depth[event] = deepest + 1;
    const [first] = causes;
    if (first === undefined) return;
    kind[event] = receive;
    peer[event] = agent[first] as number;
  });
  const none = column();
  return {
    length,
    names: hosts,
    kinds,
    classes: Uint8Array.from(kinds, classOf),
    timeS: Float64Array.from({ length }, (_, event) => event),
    agent,
    // Lamport's rule, had these been all the events that there were.
    clock: Float64Array.from(depth),
    kind,
    peer,
    token: none,
    slot: none,
    ballot: new Float64Array(length).fill(-1),
    previous,
    cause,
    depth,
    marks: new Int32Array(0),
    joinEvent: Int32Array.from(joins, ([event]) => event),
    joinCause: Int32Array.from(joins, ([, heard]) => heard),
  };
}
