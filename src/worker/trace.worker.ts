/** The histories as a module worker: `trace.ts` behind Comlink, with what is in sight transferred instead of copied. */
import * as Comlink from 'comlink';
import { createLogReader, type LogsHost } from './log-reader.ts';
import type { LogsApi } from './logs-api.ts';
import type { TraceApi } from './trace-api.ts';
import { createTraces } from './trace.ts';
import type { WorkerName } from './worker-name.ts';

/** A worker of this worker: the same program, another part. */
function startLogs(): LogsHost {
  const name: WorkerName = 'logs';
  const worker = new Worker(self.location.href, { type: 'module', name });
  return {
    api: Comlink.wrap<LogsApi>(worker),
    stop() {
      worker.terminate();
    },
  };
}

const traces = createTraces(createLogReader(startLogs));

const api: TraceApi = {
  ...traces,
  look(source, axis, query) {
    const sight = traces.look(source, axis, query);
    const { told, counted } = sight.view;
    const one: readonly ArrayBufferView[] = told === undefined ? [] : Object.values(told);
    const many = counted === undefined ? [] : [counted.all, counted.lost, counted.validated];
    const buffers = [...one, ...many].map(({ buffer }) => buffer as ArrayBuffer);
    return Comlink.transfer(sight, buffers);
  },
};

Comlink.expose(api);
