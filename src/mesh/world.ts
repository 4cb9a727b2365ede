/** What the mesh lets a protocol see and do: see `World`. */
import { draw, streams } from '../base/random.ts';
import type { Remembers } from '../base/remember.ts';
import type { Life } from './life.ts';
import { hearPhase, tellPhase, type PhaseBoard } from './phase-board.ts';
import type { Post } from './post.ts';
import type { World, WorldSettings } from './protocol.ts';
import type { Timers } from './timers.ts';
import type { TokenLife } from './token-life.ts';
import type { Tokens } from './tokens.ts';
import type { WallClocks } from './wall-clock.ts';

export interface WorldParts {
  readonly seed: number;
  readonly agents: number;
  readonly tokens: Tokens;
  readonly known: readonly Int32Array[];
  readonly board: PhaseBoard;
  readonly post: Post;
  readonly timers: Timers;
  /** Number of the first of an agent's timers that belongs to its protocol. */
  readonly firstTimer: number;
  readonly wallClocks: WallClocks;
  readonly tokenLife: TokenLife;
  readonly nowS: () => number;
  readonly settings: () => WorldSettings;
  readonly life: () => Life;
  readonly generate: (agent: number) => number;
}

export function createWorld(parts: WorldParts): World & Remembers {
  const { seed, agents, tokens, known, board, post, timers, firstTimer, wallClocks, tokenLife, nowS } = parts;
  const drawn = new Int32Array(agents);
  const u = new Float64Array(4);
  return {
    remember: (memory) => {
      memory.all(drawn);
    },
    agents,
    get nowS() {
      return nowS();
    },
    tokens,
    known,
    get settings() {
      return parts.settings();
    },
    incarnation: (agent) => parts.life().incarnation(agent),
    wallClockS: (agent) => wallClocks.readS(agent, nowS()),
    generate: parts.generate,
    hearPhase: (agent, from, report) => {
      hearPhase(board, from, report, agent);
    },
    tellPhase: (message) => {
      tellPhase(board, message);
    },
    tick: post.tick,
    draft: post.draft,
    send: post.send,
    broadcast: post.broadcast,
    setTimer: (agent, timer, delayS) => {
      timers.set(agent, firstTimer + timer, nowS() + delayS);
    },
    cancelTimer: (agent, timer) => {
      timers.cancel(agent, firstTimer + timer);
    },
    uniform(agent) {
      const index = drawn[agent] as number;
      drawn[agent] = index + 1;
      draw(seed, streams.backoff, agent, index, 0, u);
      return u[0] as number;
    },
    commit: tokenLife.commit,
    rewrite: tokenLife.rewrite,
    validateEarly: tokenLife.validate,
  };
}
