/** What a run has recorded, as columns that can be handed on. */
import { eventKinds, eventNumber, type EventKind } from '../../mesh/event-log.ts';
import type { Run } from '../run/types.ts';
import { createHistory, type History } from './history.ts';
import type { EventBatch } from './types.ts';

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
    count++;
  }
  return { count, ...batch };
}
