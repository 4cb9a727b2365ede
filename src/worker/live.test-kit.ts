import { checkScenario } from '../lab/scenario/parse.ts';
import type { ScenarioInput } from '../lab/scenario/schema.ts';
import { frameBytes, readFrame } from './frame.ts';
import type { StartOptions } from './live-api.ts';
import { createLive, type LiveHost } from './live.ts';

export function scenarioOf(input: Omit<ScenarioInput, 'schema'> = {}) {
  const checked = checkScenario({ schema: 'chorus.scenario/1', field: { oscillators: 64 }, mesh: { agents: 5 }, ...input });
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return checked.value;
}

/** A place whose clock moves only when it is told to, and by what each look at it costs. */
export function standingHost(lookMs = 0) {
  let nowMs = 0;
  let tasks: { readonly task: () => void; readonly dueMs: number }[] = [];
  const host: LiveHost = {
    nowMs: () => (nowMs += lookMs),
    soon: (task) => tasks.push({ task, dueMs: nowMs }),
    later: (task, delayMs) => tasks.push({ task, dueMs: nowMs + delayMs }),
    where: { engine: 'a test' },
  };
  return {
    host,
    /** Lets so much real time pass; returns how many tasks ran. */
    pass(ms: number): number {
      const endMs = nowMs + ms;
      let ran = 0;
      for (;;) {
        const next = tasks.filter(({ dueMs }) => dueMs <= endMs).sort((a, b) => a.dueMs - b.dueMs)[0];
        if (next === undefined || ran > 100_000) break;
        tasks = tasks.filter((task) => task !== next);
        nowMs = Math.max(nowMs, next.dueMs);
        next.task();
        ran++;
      }
      nowMs = Math.max(nowMs, endMs);
      return ran;
    },
  };
}

export function started(options: Partial<StartOptions> = {}, scenario = scenarioOf(), lookMs = 0) {
  const { host, pass } = standingHost(lookMs);
  const live = createLive(host);
  const begun = live.start(scenario, { generation: 1, playing: true, speed: 1, ...options });
  if (!begun.ok) throw new Error(begun.error);
  const shown = begun.value;
  const frame = () => readFrame(live.frame(new ArrayBuffer(frameBytes), { generation: 1, branch: 0, rows: 0 }));
  return { live, pass, frame, shown, scenario };
}
