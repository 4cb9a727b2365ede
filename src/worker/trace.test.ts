import { describe, expect, it } from 'vitest';
import { createRun } from '../lab/run/run.ts';
import { parseScenario } from '../lab/scenario/parse.ts';
import { createLogReader, type LogsHost } from './log-reader.ts';
import { createLogs } from './logs.ts';
import type { RunSource, SightQuery, TraceApi } from './trace-api.ts';
import { createTraces } from './trace.ts';

const log = 'a {"a":1}\nasks <b>\nb {"b":1,"a":1}\nhears\na {"a":4}\nends\n';
const everything = { from: 0, to: 1e9, columns: 10, maxEvents: 1e6, words: '' };

/** The reader of logs, here in the same thread. */
function logsHere(): LogsHost {
  const logs = createLogs();
  return {
    api: {
      load: async (file) => logs.load(file),
      preview: (options) => Promise.resolve(logs.preview(options)),
      read: (options) => Promise.resolve(logs.read(options)),
    },
    stop: () => undefined,
  };
}

function runInto(traces: TraceApi, source: RunSource, mesh: object, steps: number) {
  const scenario = parseScenario(JSON.stringify({ schema: 'chorus.scenario/1', field: { oscillators: 64 }, mesh: { agents: 4, ...mesh } }));
  if (!scenario.ok) throw new Error('a sound scenario');
  const run = createRun(scenario.value);
  run.advance(steps);
  const batch = run.eventColumns(0, 1e6);
  if (batch === undefined) throw new Error('few events');
  traces.begin(source, 4);
  expect(traces.append(source, batch)).toBe(run.eventCount);
  return run;
}

function liveTraces() {
  const traces = createTraces(createLogReader(logsHere));
  const run = runInto(traces, 'live', {}, 100);
  return { traces, run, ...traces.textOf('live') };
}

const lookFor = (kinds: readonly string[], shown: 0 | 1, agents = 4): SightQuery => ({
  ...everything,
  filter: { kinds: new Uint8Array(kinds.length).fill(shown), agents: new Uint8Array(agents).fill(1) },
});

