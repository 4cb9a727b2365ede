/** The mesh of the tiny world of the fast Chorus: agents with their clocks, tokens and timers, and a bag of messages between them. */
import { rememberAll } from '../../base/remember.ts';
import { createClocks, raise, type ClockRules } from '../../mesh/clock.ts';
import { createMessagePool, type Message, type MessageKind } from '../../mesh/message.ts';
import type { Protocol, World } from '../../mesh/protocol.ts';
import { timer } from '../../mesh/protocols/chorus-fast/agent.ts';
import { readBallot } from '../../mesh/protocols/chorus/ballot.ts';
import { createTokens } from '../../mesh/tokens.ts';
import { createMicroBag } from './micro-bag.ts';
import { createMicroJudge } from './micro-judge.ts';
import type { Wave } from './micro-openings.ts';
import type { Say } from './micro-world.ts';

/** Of all agents: the fewer slots there are, the more happens in each. */
const maxTokens = 6;
/** Longer than anything waits. */
const leapS = 1000;

interface Copy {
  message: Message;
  to: number;
}

/** Everything of a mesh of so many agents that lasts from run to run. */
export type MicroMesh = ReturnType<typeof createMicroMesh>;

export function createMicroMesh(agents: number, create: (world: World) => Protocol, clockRules: ClockRules) {
  const pool = createMessagePool(agents);
  const bag = createMicroBag((): Copy => ({ message: pool.get(0), to: 0 }));
  const clocks = createClocks(agents, clockRules);
  const tokens = createTokens(agents);
  const judge = createMicroJudge(agents, tokens);
  const known = Array.from({ length: agents }, () => new Int32Array(agents));
  const incarnations = new Int32Array(agents);
  const timers = Array.from({ length: agents }, () => new Uint8Array(Object.keys(timer).length));
  const forgetTokens = rememberAll(tokens);
  let nowS = 0;

  const world: World = {
    agents,
    get nowS() {
      return nowS;
    },
    tokens,
    known,
    settings: { tokenRateHz: 1, phaseRateHz: 1 },
    incarnation: (agent) => incarnations[agent] as number,
    wallClockS: () => nowS,
    generate,
    tellPhase: () => undefined,
    hearPhase: () => undefined,
    tick,
    draft,
    send(message, to) {
      judge.sees(message);
      message.copies = 1;
      post(message, to);
    },
    broadcast(message) {
      judge.sees(message);
      message.copies = agents - 1;
      for (let to = 0; to < agents; to++) if (to !== message.from) post(message, to);
    },
    setTimer: (agent, its) => {
      timersOf(agent)[its] = 1;
    },
    cancelTimer: (agent, its) => {
      timersOf(agent)[its] = 0;
    },
    uniform: () => 0.5,
    commit: (_, batch) => {
      judge.committed(batch);
    },
    rewrite: () => undefined,
    validateEarly: () => undefined,
  };
  let protocol = create(world);

  const timersOf = (agent: number): Uint8Array => timers[agent] as Uint8Array;

  function begin(): void {
    while (bag.inFlight > 0) remove(bag.inFlight - 1);
    forgetTokens();
    judge.begin();
    for (const row of [...known, ...clocks.vector, ...timers]) row.fill(0);
    clocks.lamport.fill(0);
    incarnations.fill(0);
    nowS = 0;
    protocol = create(world);
    for (let agent = 0; agent < agents; agent++) protocol.start(agent);
  }

  function tick(agent: number): number {
    clocks.tick(agent);
    return clocks.lamport[agent] as number;
  }

  function draft(from: number, kind: MessageKind): Message {
    const message = pool.take();
    message.kind = kind;
    message.from = from;
    message.clock = tick(from);
    message.known.set(known[from] as Int32Array);
    message.firstUnapplied = protocol.firstUnapplied(from);
    message.slot = -1;
    message.ballot = 0;
    return message;
  }

  function post(message: Message, to: number): void {
    if (message.kind === 'heartbeat') {
      pool.release(message);
      return;
    }
    const copy = bag.add();
    copy.message = message;
    copy.to = to;
  }

  function deliver({ message, to }: Copy): void {
    if (!clocks.receive(to, message.clock, message.vector)) return;
    raise(known[to] as Int32Array, message.known);
    protocol.receive(to, message);
  }

  function remove(place: number): void {
    pool.release(bag.at(place).message);
    bag.remove(place);
  }

  /** A token is made; whoever waits has waited long enough. */
  function propose(agent: number): void {
    nowS += leapS;
    if (protocol.isMember(agent) && tokens.count < maxTokens) generate(agent);
    fire(agent, timer.batch);
    fire(agent, timer.patience);
  }

  function generate(agent: number): number {
    const clock = tick(agent);
    const own = known[agent] as Int32Array;
    if ((own[agent] as number) < (tokens.madeBeforeLoss[agent] as number)) tokens.orphan(agent, own[agent] as number);
    const token = tokens.generate(agent, clock, nowS, nowS);
    own[agent] = tokens.byAuthor[agent]?.length ?? 0;
    protocol.generated(agent);
    return token;
  }

  /** Asks to join again, where it has not joined: that goes with the heartbeat. */
  function repeat(agent: number): void {
    fire(agent, timer.retry);
    if (!protocol.isMember(agent)) fire(agent, timer.heartbeat);
  }

  function fire(agent: number, its: number): void {
    const set = timersOf(agent);
    if (set[its] === 0) return;
    set[its] = 0;
    protocol.timer(agent, its);
  }

  /** What an agent does, and what comes of it. */
  function ride({ agent, does, brings, among }: Wave, say?: Say): void {
    if (does !== 'waits') say?.(`agent ${agent} ${does}`);
    if (does === 'proposes') propose(agent);
    else if (does === 'loses its disk') loseDisk(agent);
    for (let place = 0; place < bag.inFlight; place++) {
      const copy = bag.at(place);
      const { kind, from } = copy.message;
      if (!among.includes(from) || !among.includes(copy.to) || brings?.includes(kind) === false) continue;
      say?.(`${inWords(copy)} arrives`);
      deliver(copy);
      remove(place);
      place = -1;
    }
  }

  function crash(agent: number): void {
    timersOf(agent).fill(0);
    clocks.crash(agent);
    protocol.crash(agent);
    start(agent);
  }

  function loseDisk(agent: number): void {
    timersOf(agent).fill(0);
    incarnations[agent] = (incarnations[agent] as number) + 1;
    clocks.loseDisk(agent);
    known[agent]?.fill(0);
    tokens.loseDisk(agent);
    protocol.loseDisk(agent);
    start(agent);
  }

  function start(agent: number): void {
    tick(agent);
    protocol.start(agent);
  }

  return { bag, judge, begin, ride, propose, repeat, crash, loseDisk, deliver, remove };
}

export function inWords({ message, to }: Copy): string {
  const { kind, from, ballot, slot } = message;
  const { time, agent } = readBallot(ballot);
  const where = kind === 'accepted' ? `slots ${message.firstSlot} to ${slot}` : `slot ${slot}`;
  return `${kind} from agent ${from} to agent ${to} (ballot ${time}.${agent}, ${where})`;
}
