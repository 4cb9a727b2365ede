/** Random histories for tests, with what they must agree with: vector clocks kept beside them, and sets of past events. */
import { eventKinds, eventNumber } from '../../mesh/event-log.ts';
import { createHistory } from './history.ts';
import type { EventColumns, Events } from './types.ts';

export const agents = 4;

/** Twice what is to happen more often. */
export const actions = ['generate', 'send', 'receive', 'receive', 'lose', 'heal'] as const;

/** Who acts, what it does, and which of the sends so far it hears or loses. */
export type Move = readonly [agent: number, action: (typeof actions)[number], which: number];

export interface Known {
  readonly events: Events;
  /** For each event the events in its past. */
  readonly past: readonly ReadonlySet<number>[];
  /** Whether the event is one of an agent. */
  readonly own: readonly boolean[];
}

export function play(script: readonly Move[]): Known {
  const history = createHistory(['a', 'b', 'c', 'd'], eventKinds);
  const past: Set<number>[] = [];
  const own: boolean[] = [];
  const latest = new Int32Array(agents).fill(-1);
  const clock = new Float64Array(agents);
  const sends: { readonly event: number; readonly agent: number; readonly clock: number }[] = [];
  script.forEach(([agent, action, which], i) => {
    const event = past.length;
    const heard = action === 'receive' || action === 'lose' ? sends[which % Math.max(1, sends.length)] : undefined;
    if ((action === 'receive' || action === 'lose') && (heard === undefined || heard.agent === agent)) return;
    const onLifeline = action !== 'lose' && action !== 'heal';
    const mine = new Set<number>();
    for (const before of [onLifeline ? (latest[agent] ?? -1) : -1, heard?.event ?? -1]) {
      if (before < 0) continue;
      mine.add(before);
      for (const one of past[before] ?? []) mine.add(one);
    }
    past.push(mine);
    own.push(onLifeline);
    if (onLifeline) {
      latest[agent] = event;
      clock[agent] = Math.max(clock[agent] ?? 0, heard?.clock ?? 0) + 1;
    }
    if (action === 'send') sends.push({ event, agent, clock: clock[agent] ?? 0 });
    const kind = { generate: 'generate', send: 'send-phase', receive: 'receive-phase', lose: 'lose-phase', heal: 'heal' } as const;
    history.append(
      oneEvent({
        timeS: i / 10,
        agent: action === 'heal' ? -1 : agent,
        clock: onLifeline ? (clock[agent] ?? 0) : -1,
        kind: eventNumber[kind[action]],
        peer: heard?.agent ?? -1,
        cause: heard?.event ?? -1,
      }),
    );
  });
  return { events: history.events(), past, own };
}

type One = Record<'timeS' | 'agent' | 'clock' | 'kind' | 'peer' | 'cause', number> & Partial<Record<'token' | 'slot' | 'ballot', number>>;

function oneEvent({ timeS, agent, clock, kind, peer, cause, token = -1, slot = -1, ballot = -1 }: One): EventColumns {
  return {
    count: 1,
    timeS: Float64Array.of(timeS),
    agent: Int32Array.of(agent),
    clock: Float64Array.of(clock),
    kind: Uint8Array.of(kind),
    peer: Int32Array.of(peer),
    cause: Int32Array.of(cause),
    token: Int32Array.of(token),
    slot: Int32Array.of(slot),
    ballot: Float64Array.of(ballot),
  };
}
