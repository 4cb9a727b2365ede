import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at } from '../../base/assert.ts';
import { shivizChunks } from '../export/shiviz.ts';
import { importShiviz } from '../import/shiviz.ts';
import { axisOrder, placeOf } from './axis.ts';
import { causalCone, tone } from './cone.ts';
import { cutAt, nearestConsistent, offendingReceipts, stateAt } from './cut.ts';
import { eventsOfLog } from './from-log.ts';
import { faulty, runOf, small } from './histories.test-kit.ts';
import { broadcastOf, findPatterns } from './patterns.ts';
import { actions, agents, play } from './random-history.fixture.ts';
import { maskOf } from './search.ts';
import { cutSpans, outages } from './spans.ts';
import { axes, eventClass, type Cut, type Events } from './types.ts';
import { flag, isDuplicate, lookAt } from './window.ts';

const moves = fc.array(fc.tuple(fc.nat(agents - 1), fc.constantFrom(...actions), fc.nat()), { minLength: 1, maxLength: 60 });
const frontier = fc.array(fc.nat(60), { minLength: agents, maxLength: agents });

describe('the causal cone of an event', () => {
  it('is what its clocks say, and past, future and concurrent are all the other events', () => {
    fc.assert(
      fc.property(moves, fc.nat(), (script, which) => {
        const { events, past, own } = play(script);
        const event = which % events.length;
        if (events.length === 0 || own[event] !== true) return;
        const cone = causalCone(events, event);
        const count = { past: 0, future: 0, concurrent: 0 };
        for (let i = 0; i < events.length; i++) {
          const expected = i === event ? 'self' : at(past, event).has(i) ? 'past' : at(past, i).has(event) ? 'future' : 'concurrent';
          expect(cone.tones[i]).toBe(tone[expected]);
          if (own[i] === true && expected !== 'self') count[expected]++;
        }
        expect(cone).toMatchObject(count);
        expect(cone.past + cone.future + cone.concurrent + 1).toBe(own.filter((is) => is).length);
      }),
    );
  });

  it('grows by one chain: the depth of an event is that of its deepest cause and one', () => {
    fc.assert(
      fc.property(moves, (script) => {
        const { events, past } = play(script);
        for (let i = 0; i < events.length; i++) {
          const deepest = [...at(past, i)].reduce((most, one) => Math.max(most, events.depth[one] ?? 0), 0);
          expect(events.depth[i]).toBe(deepest + 1);
        }
      }),
    );
  });
});

