/**
 * The paper's asynchronous message loop: every agent generates tokens on its token clock and tells its phase on another,
 * and neither ever waits for anybody. Protocols that work in lock-step do without it.
 */
import { draw, streams } from '../base/random.ts';
import type { Remembers } from '../base/remember.ts';
import type { Timers } from './timers.ts';

export interface LoopRates {
  readonly tokenRateHz: number;
  readonly phaseRateHz: number;
}

export interface LoopParts {
  readonly seed: number;
  readonly agents: number;
  readonly timers: Timers;
  readonly nowS: () => number;
  readonly rates: () => LoopRates;
  readonly generate: (agent: number) => void;
  readonly tellPhase: (agent: number) => void;
}

export interface AsynchronousLoop extends Remembers {
  /** At the start of the run: each clock at a random phase, since the agents of a real mesh were not started at one instant. */
  boot(agent: number): void;
  /** After a crash, or a change of the rates: the clocks tick on from where they were. */
  resume(agent: number): void;
  tokenTimer(agent: number): void;
  phaseTimer(agent: number): void;
}

export const loopTimer = { token: 0, phase: 1 } as const;

export function createAsynchronousLoop(parts: LoopParts): AsynchronousLoop {
  const { agents, timers, nowS, rates } = parts;
  const lastTokenS = new Float64Array(agents);
  const lastPhaseS = new Float64Array(agents);
  const u = new Float64Array(4);

  function start(agent: number, timer: number, rateHz: number, lastS: number): void {
    if (rateHz > 0) timers.set(agent, timer, Math.max(nowS(), lastS + 1 / rateHz));
    else timers.cancel(agent, timer);
  }

  function resume(agent: number): void {
    start(agent, loopTimer.token, rates().tokenRateHz, lastTokenS[agent] as number);
    start(agent, loopTimer.phase, rates().phaseRateHz, lastPhaseS[agent] as number);
  }

  return {
    remember: (memory) => {
      memory.all(lastTokenS, lastPhaseS);
    },
    boot(agent) {
      const { tokenRateHz, phaseRateHz } = rates();
      draw(parts.seed, streams.tokenOffset, agent, 0, 0, u);
      if (tokenRateHz > 0) lastTokenS[agent] = ((u[0] as number) - 1) / tokenRateHz;
      if (phaseRateHz > 0) lastPhaseS[agent] = ((u[1] as number) - 1) / phaseRateHz;
      resume(agent);
    },
    resume,
    tokenTimer(agent) {
      lastTokenS[agent] = nowS();
      parts.generate(agent);
      timers.set(agent, loopTimer.token, nowS() + 1 / rates().tokenRateHz);
    },
    phaseTimer(agent) {
      lastPhaseS[agent] = nowS();
      parts.tellPhase(agent);
      timers.set(agent, loopTimer.phase, nowS() + 1 / rates().phaseRateHz);
    },
  };
}
