/** What a run has recorded, as columns that can be handed on. */
import { eventKinds } from '../../mesh/event-log.ts';
import type { EventRow } from '../run/types.ts';
import { createHistory, type History } from './history.ts';
import type { Events } from './types.ts';

/** An empty history with the lifelines and kinds of a run. */
export function historyOfAgents(agents: number): History {
  return createHistory(
    Array.from({ length: agents }, (_, agent) => `agent ${String(agent)}`),
    eventKinds,
  );
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