describe('a cut', () => {
  const within = ({ events, own }: ReturnType<typeof play>, cut: Cut): ReadonlySet<number> =>
    new Set(own.flatMap((is, i) => (is && i <= (cut[events.agent[i] ?? -1] ?? -1) ? [i] : [])));
  const isConsistent = (known: ReturnType<typeof play>, cut: Cut): boolean => {
    const set = within(known, cut);
    return [...set].every((event) => [...at(known.past, event)].every((before) => set.has(before)));
  };
  /** Frontiers must be events of their agents. */
  const cutOf = ({ events, own }: ReturnType<typeof play>, upTo: readonly number[]): Cut =>
    Int32Array.from(upTo, (limit, agent) => own.reduce((last, is, i) => (is && i <= limit && events.agent[i] === agent ? i : last), -1));

  it('is consistent exactly when no receipt in it lacks its send', () => {
    fc.assert(
      fc.property(moves, frontier, (script, upTo) => {
        const known = play(script);
        const cut = cutOf(known, upTo);
        expect(offendingReceipts(known.events, cut).length === 0).toBe(isConsistent(known, cut));
      }),
    );
  });

  it('snaps to a consistent one, and no consistent one on its way is nearer', () => {
    fc.assert(
      fc.property(moves, frontier, (script, upTo) => {
        const known = play(script.slice(0, 14));
        const cut = cutOf(known, upTo);
        const before = within(known, cut);
        const snapped = nearestConsistent(known.events, cut);
        const after = within(known, snapped.cut);
        expect(isConsistent(known, snapped.cut)).toBe(true);
        const differing = [...before, ...after].filter((event) => before.has(event) !== after.has(event)).length;
        expect(snapped.moved).toBe(differing);
        // All consistent cuts that lie wholly below or wholly above, by trying every one.
        const lines = Array.from({ length: agents }, (_, agent) => [
          -1,
          ...known.own.flatMap((is, i) => (is && known.events.agent[i] === agent ? [i] : [])),
        ]);
        for (const a of at(lines, 0))
          for (const b of at(lines, 1))
            for (const c of at(lines, 2))
              for (const d of at(lines, 3)) {
                const other = Int32Array.of(a, b, c, d);
                const comparable = other.every((e, i) => e <= (cut[i] ?? 0)) || other.every((e, i) => e >= (cut[i] ?? 0));
                if (!comparable || !isConsistent(known, other)) continue;
                const its = within(known, other);
                const away = [...new Set([...before, ...its])].filter((event) => before.has(event) !== its.has(event)).length;
                expect(away).toBeGreaterThanOrEqual(snapped.moved);
              }
      }),
      { numRuns: 60 },
    );
  });

  it('at one moment, one Lamport time or one depth is always consistent', () => {
    fc.assert(
      fc.property(moves, fc.constantFrom(...axes), fc.double({ min: 0, max: 8, noNaN: true }), (script, axis, upTo) => {
        const { events } = play(script);
        expect(offendingReceipts(events, cutAt(events, axisOrder(events, axis).values, new Array<number>(agents).fill(upTo)))).toEqual([]);
      }),
    );
  });
});

describe('a log in which one event heard several at once', () => {
  const log = importShiviz(['a {"a":1}', 'x', 'b {"b":1}', 'x', 'c {"c":1,"a":1,"b":1}', 'joins', 'c {"c":2,"a":1,"b":1}', 'x'].join('\n'));
  if (!log.ok) throw new Error('a sound log');
  const events = eventsOfLog(at(log.value.executions, 0));

  it('has each of them in its past, and is in the future of each', () => {
    expect([...events.joinEvent]).toEqual([2]);
    const { past, self, future, concurrent } = tone;
    expect([...causalCone(events, 3).tones]).toEqual([past, past, past, self]);
    expect([...causalCone(events, 0).tones]).toEqual([self, concurrent, future, future]);
    expect([...causalCone(events, 1).tones]).toEqual([concurrent, self, future, future]);
    expect([...events.depth]).toEqual([1, 1, 2, 3]);
  });

  it('has a cut that lacks one of them made whole or taken back', () => {
    for (const [lacking, snapped] of [
      [Int32Array.of(-1, 1, 3), [0, 1, 3]],
      [Int32Array.of(0, -1, 3), [0, 1, 3]],
      [Int32Array.of(0, -1, 2), [0, -1, -1]],
    ] as const) {
      expect(offendingReceipts(events, lacking)).toEqual([2]);
      expect([...nearestConsistent(events, lacking).cut]).toEqual(snapped);
    }
  });

  it('is written with both', () => {
    const again = importShiviz([...shivizChunks(events)].join(''));
    expect(again.ok && again.value.executions[0]?.events.map(({ causes }) => causes)).toEqual([[], [], [0, 1], []]);
  });
});

describe('an axis', () => {
  it('has every event once, by rising value, and finds the first at any value', () => {
    fc.assert(
      fc.property(moves, fc.constantFrom(...axes), fc.double({ min: -1, max: 20, noNaN: true }), (script, name, value) => {
        const { events } = play(script);
        const axis = axisOrder(events, name);
        const order = axis.order === undefined ? [...Array(events.length).keys()] : [...axis.order];
        expect([...order].sort((a, b) => a - b)).toEqual([...Array(events.length).keys()]);
        const values = order.map((event) => axis.values[event] ?? NaN);
        expect(values).toEqual(values.toSorted((a, b) => a - b));
        expect(placeOf(axis, value)).toBe(values.filter((one) => one < value).length);
      }),
    );
  });
});

