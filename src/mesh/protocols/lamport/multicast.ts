/**
 * Totally ordered multicast by Lamport clocks alone (Lamport 1978, §"Ordering the events totally"): a token is applied in
 * the order (L, author) as soon as every other agent that is waited for has been heard with a later Lamport time, because
 * then nothing older can still come. No quorum, no ballot. What an agent knows rides on every message, so whoever has been
 * heard at time L has told all its tokens up to L, even if messages were lost or overtaken.
 */
import type { CreateProtocol, World } from '../../protocol.ts';

export interface MulticastOptions {
  /** Only agents heard within this time are waited for; Infinity: everyone. */
  readonly forgetsAfterS: number;
}

/** Without news an agent tells its Lamport time this often. */
const heartbeatS = 0.25;
const heartbeatTimer = 0;
/** These tokens have no slots. */
const noSlot = -1;

interface Agent {
  /** Shape [M]: latest Lamport time heard from each, and when. */
  readonly heardClock: Float64Array;
  readonly heardS: Float64Array;
  /** Shape [M], durable: how many tokens of each author are applied. */
  readonly applied: Int32Array;
}

export function createMulticast({ forgetsAfterS }: MulticastOptions): CreateProtocol {
  return (world) => {
    const agents = Array.from({ length: world.agents }, () => createAgent(world.agents));
    const get = (self: number): Agent => agents[self] as Agent;
    return {
      remember: (memory) => {
        memory.all(agents);
      },
      isLockStep: false,
      start(self) {
        world.setTimer(self, heartbeatTimer, heartbeatS * world.uniform(self));
      },
      crash: () => undefined,
      loseDisk(self) {
        agents[self] = createAgent(world.agents);
      },
      isMember: () => true,
      receive(self, { from, clock }) {
        const agent = get(self);
        agent.heardClock[from] = Math.max(agent.heardClock[from] as number, clock);
        agent.heardS[from] = world.nowS;
        deliver(world, self, agent, forgetsAfterS);
      },
      timer(self) {
        world.broadcast(world.draft(self, 'heartbeat'));
        world.setTimer(self, heartbeatTimer, heartbeatS);
        // Somebody may have been silent for long enough meanwhile.
        deliver(world, self, get(self), forgetsAfterS);
      },
      generated: () => undefined,
      firstUnapplied: () => 0,
    };
  };
}

function createAgent(agents: number): Agent {
  return { heardClock: new Float64Array(agents), heardS: new Float64Array(agents), applied: new Int32Array(agents) };
}

/** Applies every token that nothing can precede any more. */
function deliver(world: World, self: number, agent: Agent, forgetsAfterS: number): void {
  const settledClock = settled(world, self, agent, forgetsAfterS);
  const tokens: number[] = [];
  for (let token = oldest(world, self, agent); token !== -1; token = oldest(world, self, agent)) {
    if ((world.tokens.clock.values[token] as number) > settledClock) break;
    const author = world.tokens.author.values[token] as number;
    agent.applied[author] = (agent.applied[author] as number) + 1;
    tokens.push(token);
  }
  if (tokens.length > 0) world.commit(self, { slot: noSlot, tokens: Int32Array.from(tokens) });
}

/** Up to this Lamport time all those waited for have told everything. */
function settled({ agents, nowS }: World, self: number, agent: Agent, forgetsAfterS: number): number {
  let least = Infinity;
  for (let other = 0; other < agents; other++) {
    if (other === self || nowS - (agent.heardS[other] as number) > forgetsAfterS) continue;
    least = Math.min(least, agent.heardClock[other] as number);
  }
  return least;
}

/** The known token that is not applied with the least (Lamport time, author); −1 when there is none. */
function oldest({ agents, tokens, known }: World, self: number, agent: Agent): number {
  let found = -1;
  let foundClock = Infinity;
  for (let author = 0; author < agents; author++) {
    const count = (known[self] as Int32Array)[author] as number;
    while ((agent.applied[author] as number) < count && tokens.isOrphaned(author, agent.applied[author] as number, count)) {
      agent.applied[author] = (agent.applied[author] as number) + 1;
    }
    const index = agent.applied[author] as number;
    if (index >= count) continue;
    const token = tokens.byAuthor[author]?.values[index] as number;
    const clock = tokens.clock.values[token] as number;
    if (clock < foundClock) {
      foundClock = clock;
      found = token;
    }
  }
  return found;
}
