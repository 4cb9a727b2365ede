/** What the worker that holds histories does, here in Node and without a page: on a run's own million events. */
import { quantileSorted } from '../../src/base/quantile.ts';
import type { Run } from '../../src/lab/run/types.ts';
import { axes, type Axis } from '../../src/lab/trace/types.ts';
import { createLogReader } from '../../src/worker/log-reader.ts';
import { createLogs } from '../../src/worker/logs.ts';
import type { SightQuery, TraceApi } from '../../src/worker/trace-api.ts';
import { createTraces } from '../../src/worker/trace.ts';
import { agents } from './million-events.ts';
import type { Line } from './report.ts';

/** As the page asks for them, and for a window as wide as a screen. */
const batch = 50_000;
const columns = 700;
const maxEvents = 4_000;
const repeats = 9;

export async function inNode(run: Run, log: string): Promise<readonly Line[]> {
  const traces = createTraces(createLogReader(logsHere));
  const opening = median(3, () => {
    open(traces, run);
    traces.look('live', 'time', whole(traces, 'time'));
  });
  const { kinds } = traces.textOf('live');
  const middle = Math.floor(run.eventCount / 2);
  const note = `in Node, ${run.eventCount.toLocaleString('en')} events of ${agents} agents`;
  const cut = new Float64Array(agents).fill(run.timeS / 2);
  cut[3] = run.timeS;
  const logBlob = new Blob([log]);
  const readMs: number[] = [];
  for (let i = 0; i < 3; i++) {
    const beganMs = performance.now();
    const opened = await traces.openLog(logBlob, {});
    readMs.push(performance.now() - beganMs);
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  }
  return [
    { what: 'opening', value: opening, unit: 'ms', atMost: 2_000, note: `${note}: out of the run, into columns, counted` },
    { what: 'causal cone', value: median(repeats, () => traces.choose('live', middle, 'time')), unit: 'ms', atMost: 50, note },
    ...axes.flatMap((axis): Line[] => [
      { what: `the whole along ${axis}`, value: median(repeats, () => traces.look('live', axis, whole(traces, axis))), unit: 'ms', note },
    ]),
    { what: 'verdict on a crooked cut', value: median(repeats, () => traces.judgeCut('live', 'time', cut)), unit: 'ms', note },
    { what: 'snap to a consistent cut', value: median(repeats, () => traces.snapCut('live', 'time', cut)), unit: 'ms', note },
    { what: 'patterns', value: median(repeats, () => traces.patterns('live', 'time')), unit: 'ms', note },
    {
      what: 'search',
      value: median(repeats, () => traces.find('live', 'time', 'agent 7 promise')),
      unit: 'ms',
      note: `${note}; kinds: ${kinds.length}`,
    },
    { what: 'reading a log', value: Math.min(...readMs), unit: 'ms', atMost: 1_000, note: 'in Node, 10,000 events' },
  ];
}

function open(traces: TraceApi, run: Run): void {
  traces.begin('live', agents);
  for (let length = 0; length < run.eventCount;) {
    const events = run.eventColumns(length, batch);
    if (events === undefined) throw new Error('the run has made more events than it keeps');
    length = traces.append('live', events);
  }
}

function whole(traces: TraceApi, axis: Axis): SightQuery {
  const filter = { kinds: new Uint8Array(traces.textOf('live').kinds.length).fill(1), agents: new Uint8Array(agents).fill(1) };
  const nothing = { from: 0, to: 0, columns: 1, maxEvents: -1, filter, words: '' };
  const { from, to } = traces.look('live', axis, nothing).extent;
  return { from, to, columns, maxEvents, filter, words: '' };
}

function logsHere() {
  const logs = createLogs();
  return {
    api: {
      load: async (file: Blob) => logs.load(file),
      preview: (options: Parameters<typeof logs.preview>[0]) => Promise.resolve(logs.preview(options)),
      read: (options: Parameters<typeof logs.read>[0]) => Promise.resolve(logs.read(options)),
    },
    stop: () => undefined,
  };
}

function median(times: number, work: () => unknown): number {
  const tookMs = Array.from({ length: times }, () => {
    const beganMs = performance.now();
    work();
    return performance.now() - beganMs;
  });
  return quantileSorted(Float64Array.from(tookMs).sort(), 0.5);
}