const all = (events: Events) => ({
  kinds: new Uint8Array(events.kinds.length).fill(1),
  agents: new Uint8Array(events.names.length).fill(1),
  only: undefined,
});

describe('the history of a run', () => {
  it('places a loss at the Lamport time of its send, and a change of the network at the latest so far', () => {
    const { values } = axisOrder(faulty, 'lamport');
    let [latest, losses, changes] = [0, 0, 0];
    for (let i = 0; i < faulty.length; i++) {
      const own = faulty.clock[i] ?? 0;
      const cause = faulty.cause[i] ?? -1;
      if (own < 0 && cause >= 0) losses++;
      if (own < 0 && cause < 0) changes++;
      expect(values[i]).toBe(own >= 0 ? own : cause >= 0 ? faulty.clock[cause] : latest);
      latest = Math.max(latest, own);
    }
    expect([losses > 10, changes]).toEqual([true, 2]);
  });

  it('comes in pieces as it would at once, and Lamport times rise along every chain', () => {
    expect(faulty.length).toBeGreaterThan(1_000);
    for (let i = 0; i < faulty.length; i++) {
      for (const before of [faulty.previous[i] ?? -1, faulty.cause[i] ?? -1]) {
        if (before < 0) continue;
        expect(before).toBeLessThan(i);
        const [mine = 0, its = 0] = [faulty.clock[i], faulty.clock[before]];
        // A pause, a resumption and a crash are no events of the clock.
        if (mine >= 0 && !faulty.marks.includes(i) && !faulty.marks.includes(before)) expect(mine).toBeGreaterThan(its);
      }
    }
  });

  it('shows a part of it event by event, messages whose ends lie outside included', () => {
    const axis = axisOrder(faulty, 'time');
    const view = lookAt(faulty, axis, { from: 1, to: 1.2, columns: 100, maxEvents: 5_000, filter: all(faulty) });
    const told = view.told;
    if (told === undefined) throw new Error('few enough to be told');
    const inside = [...told.event].filter((event) => (faulty.timeS[event] ?? 0) <= 1.2);
    const expected = Array.from({ length: faulty.length }, (_, i) => i).filter(
      (i) => (faulty.timeS[i] ?? 0) >= 1 && (faulty.timeS[i] ?? 0) <= 1.2,
    );
    expect(inside).toEqual(expected);
    expect(view.count).toBe(expected.length);
    const beyond = [...told.event].filter((event) => (faulty.timeS[event] ?? 0) > 1.2);
    expect(beyond.length).toBeGreaterThan(0);
    for (const event of beyond) expect(faulty.timeS[faulty.cause[event] ?? -1]).toBeLessThanOrEqual(1.2);
    told.event.forEach((event, i) => {
      const cause = faulty.cause[event] ?? -1;
      expect(told.causeX[i]).toEqual(cause < 0 ? NaN : faulty.timeS[cause]);
      expect(((told.flags[i] ?? 0) & flag.lost) !== 0).toBe(faulty.classes[faulty.kind[event] ?? 0] === eventClass.lose);
    });
  });

  it('shows more than can be told apart by numbers that sum to all of it', () => {
    for (const name of axes) {
      const axis = axisOrder(faulty, name);
      const view = lookAt(faulty, axis, { from: axis.from, to: axis.to, columns: 64, maxEvents: 100, filter: all(faulty) });
      const sum = (counts: Uint32Array | undefined): number => counts?.reduce((total, count) => total + count, 0) ?? 0;
      const ofNetwork = [...faulty.marks].filter((mark) => (faulty.agent[mark] ?? 0) < 0).length;
      expect(view.count).toBe(faulty.length);
      expect(sum(view.counted?.all) + sum(view.counted?.lost) + ofNetwork).toBe(faulty.length);
      const validations = Array.from(faulty.kind.subarray(0, faulty.length)).filter((kind) => faulty.kinds[kind] === 'validate').length;
      expect(sum(view.counted?.validated)).toBe(validations);
      expect(validations).toBeGreaterThan(10);
    }
  });

  it('hides the events of agents, and whatever words do not mean, but never a fault', () => {
    const axis = axisOrder(faulty, 'time');
    const query = { from: axis.from, to: axis.to, columns: 64, maxEvents: 1e6 };
    const indices = Array.from({ length: faulty.length }, (_, i) => i);
    const without1 = lookAt(faulty, axis, { ...query, filter: { ...all(faulty), agents: Uint8Array.of(1, 0, 1, 1) } });
    expect([...(without1.told?.event ?? [])]).toEqual(indices.filter((i) => faulty.agent[i] !== 1));
    const only = maskOf(faulty, 'promise slot 0', () => '');
    const meant = lookAt(faulty, axis, { ...query, filter: { ...all(faulty), only } });
    const isMeant = (i: number): boolean => /promise/.test(faulty.kinds[faulty.kind[i] ?? 0] ?? '') && faulty.slot[i] === 0;
    expect([...(meant.told?.event ?? [])]).toEqual(indices.filter((i) => isMeant(i) || faulty.marks.includes(i)));
    expect(indices.filter(isMeant).length).toBeGreaterThan(2);
    const counted = lookAt(faulty, axis, { ...query, maxEvents: 0, filter: { ...all(faulty), only } }).counted;
    expect([...(counted?.marks.x ?? [])]).toEqual([...faulty.marks].map((mark) => faulty.timeS[mark]));
  });

  it('finds a ballot, and goes on finding where it left off', () => {
    const ballot = Math.max(...faulty.ballot.subarray(0, faulty.length));
    const words = `ballot ${String(ballot)}`;
    const expected = Array.from(faulty.ballot.subarray(0, faulty.length), (its) => Number(its === ballot));
    expect(ballot).toBeGreaterThan(128);
    const whole = maskOf(faulty, words, () => '');
    expect([...(whole ?? [])]).toEqual(expected);
    expect(maskOf(faulty, words, () => '', whole?.slice(0, 700))).toEqual(whole);
    expect(maskOf(faulty, '  ', () => '')).toBeUndefined();
  });

  it('knows a duplicate from the first copy', () => {
    const seen = new Set<string>();
    let duplicates = 0;
    for (let i = 0; i < faulty.length; i++) {
      if (faulty.classes[faulty.kind[i] ?? 0] !== eventClass.receive) continue;
      const key = `${faulty.agent[i] ?? ''} ${faulty.cause[i] ?? ''}`;
      expect(isDuplicate(faulty, i)).toBe(seen.has(key));
      if (seen.has(key)) duplicates++;
      seen.add(key);
    }
    expect(duplicates).toBeGreaterThan(20);
  });

  it('tells who was down or paused, and the sides of each cut', () => {
    expect(outages(faulty)).toEqual([
      { agent: 1, state: 'paused', fromS: 0.5, toS: 1.5 },
      { agent: 3, state: 'down', fromS: 2.2, toS: 280 * 0.01 },
    ]);
    const spans = cutSpans(
      [
        { atS: 1, do: 'partition', groups: [[0, 1]] },
        { atS: 2, do: 'heal' },
        { atS: 3, do: 'partition', shape: 'halves' },
      ],
      4,
    );
    expect(spans).toEqual([
      { fromS: 1, toS: 2, sides: Int32Array.of(0, 0, 1, 1) },
      { fromS: 3, toS: Infinity, sides: Int32Array.of(0, 0, 1, 1) },
    ]);
  });

  it('holds a clock that jumps as a fault, which ends no pause', () => {
    const events = runOf({
      ...small,
      interventions: [
        { atS: 0.5, do: 'pause', agent: 1 },
        { atS: 1, do: 'jump', agent: 1, ticks: 100 },
        { atS: 1.5, do: 'resume', agent: 1 },
      ],
    });
    expect([...events.marks].map((mark) => events.kinds[events.kind[mark] ?? -1])).toEqual(['pause', 'jump', 'resume']);
    expect(outages(events)).toEqual([{ agent: 1, state: 'paused', fromS: 0.5, toS: 1.5 }]);
  });

  it('tells what each agent is at a cut', () => {
    const statesAt = (timeS: number) => stateAt(faulty, cutAt(faulty, faulty.timeS, new Float64Array(agents).fill(timeS)));
    const upAt = (timeS: number): readonly string[] => statesAt(timeS).map(({ state }) => state);
    expect([1, 2, 2.5, 2.9].map(upAt)).toEqual([
      ['up', 'paused', 'up', 'up'],
      ['up', 'up', 'up', 'up'],
      ['up', 'up', 'up', 'down'],
      ['up', 'up', 'up', 'up'],
    ]);
    for (const { agent, events, generated, validated, applied, clock } of statesAt(2.5)) {
      const mine = Array.from({ length: faulty.length }, (_, i) => i).filter(
        (i) => faulty.agent[i] === agent && (faulty.timeS[i] ?? 9) <= 2.5 && faulty.classes[faulty.kind[i] ?? 0] !== eventClass.lose,
      );
      const count = (name: string): number => mine.filter((i) => faulty.kinds[faulty.kind[i] ?? 0] === name).length;
      expect([events, generated, validated, applied]).toEqual([mine.length, ...['generate', 'validate', 'apply'].map(count)]);
      expect(Math.min(generated, validated, applied)).toBeGreaterThan(0);
      expect(clock).toBe(Math.max(...mine.map((i) => faulty.clock[i] ?? 0)));
    }
  });
});

