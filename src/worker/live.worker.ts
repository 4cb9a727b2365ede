/** The live run as a module worker: `live.ts` behind Comlink, with what is large transferred instead of copied. */
import * as Comlink from 'comlink';
import { createLive, type LiveHost } from './live.ts';
import type { LiveApi } from './live-api.ts';

/** A message to oneself is the shortest way to let every waiting request pass: timers are held back to 4 ms. */
function workerHost(): LiveHost {
  const { port1, port2 } = new MessageChannel();
  const tasks: (() => void)[] = [];
  port1.onmessage = () => tasks.shift()?.();
  return {
    nowMs: () => performance.now(),
    soon(task) {
      tasks.push(task);
      port2.postMessage(null);
    },
    later: (task, delayMs) => setTimeout(task, delayMs),
    where: { engine: navigator.userAgent },
  };
}

const live = createLive(workerHost());

const api: LiveApi = {
  ...live,
  start(scenario, options) {
    const started = live.start(scenario, options);
    if (!started.ok) return started;
    const { agent, frequencyRadS } = started.value;
    return Comlink.transfer(started, [agent.buffer as ArrayBuffer, frequencyRadS.buffer as ArrayBuffer]);
  },
  events(from, maxEvents) {
    const batch = live.events(from, maxEvents);
    if (batch === undefined) return undefined;
    const { count: _, ...columns } = batch;
    return Comlink.transfer(
      batch,
      Object.values(columns).map(({ buffer }) => buffer as ArrayBuffer),
    );
  },
  frame(buffer, known) {
    live.frame(buffer, known);
    return Comlink.transfer(buffer, [buffer]);
  },
};

Comlink.expose(api);
