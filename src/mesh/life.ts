/**
 * Whether each agent runs: crash and restart, with the disk kept or lost, pause and resume. Crash and pause lose or keep
 * what had not been handled; an agent whose disk was lost starts as a new incarnation, with nothing.
 */
import type { EventHeap } from '../base/event-heap.ts';
import type { Remembers } from '../base/remember.ts';
import { eventNumber } from './event-log.ts';

export type Disk = 'kept' | 'lost';

export interface Life extends Remembers {
  /** Shape [M]. */
  readonly up: Uint8Array;
  readonly paused: Uint8Array;
  readonly allRun: boolean;
  /** How many disks were lost so far. */
  readonly disksLost: number;
  /** How often an agent has started with an empty disk. */
  incarnation(agent: number): number;
  /** Keeps for later what came out of the queue for a paused agent. */
  defer(agent: number, tag: number, value: number): void;
  crash(agent: number, disk: Disk): void;
  /** The disk is lost where the crash, or this, says so. */
  restart(agent: number, disk: Disk): void;
  pause(agent: number): void;
  resume(agent: number): void;
}

export interface LifeParts {
  readonly agents: number;
  readonly heap: EventHeap;
  readonly nowS: () => number;
  /** Writes down an event that is none of the agent's own: its clock stands still. */
  readonly record: (kind: number, agent: number) => void;
  readonly crashed: (agent: number) => void;
  readonly lostDisk: (agent: number) => void;
  readonly started: (agent: number) => void;
  /** Half of the agents or more have lost their disks and not re-joined: nobody can know what they had agreed on. */
  readonly lostTooMuch: () => void;
  readonly isMember: (agent: number) => boolean;
  readonly changed: () => void;
}

export function createLife(parts: LifeParts): Life {
  const { agents, heap, nowS, record } = parts;
  const up = new Uint8Array(agents).fill(1);
  const paused = new Uint8Array(agents);
  const isDiskLost = new Uint8Array(agents);
  const incarnations = new Int32Array(agents);
  /** Per agent: what it could not handle while paused, as (tag, value) pairs. */
  const deferred: number[][] = Array.from({ length: agents }, () => []);
  let disksLost = 0;

  function loseDisk(agent: number): void {
    if (isDiskLost[agent] === 1) return;
    isDiskLost[agent] = 1;
    disksLost++;
    const forgetful = up.filter((_, other) => isDiskLost[other] === 1 || !parts.isMember(other)).length;
    if (2 * forgetful >= agents) parts.lostTooMuch();
  }

  /** A paused agent runs again (or has crashed): all that waited happens now, in the order in which it came. */
  function release(agent: number): void {
    paused[agent] = 0;
    const waiting = deferred[agent]?.splice(0) ?? [];
    for (let i = 0; i < waiting.length; i += 2) heap.push(nowS(), waiting[i] as number, waiting[i + 1] as number);
  }

  return {
    remember(memory) {
      disksLost = memory.value(disksLost);
      memory.all(up, paused, isDiskLost, incarnations, deferred);
    },
    up,
    paused,
    get allRun() {
      return up.every((is) => is === 1) && paused.every((is) => is === 0);
    },
    get disksLost() {
      return disksLost;
    },
    incarnation: (agent) => incarnations[agent] as number,
    defer: (agent, tag, value) => deferred[agent]?.push(tag, value),
    crash(agent, disk) {
      if (up[agent] === 0) return;
      record(eventNumber.crash, agent);
      up[agent] = 0;
      parts.crashed(agent);
      if (disk === 'lost') loseDisk(agent);
      release(agent);
      parts.changed();
    },
    restart(agent, disk) {
      if (up[agent] === 1) return;
      if (disk === 'lost') loseDisk(agent);
      up[agent] = 1;
      if (isDiskLost[agent] === 1) {
        isDiskLost[agent] = 0;
        incarnations[agent] = (incarnations[agent] as number) + 1;
        parts.lostDisk(agent);
      }
      parts.started(agent);
      parts.changed();
    },
    pause(agent) {
      if (up[agent] === 0 || paused[agent] === 1) return;
      paused[agent] = 1;
      record(eventNumber.pause, agent);
      parts.changed();
    },
    resume(agent) {
      if (paused[agent] === 0) return;
      record(eventNumber.resume, agent);
      release(agent);
      parts.changed();
    },
  };
}