describe('patterns', () => {
  it('hold every slot that was chosen once as a round with a quorum of promises and votes', () => {
    const events = runOf(small, 4);
    const { rounds } = findPatterns(events);
    const count = (name: string): number =>
      Array.from(events.kind.subarray(0, events.length)).filter((kind) => events.kinds[kind] === name).length;
    const chosen = rounds.filter((round) => round.outcome === 'chosen');
    expect(chosen.length).toBe(count('send-chosen'));
    expect(chosen.length).toBeGreaterThan(10);
    for (const round of chosen) {
      // Of four agents three are a quorum, and the proposer is one of them.
      expect(Math.min(round.promises, round.votes)).toBeGreaterThanOrEqual(2);
      expect([round.prepare, round.accept, round.chosen].every((event, i, list) => event > (list[i - 1] ?? -1))).toBe(true);
    }
  });

  it('find the endless duel where nobody backs off', () => {
    const duelling = (protocol: 'chorus' | 'quorum-nobackoff') =>
      findPatterns(runOf({ mesh: { agents: 8, protocol } })).duels.reduce((sum, duel) => sum + duel.rounds, 0);
    expect(duelling('quorum-nobackoff')).toBeGreaterThan(20 * (1 + duelling('chorus')));
  });

  it('take for a duel exactly the rounds over one slot that others were at, too', () => {
    const { rounds, duels } = findPatterns(runOf({ mesh: { agents: 8, protocol: 'quorum-nobackoff' } }, 1));
    const involved = rounds.filter((one) =>
      rounds.some((other) => other.slot === one.slot && other.agent !== one.agent && one.from <= other.to && other.from <= one.to),
    );
    expect(duels.reduce((sum, duel) => sum + duel.rounds, 0)).toBe(involved.length);
  });

  it('tell a round that was refused from one that is only unfinished', () => {
    const events = runOf({ mesh: { agents: 8, protocol: 'quorum-nobackoff' } }, 1);
    const refusals = Array.from(events.kind.subarray(0, events.length), (kind, i) => ({ kind: events.kinds[kind], i })).filter(
      ({ kind }) => kind === 'receive-refuse',
    );
    const wasRefused = ({ agent, slot, from, to }: (typeof rounds)[number]): boolean =>
      refusals.some(({ i }) => events.agent[i] === agent && events.slot[i] === slot && i > from && i <= to);
    const { rounds } = findPatterns(events);
    expect(rounds.filter(({ outcome }) => outcome === 'refused').length).toBeGreaterThan(20);
    for (const round of rounds) if (round.outcome !== 'chosen') expect(round.outcome === 'refused').toBe(wasRefused(round));
  });

  it('find retries where messages are lost', () => {
    const { rounds } = findPatterns(runOf({ mesh: { ...small.mesh, loss: 0.4 } }));
    expect(rounds.some((round) => round.retries > 0)).toBe(true);
  });

  it('count who heard a broadcast and who did not', () => {
    const event = faulty.kind.subarray(0, faulty.length).findIndex((kind, i) => faulty.kinds[kind] === 'send-phase' && i > 500);
    const effects = (start: string): number =>
      faulty.kind
        .subarray(0, faulty.length)
        .reduce((sum, kind, i) => sum + Number(faulty.cause[i] === event && (faulty.kinds[kind] ?? '').startsWith(start)), 0);
    const { heard, lost } = broadcastOf(faulty, event);
    expect([heard, lost]).toEqual([effects('receive'), effects('lose')]);
    expect(heard + lost).toBeGreaterThanOrEqual(agents - 1);
    // The only thing that the last of these hosts heard of the second one is a join.
    const log = importShiviz(['a {"a":1}', 'x', 'b {"b":1}', 'x', 'c {"c":1,"a":1,"b":1}', 'joins'].join('\n'));
    if (!log.ok) throw new Error('a sound log');
    expect([0, 1, 2].map((one) => broadcastOf(eventsOfLog(at(log.value.executions, 0)), one).heard)).toEqual([1, 1, 0]);
  });
});

