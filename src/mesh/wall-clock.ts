/** Wall clocks: right but for a skew and a drift, each agent its own, and jumps. The Chorus never reads one. */
import { draw, normalFrom, streams } from '../base/random.ts';
import type { Remembers } from '../base/remember.ts';

export interface WallClockOptions {
  /** Standard deviations over the agents. */
  readonly clockSkewMs: number;
  /** What the quartz of a computer does without a time server is about 20. */
  readonly clockDriftPpm: number;
}

export interface WallClocks extends Remembers {
  /** What an agent's clock shows at a simulated time, seconds. */
  readS(agent: number, nowS: number): number;
  /** A fault: somebody sets the clock, ahead or back. */
  jump(agent: number, byS: number): void;
}

export function createWallClocks(seed: number, agents: number, { clockSkewMs, clockDriftPpm }: WallClockOptions): WallClocks {
  const u = new Float64Array(4);
  const skewS = new Float64Array(agents);
  const rate = new Float64Array(agents);
  for (let agent = 0; agent < agents; agent++) {
    draw(seed, streams.wallClock, agent, 0, 0, u);
    skewS[agent] = (clockSkewMs / 1000) * normalFrom(u[0] as number, u[1] as number);
    rate[agent] = 1 + (clockDriftPpm / 1e6) * normalFrom(u[2] as number, u[3] as number);
  }
  return {
    readS: (agent, nowS) => (skewS[agent] as number) + (rate[agent] as number) * nowS,
    jump(agent, byS) {
      skewS[agent] = (skewS[agent] as number) + byS;
    },
    remember: (memory) => {
      memory.all(skewS);
    },
  };
}
