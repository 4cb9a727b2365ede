/**
 * The reader of logs as whoever asks it sees it: one that can be stopped. An expression that backtracks without end is
 * stopped with the worker it runs in; the next question gets a fresh one.
 */
import { failure, type Result } from '../base/result.ts';
import type { ImportedLog, ImportOptions } from '../lab/import/shiviz.ts';
import type { Fault } from '../lab/scenario/fault.ts';
import type { LogPreview, LogsApi } from './logs-api.ts';

/** What the reader runs in. */
export interface LogsHost {
  readonly api: { [K in keyof LogsApi]: (...args: Parameters<LogsApi[K]>) => Promise<Awaited<ReturnType<LogsApi[K]>>> };
  stop(): void;
}

export interface LogReader {
  preview(file: Blob, options: ImportOptions): Promise<Result<LogPreview, readonly Fault[]>>;
  read(file: Blob, options: ImportOptions): Promise<Result<ImportedLog, readonly Fault[]>>;
}

export interface Limits {
  readonly previewMs: number;
  readonly readMs: number;
}

/** The largest log takes a few seconds. */
const usualLimits: Limits = { previewMs: 2_000, readMs: 30_000 };

export function createLogReader(start: () => LogsHost, limits: Limits = usualLimits): LogReader {
  let host: LogsHost | undefined;
  let loaded: Blob | undefined;
  let before: Promise<unknown> = Promise.resolve();

  /** One question at a time: no file takes the place of another before that is done with, and nobody is stopped with somebody else. */
  async function inTurn<T>(question: () => Promise<T>): Promise<T> {
    const mine = before.then(question);
    before = mine.catch(() => undefined);
    return mine;
  }

  function stop(): void {
    host?.stop();
    host = undefined;
    loaded = undefined;
  }

  async function within<T>(
    file: Blob,
    limitMs: number,
    question: (api: LogsHost['api']) => Promise<Result<T, readonly Fault[]>>,
  ): Promise<Result<T, readonly Fault[]>> {
    host ??= start();
    const { api } = host;
    if (loaded !== file) {
      const load = await api.load(file);
      if (!load.ok) return load;
      loaded = file;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => {
        resolve('late');
      }, limitMs);
    });
    const answer = await Promise.race([question(api), late]);
    clearTimeout(timer);
    if (answer !== 'late') return answer;
    stop();
    const found = `more than ${String(limitMs / 1_000)} s of work for the expression`;
    return failure([{ path: 'the parser', found, allowed: 'an expression that does not try every way through a line' }]);
  }

  return {
    preview: async (file, options) => inTurn(async () => within(file, limits.previewMs, async (api) => api.preview(options))),
    read: async (file, options) =>
      inTurn(async () => {
        const read = await within(file, limits.readMs, async (api) => api.read(options));
        // The text of the log is not needed any more; a fresh reader would load it again.
        stop();
        return read;
      }),
  };
}
