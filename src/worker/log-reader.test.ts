import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { failure, success } from '../base/result.ts';
import { createLogReader, type LogsHost } from './log-reader.ts';
import { createLogs } from './logs.ts';

const two = 'one=\na {"a":1}\nx\nb {"b":1,"a":1}\n<b>y</b>\ntwo=\na {"a":1}\nx\na {"a":1}\ny\n';
const delimiter = '^(?<trace>.*)=$';

async function previewOf(text: string, options: { readonly parser?: string; readonly delimiter?: string } = {}) {
  const logs = createLogs();
  const loaded = await logs.load(new Blob([text]));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return logs.preview(options);
}

describe('a preview of a log', () => {
  it('tells the first events, and for each execution how many events, hosts and faults', async () => {
    expect(await previewOf(two, { delimiter })).toMatchObject({
      ok: true,
      value: {
        source: 'found',
        first: [
          { line: 2, host: 'a', text: 'x' },
          { line: 4, host: 'b', text: '<b>y</b>' },
        ],
        executions: [
          { name: 'one', events: 2, hosts: 2, faults: [] },
          { name: 'two', events: 2, hosts: 1, faults: [expect.stringContaining('"a": 1 a second time')] },
        ],
        part: undefined,
      },
    });
  });

  it('says so when an expression finds nothing, and what is wrong with one that is none', async () => {
    expect(await previewOf(two, { parser: '(?<host>q)(?<clock>q)(?<event>q)' })).toMatchObject({ ok: true, value: { first: [] } });
    expect(await previewOf(two, { parser: '(?<host>' })).toMatchObject({ ok: false, error: [{ path: 'the parser' }] });
  });

  it('of a long log reads a part, up to the end of a line', async () => {
    const lines = Array.from({ length: 60_000 }, (_, i) => `a {"a":${String(i + 1)}}\nan event\n`).join('');
    const preview = await previewOf(lines);
    if (!preview.ok) throw new Error(JSON.stringify(preview.error));
    expect(preview.value.part).toBeGreaterThan(900_000);
    expect(preview.value.executions[0]?.faults).toEqual([]);
    expect(preview.value.executions[0]?.unreadLines).toBeLessThan(2);
  });

  it('refuses a file that is too large before it reads it', async () => {
    const file = new Blob(['x']);
    Object.defineProperty(file, 'size', { value: 50_000_000 });
    expect(await createLogs().load(file)).toEqual({
      ok: false,
      error: [{ path: '', found: '50,000,000 bytes', allowed: 'at most 32,000,000 bytes' }],
    });
  });
});

const passed = async (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('the reader of logs', () => {
  /** Every question runs this expression over a line that it can try in endless ways, in a real thread. */
  function endless(started: () => void): LogsHost {
    started();
    const thread = new Worker(`/^(a+)+$/.test('a'.repeat(60) + 'b')`, { eval: true });
    return {
      api: {
        load: () => Promise.resolve(success(null)),
        preview: () => new Promise(() => undefined),
        read: () => new Promise(() => undefined),
      },
      stop: () => void thread.terminate(),
    };
  }

  it('is stopped in the middle of an expression that never ends, says so, and begins afresh', async () => {
    let starts = 0;
    const reader = createLogReader(() => endless(() => starts++), { previewMs: 50, readMs: 50 });
    const allowed = 'an expression that does not try every way through a line';
    const late = failure([{ path: 'the parser', found: 'more than 0.05 s of work for the expression', allowed }]);
    expect(await reader.preview(new Blob(['']), {})).toEqual(late);
    expect(await reader.read(new Blob(['']), {})).toEqual(late);
    expect(starts).toBe(2);
  });

  it('answers for the file that was asked about, though another takes longer to come, or is read meanwhile', async () => {
    const start = (): LogsHost => {
      const { load, preview, read } = createLogs();
      let stopped = false;
      const wayMs = 5;
      const asked = async <T>(answer: () => T | Promise<T>): Promise<T> => {
        await passed(wayMs);
        const its = await answer();
        await passed(wayMs);
        return stopped ? new Promise(() => undefined) : its;
      };
      return {
        api: {
          load: async (file) => asked(() => load(file)),
          preview: async (options) => asked(() => preview(options)),
          read: async (options) => asked(() => read(options)),
        },
        stop: () => (stopped = true),
      };
    };
    const reader = createLogReader(start, { previewMs: 500, readMs: 500 });
    const text = 'slow {"slow":1}\nx\n';
    const slow = Object.assign(new Blob([text]), {
      text: async () => passed(7).then(() => text),
    });
    const quick = new Blob(['quick {"quick":1}\nx\n']);
    const hostOf = (one: Awaited<ReturnType<typeof reader.preview>>): unknown => (one.ok ? one.value.first[0]?.host : one.error);
    const [first, second, read, third] = await Promise.all([
      reader.preview(slow, {}),
      reader.preview(quick, {}),
      reader.read(slow, {}),
      reader.preview(quick, {}),
    ]);
    expect([first, second, third].map(hostOf)).toEqual(['slow', 'quick', 'quick']);
    expect(read.ok && read.value.executions[0]?.hosts).toEqual(['slow']);
  });
});
