/** The histories as a module worker: `trace.ts` behind Comlink, with what is in sight transferred instead of copied. */
import * as Comlink from 'comlink';
import type { TraceApi } from './trace-api.ts';
import { createTraces } from './trace.ts';

const traces = createTraces();

const api: TraceApi = {
  ...traces,
  look(axis, query) {
    const sight = traces.look(axis, query);
    const { told, counted } = sight.view;
    const one: readonly ArrayBufferView[] = told === undefined ? [] : Object.values(told);
    const many = counted === undefined ? [] : [counted.all, counted.lost, counted.validated];
    const buffers = [...one, ...many].map(({ buffer }) => buffer as ArrayBuffer);
    return Comlink.transfer(sight, buffers);
  },
};

Comlink.expose(api);
