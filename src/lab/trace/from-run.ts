/** What a run has recorded, as columns that can be handed on. */
import { eventKinds, eventNumber, type EventKind } from '../../mesh/event-log.ts';
import type { EventRow, Run } from '../run/types.ts';
import { createHistory, type History } from './history.ts';
import type { EventBatch, Events } from './types.ts';

/** An empty history with the lifelines and kinds of a run. */
export function historyOfAgents(agents: number): History {
  return createHistory(
    Array.from({ length: agents }, (_, agent) => `agent ${String(agent)}`),
    eventKinds,
  );
}

/** At most so many events from this one on; undefined where the run kept none. */
export function eventBatch(run: Run, from: number, maxEvents: number): EventBatch | undefined {
  const rows = run.events(from);
  if (rows === undefined) return undefined;
  const size = Math.max(0, Math.min(maxEvents, run.eventCount - from));
  const batch = {
    timeS: new Float64Array(size),
    agent: new Int32Array(size),
    clock: new Float64Array(size),
    kind: new Uint8Array(size),
    peer: new Int32Array(size),
    cause: new Int32Array(size),
    token: new Int32Array(size),
    slot: new Int32Array(size),
    ballot: new Float64Array(size),
  };
  let count = 0;
  for (const row of rows) {
    if (count >= size) break;
    batch.timeS[count] = row.timeS;
    batch.agent[count] = row.agent;
    batch.clock[count] = row.clock;
    batch.kind[count] = eventNumber[row.kind as EventKind];
    batch.peer[count] = row.peer;
    batch.cause[count] = row.cause;
    batch.token[count] = row.token;
    batch.slot[count] = row.slot;
    batch.ballot[count] = row.ballot;
    count++;
  }
  return { count, ...batch };
}

/** An event as a row of `events.csv`. */
export function rowOf({ kinds, kind, timeS, agent, clock, peer, cause, token, slot, ballot }: Events, event: number): EventRow {
  return {
    event,
    timeS: timeS[event] as number,
    agent: agent[event] as number,
    clock: clock[event] as number,
    kind: kinds[kind[event] as number] ?? '',
    peer: peer[event] as number,
    cause: cause[event] as number,
    token: token[event] as number,
    slot: slot[event] as number,
    ballot: ballot[event] as number,
  };
}
