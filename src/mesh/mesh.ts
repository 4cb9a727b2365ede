/**
 * The mesh: agents that generate tokens, exchange messages and agree, simulated event by event in simulated seconds.
 * Events at equal times are handled in the order in which they were scheduled.
 */
import { createEventHeap } from '../base/event-heap.ts';
import { draw, streams } from '../base/random.ts';
import { rememberAll, type Remembers, type Restore } from '../base/remember.ts';
import { createAsynchronousLoop, loopTimer } from './asynchronous-loop.ts';
import { createClocks, soundClockRules, type ClockRules } from './clock.ts';
import { findComponents } from './components.ts';
import { createEventLog, eventNumber, type EventLog } from './event-log.ts';
import { findGroups } from './groups.ts';
import type { ProtocolState } from './inspection.ts';
import { maxBacklog, maxTokens } from './limits.ts';
import { createLife, type Disk } from './life.ts';
import { createLogTree, type LogTree } from './log-tree.ts';
import type { Batch, Message, MessageKind } from './message.ts';
import { createNetwork, type Network, type NetworkOptions } from './network.ts';
import { createObserver, type Observer } from './observer.ts';
import type { Partition } from './partition/partition.ts';
import { createPhaseBoard, hearPhase, tellPhase, type PhaseBoard } from './phase-board.ts';
import { createPost, type Harm } from './post.ts';
import { protocolTimers, type CreateProtocol, type World } from './protocol.ts';
import { createTimers } from './timers.ts';
import { createTokens, type Tokens } from './tokens.ts';
import { createWallClocks } from './wall-clock.ts';
import type { MessageWatcher } from './watcher.ts';

export interface MeshOptions extends NetworkOptions {
  readonly createProtocol: CreateProtocol;
  /** Standard deviation of the agents' wall clocks. */
  readonly clockSkewMs: number;
  /** Standard deviation of their rates; 20 unless told otherwise. */
  readonly clockDriftPpm?: number;
  readonly maxEvents: number;
  /** `maxBacklog` unless told otherwise. */
  readonly maxBacklog?: number;
  /** A blind one, for the benchmark only. */
  readonly createObserver?: typeof createObserver;
  /** Sound unless told otherwise: for planted bugs only. */
  readonly clockRules?: ClockRules;
  /** Told of every message as it travels; changes nothing. */
  readonly watch?: MessageWatcher | undefined;
}

/** Rates and probabilities that may change while a run goes on. */
export interface MeshSettings {
  readonly tokenRateHz: number;
  readonly phaseRateHz: number;
  readonly loss: number;
  readonly duplication: number;
  readonly reordering: number;
  /** The kind of message that the three above apply to; all kinds if none is named. */
  readonly harmTo?: MessageKind | 'all';
}

export interface MessageCounts {
  readonly sent: number;
  readonly delivered: number;
  readonly lost: number;
  readonly harm: Readonly<Harm>;
}

export interface Mesh extends Remembers {
  readonly nowS: number;
  readonly board: PhaseBoard;
  readonly tokens: Tokens;
  readonly events: EventLog;
  readonly observer: Observer;
  readonly network: Network;
  /** Shape [M]. */
  readonly lamport: Float64Array;
  readonly up: Uint8Array;
  readonly paused: Uint8Array;
  readonly messages: MessageCounts;
  readonly disksLost: number;
  /** Token clock ticks at which no token was made, for want of room: see `maxBacklog` and `maxTokens`. */
  readonly tokensRefused: number;
  /** What each agent applied, in order. */
  readonly logs: Pick<LogTree, 'length' | 'read' | 'rows'>;
  /** Handles all events up to and at this time. */
  advanceTo(timeS: number): void;
  configure(settings: MeshSettings): void;
  partition(partition: Partition): void;
  heal(): void;
  /** The disk is kept unless told otherwise: the agent resumes from what it persisted. */
  crash(agent: number, disk?: Disk): void;
  restart(agent: number, disk?: Disk): void;
  pause(agent: number): void;
  resume(agent: number): void;
  /** A running agent's Lamport clock leaps ahead by so many ticks, and its wall clock by so much, ahead or back. */
  jump(agent: number, ticks: number, wallMs: number): void;
  /** Writes down in the events that a setting was changed from outside. */
  noteSet(): void;
  /** Whether a message sent now from one agent would be let through to the other, both running. */
  reaches(from: number, to: number): boolean;
  /** What the agent's protocol shows of itself; undefined where it shows nothing. */
  inspect(agent: number): ProtocolState | undefined;
  /** Components at this time, see `findComponents`. */
  components(component: Int32Array): number;
  /** Groups that the cut leaves at this time, see `findGroups`; one while there is none. */
  groups(group: Int32Array): number;
}

