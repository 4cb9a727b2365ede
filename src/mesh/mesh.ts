/**
 * The mesh: agents that generate tokens, exchange messages and agree, simulated event by event in simulated seconds.
 * Events at equal times are handled in the order in which they were scheduled.
 */
import { createEventHeap } from '../base/event-heap.ts';
import type { Memory } from '../base/remember.ts';
import { createAsynchronousLoop, loopTimer } from './asynchronous-loop.ts';
import { createClocks, soundClockRules } from './clock.ts';
import { findComponents } from './components.ts';
import { createEventLog, eventNumber } from './event-log.ts';
import { findGroups } from './groups.ts';
import { maxBacklog } from './limits.ts';
import { createLife } from './life.ts';
import type { Message } from './message.ts';
import { createNetwork } from './network.ts';
import { createObserver } from './observer/observer.ts';
import { createOutside } from './outside.ts';
import { createPhaseBoard, hearPhase, tellPhase } from './phase-board.ts';
import { createPost } from './post.ts';
import { protocolTimers } from './protocol.ts';
import { createTimers } from './timers.ts';
import { createTokenLife } from './token-life.ts';
import { createTokens } from './tokens.ts';
import type { Mesh, MeshOptions, MeshSettings } from './types.ts';
import { createWallClocks } from './wall-clock.ts';
import { createWorld } from './world.ts';

const firstProtocolTimer = Object.keys(loopTimer).length;
const timerCount = firstProtocolTimer + protocolTimers;
/** Tags in the queue above those of the timers: a message arrives; one that had reached a paused agent is heard. */
const arrivalTag = timerCount;
const arrivedTag = timerCount + 1;

export function createMesh(options: MeshOptions, initial: MeshSettings): Mesh {
  const { agents, seed } = options;
  let nowS = 0;
  const tokens = createTokens(agents);
  const heap = createEventHeap();
  const parts = {
    seed,
    agents,
    heap,
    tokens,
    clocks: createClocks(agents, options.clockRules ?? soundClockRules),
    wallClocks: createWallClocks(seed, agents, { clockSkewMs: options.clockSkewMs, clockDriftPpm: options.clockDriftPpm ?? 20 }),
    events: createEventLog(options.maxEvents),
    observer: (options.createObserver ?? createObserver)(agents, tokens),
    network: createNetwork(options),
    board: createPhaseBoard(agents),
    timers: createTimers(agents, timerCount, heap),
    known: Array.from({ length: agents }, () => new Int32Array(agents)),
    nowS: () => nowS,
  };
  const { clocks, events, observer, network, board, timers } = parts;
  const post = createPost({
    ...parts,
    arrivalTag,
    firstUnapplied: (agent) => protocol.firstUnapplied(agent),
    watch: options.watch,
  });
  const tokenLife = createTokenLife({ ...parts, maxBacklog: options.maxBacklog ?? maxBacklog, tick: post.tick });
  const outside = createOutside(
    {
      ...parts,
      life: () => life,
      tick: post.tick,
      changedRates: (agent) => {
        if (!protocol.isLockStep) loop.resume(agent);
      },
    },
    initial,
  );
  const settings = () => outside.settings;
  const world = createWorld({ ...parts, post, tokenLife, firstTimer: firstProtocolTimer, settings, life: () => life, generate });
  const protocol = options.createProtocol(world);
  const loop = createAsynchronousLoop({
    ...parts,
    rates: settings,
    generate(agent) {
      if (protocol.isMember(agent) && tokenLife.admit(agent)) generate(agent);
    },
    tellPhase: broadcastPhase,
  });
  const life = createLife({
    ...parts,
    record: (kind, agent) => events.record(kind, nowS, agent, clocks.lamport[agent] as number),
    crashed,
    lostDisk,
    started,
    lostTooMuch: observer.forgive,
    isMember: protocol.isMember,
    changed: outside.tellObserver,
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

  function generate(agent: number): number {
    const token = tokenLife.generate(agent);
    protocol.generated(agent);
    return token;
  }

  function broadcastPhase(agent: number): void {
    const message = post.draft(agent, 'phase');
    tellPhase(board, message);
    post.broadcast(message);
  }

  function crashed(agent: number): void {
    timers.cancelAll(agent);
    clocks.crash(agent);
    protocol.crash(agent);
  }

  function lostDisk(agent: number): void {
    clocks.loseDisk(agent);
    tokenLife.loseDisk(agent);
    observer.lostDisk(agent);
    protocol.loseDisk(agent);
  }

  function started(agent: number): void {
    events.record(eventNumber.restart, nowS, agent, post.tick(agent));
    if (!protocol.isLockStep) loop.resume(agent);
    protocol.start(agent);
  }

  function remember(memory: Memory): void {
    nowS = memory.value(nowS);
    memory.all(parts, post, protocol, loop, life, tokenLife, outside, world);
  }

  for (let agent = 0; agent < agents; agent++) {
    if (!protocol.isLockStep) loop.boot(agent);
    protocol.start(agent);
  }
  outside.tellObserver();

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
      return tokenLife.refused;
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
    logs: tokenLife.logs,
    advanceTo,
    configure: outside.configure,
    partition: outside.partition,
    heal: outside.heal,
    jump: outside.jump,
    noteSet: outside.noteSet,
    crash: (agent, disk = 'kept') => {
      life.crash(agent, disk);
    },
    restart: (agent, disk = 'kept') => {
      life.restart(agent, disk);
    },
    pause: life.pause,
    resume: life.resume,
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