describe('a history written as a ShiViz log', () => {
  it('reads back as the same partial order', () => {
    fc.assert(
      fc.property(moves, (script) => {
        const { events, past, own } = play(script);
        if (events.length === 0) return;
        const log = importShiviz([...shivizChunks(events)].join(''));
        if (!log.ok) throw new Error(JSON.stringify(log.error));
        const execution = at(log.value.executions, 0);
        expect([execution.faults, execution.holes, execution.unreadLines]).toEqual([[], [], []]);
        const read = eventsOfLog(execution);
        expect(read.length).toBe(events.length);
        // Events are told apart by their time.
        const names = execution.events.map(({ text }) => Math.round(Number(/t=(.*)$/.exec(text)?.[1]) * 10));
        const numbers = new Map(names.map((name, i) => [name, i]));
        own.forEach((is, event) => {
          if (!is) return;
          const { tones } = causalCone(read, numbers.get(Math.round((events.timeS[event] ?? 0) * 10)) ?? -1);
          own.forEach((alsoIs, other) => {
            if (!alsoIs || other === event) return;
            const itsTone = tones[numbers.get(Math.round((events.timeS[other] ?? 0) * 10)) ?? -1];
            expect(itsTone === tone.past).toBe(at(past, event).has(other));
          });
        });
      }),
    );
  });

  it('may be a part of a run, with its faults and losses as events of a nemesis', () => {
    const log = importShiviz([...shivizChunks(faulty, 300, 1_300)].join(''));
    if (!log.ok) throw new Error(JSON.stringify(log.error));
    const execution = at(log.value.executions, 0);
    expect(execution.events.length).toBe(1_000);
    expect([...execution.faults, ...execution.holes]).toEqual([]);
    expect(log.value.source).toBe('file');
    const nemesis = execution.hosts.indexOf('nemesis');
    const its = execution.events.filter(({ host }) => host === nemesis).map(({ text }) => text.split(' ')[0]);
    expect(its).toContain('lose-phase');
  });
});
