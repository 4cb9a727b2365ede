import { describe, expect, it } from 'vitest';
import { eventBatch } from '../lab/trace/from-run.ts';
import { createRun } from '../lab/run/run.ts';
import { parseScenario } from '../lab/scenario/parse.ts';
import { createTraces } from './trace.ts';

const log = 'a {"a":1}\nasks <b>\nb {"b":1,"a":1}\nhears\na {"a":4}\nends\n';
const everything = { from: 0, to: 1e9, columns: 10, maxEvents: 1e6 };

function liveTraces() {
  const scenario = parseScenario('{"schema":"chorus.scenario/1","field":{"oscillators":64},"mesh":{"agents":4}}');
  if (!scenario.ok) throw new Error('a sound scenario');
  const run = createRun(scenario.value);
  run.advance(100);
  const batch = eventBatch(run, 0, 1e6);
  if (batch === undefined) throw new Error('few events');
  const traces = createTraces();
  traces.begin(4);
  expect(traces.append(batch)).toBe(run.eventCount);
  return { traces, run, ...traces.show('live') };
}

describe('the histories that the page looks at', () => {
  it('find the events that every word is about, and those only', () => {
    const { traces, run } = liveTraces();
    const rows = [...(run.events() ?? [])];
    const numbers = (query: string): readonly number[] => [...traces.find('time', query).event];
    const expected = (is: (row: (typeof rows)[number]) => boolean): readonly number[] => rows.filter(is).map(({ event }) => event);
    expect(numbers('token 3')).toEqual(expected(({ token }) => token === 3));
    expect(numbers('agent 2 promise')).toEqual(expected(({ agent, kind }) => agent === 2 && kind.includes('promise')));
    expect(numbers('slot 0 CHOSEN')).toEqual(expected(({ slot, kind }) => slot === 0 && kind.includes('chosen')));
    expect(numbers('  ')).toEqual([]);
    expect(numbers('agent 2 promise').length).toBeGreaterThan(0);
  });

  it('tell a chosen event with its cone, and the cone goes on as the run does', () => {
    const { traces, run, kinds } = liveTraces();
    const before = traces.choose(50, 'time');
    run.advance(50);
    const more = eventBatch(run, traces.look('time', { ...everything, filter: none(kinds) }).extent.length, 1e6);
    if (more === undefined) throw new Error('few events');
    traces.append(more);
    const sight = traces.look('time', { ...everything, filter: { ...none(kinds), kinds: new Uint8Array(kinds.length).fill(1) } });
    expect(sight.tones?.length).toBe(run.eventCount);
    expect(sight.tones?.[50]).toBe(2);
    expect(sight.tones?.subarray(run.eventCount - more.count)).toContain(3);
    const after = traces.choose(50, 'time');
    expect(after?.past).toBe(before?.past);
    expect(after?.future).toBeGreaterThan(before?.future ?? Infinity);
  });

  it('walk along a lifeline both ways, and stay at its ends', () => {
    const { traces, run } = liveTraces();
    const rows = [...(run.events() ?? [])].filter(({ agent, kind }) => agent === 1 && !kind.startsWith('lose'));
    const mine = rows.map((row) => row.event).slice(0, 20);
    expect(mine.slice(0, -1).map((one) => traces.neighbour(one, 1))).toEqual(mine.slice(1));
    expect(mine.map((one) => traces.neighbour(one, -1))).toEqual([mine[0], ...mine.slice(0, -1)]);
    const last = Math.max(...rows.map((row) => row.event));
    expect(traces.neighbour(last, 1)).toBe(last);
  });

  it('open a log beside the live run, with its holes, its words and where its cut lacks a send', () => {
    const { traces } = liveTraces();
    const opened = traces.openLog(log, {});
    expect(opened).toMatchObject({ ok: true, value: { executions: [{ hosts: 2, events: 3, holes: ['a: 2–3 (line 5)'], faults: [] }] } });
    expect(traces.show(0).names).toEqual(['a', 'b']);
    expect(traces.choose(0, 'depth')).toMatchObject({ text: 'asks <b>', line: 1, past: 0, future: 2, concurrent: 0 });
    const lacking = Float64Array.of(0, 2);
    expect(traces.judgeCut('depth', lacking).offending).toEqual([{ agent: 1, x: 2, causeAgent: 0, causeX: 1 }]);
    const snapped = traces.snapCut('depth', lacking);
    expect(traces.judgeCut('depth', snapped).offending).toEqual([]);
    expect([...traces.find('depth', 'hears').event]).toEqual([1]);
    expect(traces.openLog('hello', {}).ok).toBe(false);
  });
});

const none = (kinds: readonly string[]) => ({ kinds: new Uint8Array(kinds.length), token: -1, slot: -1 });