const firstProtocolTimer = Object.keys(loopTimer).length;
const timerCount = firstProtocolTimer + protocolTimers;
/** Tags in the queue above those of the timers: a message arrives; one that had reached a paused agent is heard. */
const arrivalTag = timerCount;
const arrivedTag = timerCount + 1;

export function createMesh(options: MeshOptions, initial: MeshSettings): Mesh {
  const { agents, seed } = options;
  const heap = createEventHeap();
  const clocks = createClocks(agents, options.clockRules ?? soundClockRules);
  const tokens = createTokens(agents);
  const events = createEventLog(options.maxEvents);
  const observer = (options.createObserver ?? createObserver)(agents, tokens);
  const network = createNetwork(options);
  const board = createPhaseBoard(agents);
  const known = Array.from({ length: agents }, () => new Int32Array(agents));
  const logs = createLogTree(agents);
  const drawn = new Int32Array(agents);
  const timers = createTimers(agents, timerCount, heap);
  const u = new Float64Array(4);
  let settings = initial;
  let nowS = 0;
  let tokensRefused = 0;
  const wallClocks = createWallClocks(seed, agents, { clockSkewMs: options.clockSkewMs, clockDriftPpm: options.clockDriftPpm ?? 20 });

  const post = createPost({
    agents,
    heap,
    arrivalTag,
    clocks,
    events,
    network,
    observer,
    known,
    nowS: () => nowS,
    firstUnapplied: (agent) => protocol.firstUnapplied(agent),
    watch: options.watch,
  });
  const world: World = {
    agents,
    get nowS() {
      return nowS;
    },
    tokens,
    known,
    get settings() {
      return settings;
    },
    incarnation: (agent) => life.incarnation(agent),
    wallClockS: (agent) => wallClocks.readS(agent, nowS),
    generate,
    hearPhase: (agent, from, report) => {
      hearPhase(board, from, report, agent);
    },
    tellPhase: (message) => {
      tellPhase(board, message);
    },
    tick: post.tick,
    draft: post.draft,
    send: post.send,
    broadcast: post.broadcast,
    setTimer: (agent, timer, delayS) => {
      timers.set(agent, firstProtocolTimer + timer, nowS + delayS);
    },
    cancelTimer: (agent, timer) => {
      timers.cancel(agent, firstProtocolTimer + timer);
    },
    uniform(agent) {
      const index = drawn[agent] as number;
      drawn[agent] = index + 1;
      draw(seed, streams.backoff, agent, index, 0, u);
      return u[0] as number;
    },
    commit,
    rewrite,
    validateEarly: validate,
  };
  const protocol = options.createProtocol(world);
  const loop = createAsynchronousLoop({
    seed,
    agents,
    timers,
    nowS: () => nowS,
    rates: () => settings,
    generate(agent) {
      if (!protocol.isMember(agent)) return;
      if (hasRoom(agent)) generate(agent);
      else tokensRefused++;
    },
    tellPhase: broadcastPhase,
  });
  const life = createLife({
    agents,
    heap,
    nowS: () => nowS,
    record: (kind, agent) => events.record(kind, nowS, agent, clocks.lamport[agent] as number),
    crashed,
    lostDisk,
    started,
    lostTooMuch: observer.forgive,
    isMember: protocol.isMember,
    changed: tellObserver,
  });
  const { up, paused } = life;

  function advanceTo(timeS: number): void {
    while (heap.nextTimeS <= timeS) {
      heap.pop();
      nowS = heap.timeS;
      handle(heap.tag, heap.value);
    }
    nowS = timeS;
    observer.look(timeS);
  }

  function handle(tag: number, value: number): void {
    const agent = tag & 0xff;
    const what = tag >> 8;
    if (what === arrivalTag) arrive(value, agent);
    else if (paused[agent] === 1) life.defer(agent, tag, value);
    else if (what === arrivedTag) hear(value, agent);
    else if (timers.isValid(agent, what, value)) fire(agent, what);
  }

  function fire(agent: number, timer: number): void {
    if (timer === loopTimer.token) loop.tokenTimer(agent);
    else if (timer === loopTimer.phase) loop.phaseTimer(agent);
    else protocol.timer(agent, timer - firstProtocolTimer);
  }

  function arrive(index: number, to: number): void {
    if (!post.admit(post.message(index), to, up[to] === 1)) return;
    if (paused[to] === 1) life.defer(to, (arrivedTag << 8) | to, index);
    else hear(index, to);
  }

  function hear(index: number, to: number): void {
    if (up[to] === 1) post.hear(post.message(index), to, receive);
    else post.lose(post.message(index), to);
  }

  function receive(to: number, message: Message): void {
    if (message.kind === 'phase') hearPhase(board, message.from, message, to);
    protocol.receive(to, message);
  }

  function hasRoom(agent: number): boolean {
    const backlog = (tokens.byAuthor[agent]?.length ?? 0) - (tokens.validatedOf[agent] as number) - (tokens.orphanedOf[agent] as number);
    return backlog < (options.maxBacklog ?? maxBacklog) && tokens.count < maxTokens;
  }

  function generate(agent: number): number {
    const clock = post.tick(agent);
    const own = known[agent] as Int32Array;
    if ((own[agent] as number) < (tokens.madeBeforeLoss[agent] as number)) tokens.orphan(agent, own[agent] as number);
    const token = tokens.generate(agent, clock, nowS, wallClocks.readS(agent, nowS));
    own[agent] = tokens.byAuthor[agent]?.length ?? 0;
    events.record(eventNumber.generate, nowS, agent, clock, -1, -1, token);
    observer.generated(token, clocks.vector[agent] as Int32Array);
    protocol.generated(agent);
    return token;
  }

  function broadcastPhase(agent: number): void {
    const message = post.draft(agent, 'phase');
    tellPhase(board, message);
    post.broadcast(message);
  }

  function commit(agent: number, batch: Batch): void {
    const clock = post.tick(agent);
    const event = events.record(eventNumber.apply, nowS, agent, clock, -1, -1, -1, batch.slot);
    write(agent, batch);
    observer.committed(agent, batch, event, nowS);
    validate(agent, batch);
  }

  /** Where there are no slots, what is applied at once is chance, and differs from log to log. */
  function write(agent: number, batch: Batch): void {
    if (batch.slot >= 0) logs.append(agent, batch);
    else for (const token of batch.tokens) logs.append(agent, { slot: batch.slot, tokens: Int32Array.of(token) });
  }

  function rewrite(agent: number, log: Batch): void {
    const clock = post.tick(agent);
    const event = events.record(eventNumber.apply, nowS, agent, clock, -1, -1, -1, log.slot);
    logs.clear(agent);
    write(agent, log);
    observer.rewritten(agent, log, event, nowS);
    validate(agent, log);
  }

  /** The author of a token knows that it is chosen. */
  function validate(agent: number, batch: Batch): void {
    for (const token of batch.tokens) {
      if (tokens.author.values[token] !== agent || !Number.isNaN(tokens.validatedS.values[token])) continue;
      const validation = events.record(eventNumber.validate, nowS, agent, post.tick(agent), -1, -1, token, batch.slot);
      tokens.validate(token, nowS);
      observer.validated(token, validation, nowS);
    }
  }

  function crashed(agent: number): void {
    timers.cancelAll(agent);
    clocks.crash(agent);
    protocol.crash(agent);
  }

  function lostDisk(agent: number): void {
    clocks.loseDisk(agent);
    known[agent]?.fill(0);
    logs.clear(agent);
    tokens.loseDisk(agent);
    observer.lostDisk(agent);
    protocol.loseDisk(agent);
  }

  function started(agent: number): void {
    events.record(eventNumber.restart, nowS, agent, post.tick(agent));
    if (!protocol.isLockStep) loop.resume(agent);
    protocol.start(agent);
  }

  function configure(changed: MeshSettings): void {
    const before = settings;
    settings = changed;
    harm(changed);
    if (changed.loss !== before.loss) tellObserver();
    if (changed.tokenRateHz === before.tokenRateHz && changed.phaseRateHz === before.phaseRateHz) return;
    for (let agent = 0; agent < agents; agent++) if (up[agent] === 1 && !protocol.isLockStep) loop.resume(agent);
  }

  function harm({ loss, duplication, reordering, harmTo = 'all' }: MeshSettings): void {
    Object.assign(network.faults, { loss, duplication, reordering, harmTo });
  }

  /** Above this loss no bound on convergence is stated. */
  const calmLoss = 0.5;

  function tellObserver(): void {
    observer.calm(!network.partitioned && network.faults.loss <= calmLoss && life.allRun && !clocks.isTorn(), nowS);
  }

  function jump(agent: number, ticks: number, wallMs: number): void {
    if (up[agent] === 0) return;
    clocks.jump(agent, ticks);
    wallClocks.jump(agent, wallMs / 1000);
    events.record(eventNumber.jump, nowS, agent, post.tick(agent));
    tellObserver();
  }

  function remember(): Restore {
    const at = { settings, nowS, tokensRefused };
    const parts = [heap, clocks, wallClocks, tokens, events, observer, network, board, timers, post, protocol, loop, life, logs];
    const rest = rememberAll(parts, known, drawn);
    return () => {
      ({ settings, nowS, tokensRefused } = at);
      rest();
    };
  }

  function networkEvent(kind: 'partition' | 'heal' | 'set'): void {
    events.record(eventNumber[kind], nowS, -1, -1);
  }

  harm(initial);
  for (let agent = 0; agent < agents; agent++) {
    if (!protocol.isLockStep) loop.boot(agent);
    protocol.start(agent);
  }
  tellObserver();

  return {
    get nowS() {
      return nowS;
    },
    board,
    tokens,
    events,
    observer,
    network,
    lamport: clocks.lamport,
    get tokensRefused() {
      return tokensRefused;
    },
    get disksLost() {
      return life.disksLost;
    },
    up,
    paused,
    get messages() {
      return post;
    },
    remember,
    logs,
    advanceTo,
    configure,
    partition(partition) {
      network.cut(partition, nowS);
      networkEvent('partition');
      tellObserver();
    },
    heal() {
      network.heal();
      networkEvent('heal');
      tellObserver();
    },
    crash: (agent, disk = 'kept') => {
      life.crash(agent, disk);
    },
    restart: (agent, disk = 'kept') => {
      life.restart(agent, disk);
    },
    pause: life.pause,
    resume: life.resume,
    jump,
    noteSet: () => {
      networkEvent('set');
    },
    reaches: (from, to) => up[from] === 1 && up[to] === 1 && (from === to || network.open(from, to, nowS)),
    inspect: (agent) => protocol.inspect?.(agent),
    groups(group) {
      if (network.partitioned) return findGroups((from, to) => network.open(from, to, nowS), group);
      group.fill(0);
      return 1;
    },
    components: (component) => findComponents(up, (from, to) => network.open(from, to, nowS), component),
  };
}
