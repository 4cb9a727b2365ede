/**
 * A history as a log for ShiViz: its expressions in the first three lines, then two lines an event. Clocks are vector clocks
 * of the events written, so a part of a history is a log too. Faults and losses are events of a host `nemesis`.
 */
import { hostName } from '../trace/divergence.ts';
import { eventClass, type Events } from '../trace/types.ts';

const nemesis = 'nemesis';
/** What ShiViz needs to read it, then what separates several executions (nothing), then an empty line. */
const head = `(?<host>\\S+) (?<clock>{.*})\\n(?<event>.*)\n\n\n`;
const chunkLength = 65_536;

/**
 * Pieces of text of about 64 kB.
 * @param from the first event written. @param until the event after the last one. @param wordsOf an event in words, in one line.
 */
export function* shivizChunks(
  events: Events,
  from = 0,
  until = events.length,
  wordsOf: (event: number) => string = (event) => eventText(events, event),
): Generator<string> {
  const to = Math.min(until, events.length);
  const { names, agent, cause, kind, classes } = events;
  const hosts = [...names.map(hostName), nemesis];
  const clocks = hosts.map(() => new Int32Array(hosts.length));
  /** Clocks of sends that will be heard yet, and how often. */
  const sent = new Map<number, Int32Array>();
  const hearers = countHearers(events, from, to);
  let joins = firstJoin(events, from);
  let chunk = head;

  for (let event = from; event < to; event++) {
    const its = agent[event] as number;
    const lost = classes[kind[event] as number] === eventClass.lose;
    const host = its < 0 || lost ? hosts.length - 1 : its;
    const clock = clocks[host] as Int32Array;
    hear(cause[event] as number, clock);
    for (; events.joinEvent[joins] === event; joins++) hear(events.joinCause[joins] as number, clock);
    clock[host] = (clock[host] as number) + 1;
    if ((hearers.get(event) ?? 0) > 0) sent.set(event, clock.slice());
    chunk += `${hosts[host] as string} ${clockText(hosts, clock)}\n${wordsOf(event)}\n`;
    if (chunk.length >= chunkLength) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;

  function hear(send: number, clock: Int32Array): void {
    const theirs = sent.get(send);
    if (theirs === undefined) return;
    for (let h = 0; h < clock.length; h++) clock[h] = Math.max(clock[h] as number, theirs[h] as number);
    const left = (hearers.get(send) ?? 0) - 1;
    hearers.set(send, left);
    if (left === 0) sent.delete(send);
  }
}

function countHearers({ cause, joinEvent, joinCause }: Events, from: number, to: number): Map<number, number> {
  const hearers = new Map<number, number>();
  const count = (send: number): void => {
    if (send >= from) hearers.set(send, (hearers.get(send) ?? 0) + 1);
  };
  for (let event = from; event < to; event++) count(cause[event] as number);
  joinEvent.forEach((event, i) => {
    if (event >= from && event < to) count(joinCause[i] as number);
  });
  return hearers;
}

function firstJoin({ joinEvent }: Events, from: number): number {
  const first = joinEvent.findIndex((event) => event >= from);
  return first < 0 ? joinEvent.length : first;
}

function clockText(hosts: readonly string[], clock: Int32Array): string {
  const entries = hosts.flatMap((host, h) => ((clock[h] as number) > 0 ? [`${JSON.stringify(host)}:${String(clock[h] as number)}`] : []));
  return `{${entries.join(', ')}}`;
}

/** An event in words, as it stands in a log. */
export function eventText({ kinds, kind, timeS, agent, peer, token, slot, ballot, names, classes }: Events, event: number): string {
  const name = (number: number): string => names[number] ?? '';
  const lost = classes[kind[event] as number] === eventClass.lose;
  const parts = [kinds[kind[event] as number] ?? ''];
  if (lost) parts.push(`on the way to ${name(agent[event] as number)}`);
  if ((peer[event] as number) >= 0) parts.push(`${lost ? 'from' : 'peer'} ${name(peer[event] as number)}`);
  if ((token[event] as number) >= 0) parts.push(`token ${String(token[event])}`);
  if ((slot[event] as number) >= 0) parts.push(`slot ${String(slot[event])}`);
  if ((ballot[event] as number) >= 0) parts.push(`ballot ${String(ballot[event])}`);
  parts.push(`t=${String(timeS[event])}`);
  return parts.join(' ');
}
