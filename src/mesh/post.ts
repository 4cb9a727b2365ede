/**
 * The post: takes messages from their senders, asks the network what becomes of each copy, and puts those that arrive
 * into the queue of events. Sending and hearing are events of the agents, so this is also where their clocks move.
 */
import type { EventHeap } from '../base/event-heap.ts';
import type { Remembers } from '../base/remember.ts';
import { raise, type Clocks } from './clock.ts';
import { loseNumber, receiveNumber, sendNumber, type EventLog } from './event-log.ts';
import { createMessagePool, type Message, type MessageKind } from './message.ts';
import type { Network } from './network.ts';
import type { Observer } from './observer/observer.ts';
import type { MessageWatcher } from './watcher.ts';

export interface PostParts {
  readonly agents: number;
  readonly heap: EventHeap;
  /** Marks an arrival in the queue; the tag of agent a is this shifted by 8 bits, plus a. */
  readonly arrivalTag: number;
  readonly clocks: Clocks;
  readonly events: EventLog;
  readonly network: Network;
  readonly observer: Observer;
  /** Shape [M][M], see `World`. */
  readonly known: readonly Int32Array[];
  readonly nowS: () => number;
  readonly firstUnapplied: (agent: number) => number;
  readonly watch: MessageWatcher | undefined;
}

/** What the network did to messages, one count a copy: that a fault was asked for does not prove that it happened. */
export interface Harm {
  /** Lost by chance. */
  dropped: number;
  /** Stopped by a cut. */
  cut: number;
  /** Arrived at an agent that was down. */
  missed: number;
  /** Not heard, for its clock lay too far ahead. */
  unbelieved: number;
  doubled: number;
  /** Held back, so that later ones could overtake it. */
  heldBack: number;
}

export interface Post extends Remembers {
  readonly harm: Readonly<Harm>;
  readonly sent: number;
  readonly delivered: number;
  readonly lost: number;
  /** Moves an agent's clock by one event and answers its Lamport time. */
  tick(agent: number): number;
  /** Begins a send, which is an event of the sender. */
  draft(from: number, kind: MessageKind): Message;
  send(message: Message, to: number): void;
  broadcast(message: Message): void;
  /** What a number in the queue stands for. */
  message(index: number): Message;
  /** Whether the message is let through to its receiver, as the network is now; if not, this copy is lost. */
  admit(message: Message, to: number, isUp: boolean): boolean;
  /** The receiver hears the message: `handle` is called unless its clock is damaged. Ends this copy. */
  hear(message: Message, to: number, handle: (to: number, message: Message) => void): void;
  /** This copy is gone. */
  lose(message: Message, to: number): void;
}

export function createPost(parts: PostParts): Post {
  const { agents, heap, clocks, events, network, observer, known, nowS, watch } = parts;
  const pool = createMessagePool(agents);
  const harm: Harm = { dropped: 0, cut: 0, missed: 0, unbelieved: 0, doubled: 0, heldBack: 0 };
  let messageId = 0;
  let sent = 0;
  let delivered = 0;
  let lost = 0;

  function tick(agent: number): number {
    const before = clocks.lamport[agent] as number;
    clocks.tick(agent);
    const after = clocks.lamport[agent] as number;
    observer.edge(agent, events.count, before, after, nowS());
    return after;
  }

  function draft(from: number, kind: MessageKind): Message {
    const clock = tick(from);
    const message = pool.take();
    message.kind = kind;
    message.from = from;
    message.clock = clock;
    message.sentS = nowS();
    message.vector.set(clocks.vector[from] as Int32Array);
    message.known.set(known[from] as Int32Array);
    message.firstUnapplied = parts.firstUnapplied(from);
    message.slot = -1;
    message.ballot = 0;
    message.id = messageId++;
    return message;
  }

  function record(kind: number, agent: number, clock: number, peer: number, cause: number, { slot, ballot }: Message): number {
    return events.record(kind, nowS(), agent, clock, peer, cause, -1, slot, ballot > 0 ? ballot : -1);
  }

  /** A broadcast is one event without a peer. The sender holds the body until all copies are on their way. */
  function begin(message: Message, peer: number): void {
    message.copies = 1;
    message.event = record(sendNumber[message.kind], message.from, message.clock, peer, -1, message);
  }

  function dispatch(message: Message, to: number): void {
    const { from, kind } = message;
    sent++;
    message.copies++;
    network.drawFate(message.id, kind, from, to);
    const dueS = nowS() + network.delayS;
    if (network.lost || !network.open(from, to, nowS())) {
      watch?.(kind, from, to, nowS(), dueS, network.lost ? 'dropped' : 'cut');
      if (network.lost) harm.dropped++;
      else harm.cut++;
      lose(message, to);
      return;
    }
    if (network.heldBack) harm.heldBack++;
    watch?.(kind, from, to, nowS(), dueS, 'travels');
    heap.push(dueS, (parts.arrivalTag << 8) | to, message.index);
    if (Number.isNaN(network.duplicateDelayS)) return;
    harm.doubled++;
    message.copies++;
    watch?.(kind, from, to, nowS(), nowS() + network.duplicateDelayS, 'travels');
    heap.push(nowS() + network.duplicateDelayS, (parts.arrivalTag << 8) | to, message.index);
  }

  function lose(message: Message, to: number): void {
    lost++;
    record(loseNumber[message.kind], to, -1, message.from, message.event, message);
    pool.release(message);
  }

  function hear(message: Message, to: number, handle: (to: number, message: Message) => void): void {
    if (!clocks.receive(to, message.clock, message.vector)) {
      harm.unbelieved++;
      lose(message, to);
      return;
    }
    delivered++;
    const clock = clocks.lamport[to] as number;
    const event = record(receiveNumber[message.kind], to, clock, message.from, message.event, message);
    observer.edge(to, event, message.clock, clock, nowS());
    raise(known[to] as Int32Array, message.known);
    handle(to, message);
    pool.release(message);
  }

  return {
    remember(memory) {
      messageId = memory.value(messageId);
      sent = memory.value(sent);
      delivered = memory.value(delivered);
      lost = memory.value(lost);
      memory.all(pool, harm);
    },
    harm,
    get sent() {
      return sent;
    },
    get delivered() {
      return delivered;
    },
    get lost() {
      return lost;
    },
    tick,
    draft,
    send(message, to) {
      begin(message, to);
      dispatch(message, to);
      pool.release(message);
    },
    broadcast(message) {
      begin(message, -1);
      for (let to = 0; to < agents; to++) if (to !== message.from) dispatch(message, to);
      pool.release(message);
    },
    message: pool.get,
    admit(message, to, isUp) {
      if (isUp && network.open(message.from, to, nowS())) return true;
      if (isUp) harm.cut++;
      else harm.missed++;
      watch?.(message.kind, message.from, to, message.sentS, nowS(), 'missed');
      lose(message, to);
      return false;
    },
    hear,
    lose,
  };
}