describe('the histories that the page looks at', () => {
  it('find the events that every word is about, and those only', () => {
    const { traces, run, kinds } = liveTraces();
    const rows = [...(run.events() ?? [])];
    const numbers = (query: string): readonly number[] => [...traces.find('live', 'time', query).event];
    const expected = (is: (row: (typeof rows)[number]) => boolean): readonly number[] => rows.filter(is).map(({ event }) => event);
    expect(numbers('token 3')).toEqual(expected(({ token }) => token === 3));
    expect(numbers('agent 2 promise')).toEqual(expected(({ agent, kind }) => agent === 2 && kind.includes('promise')));
    expect(numbers('slot 0 CHOSEN')).toEqual(expected(({ slot, kind }) => slot === 0 && kind.includes('chosen')));
    expect(numbers('  ')).toEqual([]);
    expect(numbers('agent 2 promise').length).toBeGreaterThan(0);
    const told = traces.look('live', 'time', { ...lookFor(kinds, 1), words: 'agent 2 promise' }).view.told;
    expect([...(told?.event ?? [])]).toEqual(numbers('agent 2 promise'));
  });

  it('tell a chosen event with its cone, and the cone goes on as the run does', () => {
    const { traces, run, kinds } = liveTraces();
    const before = traces.choose('live', 50, 'time');
    run.advance(50);
    const more = run.eventColumns(traces.look('live', 'time', lookFor(kinds, 0)).extent.length, 1e6);
    if (more === undefined) throw new Error('few events');
    traces.append('live', more);
    const sight = traces.look('live', 'time', lookFor(kinds, 1));
    expect(sight.tones?.length).toBe(run.eventCount);
    expect(sight.tones?.[50]).toBe(2);
    expect(sight.tones?.subarray(run.eventCount - more.count)).toContain(3);
    const after = traces.choose('live', 50, 'time');
    expect(after?.past).toBe(before?.past);
    expect(after?.future).toBeGreaterThan(before?.future ?? Infinity);
  });

  it('walk along a lifeline both ways, and stay at its ends', () => {
    const { traces } = liveTraces();
    const run = runInto(traces, 'live', { loss: 0.3 }, 100);
    const all = [...(run.events() ?? [])];
    const rows = all.filter(({ agent, kind }) => agent === 1 && !kind.startsWith('lose'));
    // A message that was lost on the way to it lies between two of them.
    expect(all.some(({ event, kind, agent }) => agent === 1 && kind.startsWith('lose') && event < (rows[19]?.event ?? 0))).toBe(true);
    const mine = rows.map((row) => row.event).slice(0, 20);
    expect(mine.slice(0, -1).map((one) => traces.neighbour('live', one, 1))).toEqual(mine.slice(1));
    expect(mine.map((one) => traces.neighbour('live', one, -1))).toEqual([mine[0], ...mine.slice(0, -1)]);
    const last = Math.max(...rows.map((row) => row.event));
    expect(traces.neighbour('live', last, 1)).toBe(last);
  });

  it('open a log beside the live run, with its holes, its words and where its cut lacks a send', async () => {
    const { traces } = liveTraces();
    const opened = await traces.openLog(new Blob([log]), {});
    expect(opened).toMatchObject({
      ok: true,
      value: { executions: [{ hosts: 2, events: 3, holes: { count: 1, first: ['a: 2–3 (line 5)'] }, faults: { count: 0 } }] },
    });
    const { names, kinds } = traces.textOf(0);
    expect(names).toEqual(['a', 'b']);
    expect(traces.look(0, 'depth', lookFor(kinds, 1, 2)).holes).toEqual([{ agent: 0, fromX: 1, toX: 2, events: 2 }]);
    expect(traces.choose(0, 0, 'depth')).toMatchObject({ text: 'asks <b>', line: 1, heard: 1, lost: 0, past: 0, future: 2, concurrent: 0 });
    const lacking = Float64Array.of(0, 2);
    expect(traces.judgeCut(0, 'depth', lacking).offending).toEqual([{ agent: 1, x: 2, causeAgent: 0, causeX: 1 }]);
    const snapped = traces.snapCut(0, 'depth', lacking);
    expect(traces.judgeCut(0, 'depth', snapped).offending).toEqual([]);
    expect([...traces.find(0, 'depth', 'hears').event]).toEqual([1]);
    expect((await traces.openLog(new Blob(['hello']), {})).ok).toBe(false);
  });

  it('say where two runs part, in words, and that a log of a run is that run', async () => {
    const { traces } = liveTraces();
    runInto(traces, 'other', {}, 80);
    expect(traces.diverge('time', 'live', 'other')).toEqual({ partings: [], shared: 4 });
    runInto(traces, 'other', { protocol: 'legacy' }, 100);
    const [first] = traces.diverge('time', 'live', 'other').partings;
    expect(first?.texts[0]).not.toBe(first?.texts[1]);
    expect(Math.min(...(first?.x ?? []))).toBeLessThan(1);
    await traces.openLog(traces.exportEvents('live', 'shiviz', -Infinity, Infinity), {});
    expect(traces.diverge('depth', 'live', 0)).toEqual({ partings: [], shared: 4 });
  });

  it.each(['shiviz', 'perfetto', 'csv'] as const)('give a span of time as a file: %s', async (format) => {
    const { traces, run } = liveTraces();
    const text = await traces.exportEvents('live', format, 0.2, 0.4).text();
    const expected = [...(run.events() ?? [])].filter(({ timeS }) => timeS >= 0.2 && timeS <= 0.4).length;
    const written = { shiviz: /^\S+ \{"/gm, perfetto: /"args":\{"event":\d+,/g, csv: /^\d+,/gm }[format];
    expect(expected).toBeGreaterThan(20);
    expect(text.match(written)?.length).toBe(expected);
  });
});
