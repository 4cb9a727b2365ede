/**
 * Known figures of the protocols in a history: rounds of consensus with their phases, what became of them, duels of two
 * proposers over one slot, retries, broadcasts.
 */
import { eventClass, type Events } from './types.ts';

export const outcomes = ['chosen', 'refused', 'unfinished'] as const;

/** One proposer's attempt at one slot: prepare → promises of a quorum → accept → votes of a quorum. Events, −1 where it did not come so far. */
export interface Round {
  readonly agent: number;
  readonly slot: number;
  readonly prepare: number;
  readonly promises: number;
  readonly accept: number;
  readonly votes: number;
  readonly chosen: number;
  /** Messages sent again because a quorum had not answered. */
  readonly retries: number;
  readonly outcome: (typeof outcomes)[number];
  readonly from: number;
  /** Its last event so far. */
  readonly to: number;
}

/** Two proposers at work on one slot at the same time: both may be refused again and again, and only backing off ends it. */
export interface Duel {
  readonly slot: number;
  readonly agents: readonly number[];
  readonly rounds: number;
  readonly from: number;
  readonly to: number;
}

/** One send that was heard by, or lost on the way to, several. */
export interface Broadcast {
  readonly event: number;
  readonly heard: number;
  readonly lost: number;
}

export interface Patterns {
  readonly rounds: readonly Round[];
  readonly duels: readonly Duel[];
}

type OpenRound = { -readonly [K in keyof Round]: Round[K] };

/** One pass over the events; what is open is kept by proposer, for an agent proposes in one slot at a time. */
export function findPatterns(events: Events): Patterns {
  const { length, kinds, kind, agent, slot, peer, names } = events;
  const number = (name: string): number => kinds.indexOf(name);
  const [sendPrepare, sendAccept, sendChosen] = [number('send-prepare'), number('send-accept'), number('send-chosen')];
  const [promise, accepted, refuse] = [number('receive-promise'), number('receive-accepted'), number('receive-refuse')];
  const open = names.map((): OpenRound | undefined => undefined);
  const rounds: OpenRound[] = [];

  const begin = (event: number): void => {
    const round: OpenRound = {
      agent: agent[event] as number,
      slot: slot[event] as number,
      prepare: -1,
      promises: 0,
      accept: -1,
      votes: 0,
      chosen: -1,
      retries: 0,
      outcome: 'unfinished',
      from: event,
      to: event,
    };
    rounds.push(round);
    open[agent[event] as number] = round;
  };

  for (let event = 0; event < length; event++) {
    const its = kind[event] as number;
    const who = agent[event] as number;
    if (who < 0) continue;
    const mine = open[who];
    const current = mine?.slot === slot[event] ? mine : undefined;
    // A broadcast has no peer: it begins a phase. To one alone it is sent again.
    const isAgain = (peer[event] as number) >= 0;
    if (its === sendPrepare && !isAgain) {
      begin(event);
      update(open[who], event, (round) => (round.prepare = event));
    } else if (its === sendAccept && !isAgain) {
      if (current === undefined || current.accept >= 0) begin(event);
      update(open[who], event, (round) => (round.accept = event));
    } else if ((its === sendPrepare || its === sendAccept) && isAgain) update(current, event, (round) => round.retries++);
    else if (its === promise) update(current, event, (round) => (round.accept < 0 ? round.promises++ : 0));
    else if (its === accepted) update(current, event, (round) => (round.chosen < 0 ? round.votes++ : 0));
    else if (its === refuse) update(current, event, (round) => (round.chosen < 0 ? (round.outcome = 'refused') : 0));
    else if (its === sendChosen && current !== undefined && current.accept >= 0 && current.chosen < 0) {
      current.chosen = event;
      current.outcome = 'chosen';
      current.to = event;
    }
  }
  return { rounds, duels: findDuels(rounds) };
}

function update(round: OpenRound | undefined, event: number, change: (round: OpenRound) => unknown): void {
  if (round === undefined) return;
  change(round);
  if (round.chosen < 0) round.to = event;
}

function findDuels(rounds: readonly Round[]): readonly Duel[] {
  const bySlot = new Map<number, Round[]>();
  for (const round of rounds) {
    const its = bySlot.get(round.slot);
    if (its === undefined) bySlot.set(round.slot, [round]);
    else its.push(round);
  }
  const duels: Duel[] = [];
  for (const [slot, its] of bySlot) {
    const involved = overlapping(its);
    if (involved.length === 0) continue;
    duels.push({
      slot,
      agents: [...new Set(involved.map((round) => round.agent))],
      rounds: involved.length,
      from: involved.reduce((first, round) => Math.min(first, round.from), Infinity),
      to: involved.reduce((last, round) => Math.max(last, round.to), -1),
    });
  }
  return duels.sort((a, b) => a.from - b.from);
}

/** Rounds, in the order of their beginnings, during which another agent's round was open: two passes, for livelocks are long. */
function overlapping(rounds: readonly Round[]): readonly Round[] {
  const involved = new Set<Round>();
  const lastEnd = new Map<number, number>();
  for (const round of rounds) {
    for (const [agent, end] of lastEnd) if (agent !== round.agent && end >= round.from) involved.add(round);
    lastEnd.set(round.agent, Math.max(lastEnd.get(round.agent) ?? -1, round.to));
  }
  const nextBegin = new Map<number, number>();
  for (const round of rounds.toReversed()) {
    for (const [agent, begin] of nextBegin) if (agent !== round.agent && begin <= round.to) involved.add(round);
    nextBegin.set(round.agent, round.from);
  }
  return rounds.filter((round) => involved.has(round));
}

/** Who heard a send, and for whom it was lost. */
export function broadcastOf({ length, cause, kind, classes, joinCause }: Events, event: number): Broadcast {
  let heard = 0;
  let lost = 0;
  for (let i = event + 1; i < length; i++) {
    if (cause[i] !== event) continue;
    if (classes[kind[i] as number] === eventClass.lose) lost++;
    else heard++;
  }
  for (const joined of joinCause) if (joined === event) heard++;
  return { event, heard, lost };
}
