/**
 * A history in the Trace Event Format of Chrome, which Perfetto opens: agents as processes, what an agent does at one moment
 * as a slice with its events within, messages as flows from send to receipt, partitions and losses on tracks of the network.
 */
import type { CutSpan, Outage } from '../trace/spans.ts';
import { eventClass, type Events } from '../trace/types.ts';

export interface PerfettoOptions {
  /** The first event written, and the one after the last. */
  readonly from?: number;
  readonly until?: number;
  readonly cuts?: readonly CutSpan[];
  readonly outages?: readonly Outage[];
  /** What a log says of an event. */
  readonly textOf?: (event: number) => string;
}

const networkPid = 1;
const tid = { handlers: 1, state: 2, partitions: 1, losses: 2, changes: 3 } as const;
/** Nothing takes time in a simulated agent: an event is drawn a microsecond long where there is room. */
const eventNs = 1_000;
const chunkLength = 65_536;

/** Pieces of text of about 64 kB that make one JSON document. */
export function* perfettoChunks(events: Events, options: PerfettoOptions = {}): Generator<string> {
  let chunk = '{"displayTimeUnit":"ms","traceEvents":[';
  let separator = '\n';
  for (const entry of entriesOf(events, options)) {
    chunk += separator + JSON.stringify(entry);
    separator = ',\n';
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  yield `${chunk}\n]}\n`;
}

function* entriesOf(events: Events, options: PerfettoOptions): Generator<object> {
  const { from = 0, until = events.length, cuts = [], outages = [], textOf = () => '' } = options;
  const to = Math.min(until, events.length);
  yield* namesOf(events);
  const slices = slicesOf(events, from, to);
  for (let event = from; event < to; event++) {
    const { kind, classes, agent, kinds, cause } = events;
    const name = kinds[kind[event] as number] ?? '';
    const its = classes[kind[event] as number] as number;
    const text = textOf(event);
    const args = { event, ...(text === '' ? {} : { text }), ...argsOf(events, event) };
    const owner = agent[event] as number;
    if (owner < 0 || its === eventClass.lose) {
      const track = its === eventClass.lose ? tid.losses : tid.changes;
      yield { ph: 'i', s: 't', pid: networkPid, tid: track, ts: nsOf(events, event) / 1_000, name, args };
      continue;
    }
    const place = { pid: pidOf(owner), tid: tid.handlers, ts: slices.startNs(event) / 1_000 };
    const handler = slices.handlerNs(event);
    if (handler > 0) yield { ph: 'X', ...place, dur: handler / 1_000, name: `handles ${name}`, cat: 'handler', args: { event } };
    yield { ph: 'X', ...place, dur: slices.lengthNs(event) / 1_000, name, cat: classNames[its] ?? 'event', args };
    const heard = cause[event] as number;
    if (heard < from) continue;
    const flow = { id: event, name: name.replace(/^receive-/, ''), cat: 'message' };
    yield { ph: 's', pid: pidOf(agent[heard] as number), tid: tid.handlers, ts: slices.startNs(heard) / 1_000, ...flow };
    yield { ph: 'f', bp: 'e', ...place, ...flow };
  }
  if (to > from) yield* spansOf(events, from, to, cuts, outages);
}

const classNames = Object.keys(eventClass);

function pidOf(agent: number): number {
  return networkPid + 1 + agent;
}

function nsOf({ timeS }: Events, event: number): number {
  return Math.round((timeS[event] as number) * 1e9);
}

function* namesOf({ names }: Events): Generator<object> {
  const process = (pid: number, name: string): readonly object[] => [
    { ph: 'M', pid, name: 'process_name', args: { name } },
    { ph: 'M', pid, name: 'process_sort_index', args: { sort_index: pid } },
  ];
  const thread = (pid: number, track: number, name: string): object => ({
    ph: 'M',
    pid,
    tid: track,
    name: 'thread_name',
    args: { name },
  });
  yield* process(networkPid, 'network');
  yield thread(networkPid, tid.partitions, 'partitions');
  yield thread(networkPid, tid.losses, 'lost messages');
  yield thread(networkPid, tid.changes, 'changes');
  for (const [agent, name] of names.entries()) {
    yield* process(pidOf(agent), name);
    yield thread(pidOf(agent), tid.handlers, 'handlers');
    yield thread(pidOf(agent), tid.state, 'down or paused');
  }
}

function argsOf({ clock, depth, peer, token, slot, ballot, names }: Events, event: number): object {
  const known = { clock, depth, token, slot, ballot };
  const numbers = Object.entries(known).flatMap(([name, column]) =>
    (column[event] as number) < 0 ? [] : [[name, column[event]] as const],
  );
  const other = names[peer[event] as number];
  return { ...Object.fromEntries(numbers), ...(other === undefined ? {} : { peer: other }) };
}

interface Slices {
  /** Where the event's slice begins: within that of its handler, after the events before it. */
  startNs(event: number): number;
  lengthNs(event: number): number;
  /** The length of the handler that begins with this event; 0 where none of several events does. */
  handlerNs(event: number): number;
}

/**
 * What an agent does within one microsecond is one handler; its events share the time until the next one, or a microsecond
 * each where there is as much. So slices of one track never overlap, and events lie within their handlers.
 */
function slicesOf(events: Events, from: number, to: number): Slices {
  const start = new Float64Array(to - from);
  const length = new Float64Array(to - from);
  const handler = new Float64Array(to - from);
  const open = events.names.map((): number[] => []);
  const beginning = (event: number): number => Math.floor(nsOf(events, event) / 1_000) * 1_000;
  const close = (group: number[], nextNs: number): void => {
    const [first] = group;
    if (first === undefined) return;
    const startNs = beginning(first);
    const each = Math.max(1, Math.floor(Math.min(group.length * eventNs, nextNs - startNs) / group.length));
    group.forEach((event, i) => {
      start[event - from] = startNs + i * each;
      length[event - from] = each;
    });
    if (group.length > 1) handler[first - from] = group.length * each;
    group.length = 0;
  };
  for (let event = from; event < to; event++) {
    const group = open[events.agent[event] as number];
    if (group === undefined || events.classes[events.kind[event] as number] === eventClass.lose) continue;
    const atNs = beginning(event);
    if (group[0] !== undefined && beginning(group[0]) !== atNs) close(group, atNs);
    group.push(event);
  }
  for (const group of open) close(group, Infinity);
  return {
    startNs: (event) => start[event - from] as number,
    lengthNs: (event) => length[event - from] as number,
    handlerNs: (event) => handler[event - from] as number,
  };
}

/** What lasts, within the time that is written. */
function* spansOf(events: Events, from: number, to: number, cuts: readonly CutSpan[], outages: readonly Outage[]): Generator<object> {
  const [beginNs, endNs] = [nsOf(events, from), nsOf(events, to - 1)];
  const slice = (pid: number, track: number, span: { readonly fromS: number; readonly toS: number }, name: string, args: object) => {
    const [ts, end] = [Math.max(beginNs, Math.round(span.fromS * 1e9)), Math.min(endNs, Math.round(span.toS * 1e9))];
    return end <= ts ? [] : [{ ph: 'X', pid, tid: track, ts: ts / 1_000, dur: (end - ts) / 1_000, name, args }];
  };
  for (const cut of cuts) {
    const sides = new Map<number, string[]>();
    cut.sides.forEach((side, agent) => sides.set(side, [...(sides.get(side) ?? []), events.names[agent] ?? '']));
    const told = Object.fromEntries([...sides].map(([side, names]) => [`side ${String(side)}`, names.join(', ')]));
    yield* slice(networkPid, tid.partitions, cut, 'partition', told);
  }
  for (const outage of outages) yield* slice(pidOf(outage.agent), tid.state, outage, outage.state, {});
}
