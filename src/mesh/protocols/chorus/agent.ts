/** The state of one agent of the Chorus, and what its parts share. */
import type { World } from '../../protocol.ts';
import { createAcceptor, type Acceptor } from './acceptor.ts';
import { createLearner, hasPending, type Learner } from './learner.ts';
import { createProposal, type Proposal } from './proposal.ts';
import type { Rules } from './rules.ts';
import { createTurns, type Turns } from './turns.ts';

export const timer = { heartbeat: 0, propose: 1, retry: 2 } as const;

export interface Agent {
  /** Durable. */
  readonly acceptor: Acceptor;
  readonly learner: Learner;
  /** Volatile, from here on. */
  proposal: Proposal;
  turns: Turns;
  /** Whether a time to propose is set. */
  waiting: boolean;
  /** Proposals in a row that were refused. */
  refusals: number;
  /** The furthest first unapplied slot that was heard of, and from whom last. */
  aheadSlot: number;
  aheadAgent: number;
  /** The same slot at the last heartbeat. */
  aheadAtHeartbeat: number;
}

export interface Context {
  readonly world: World;
  readonly rules: Rules;
  readonly quorum: number;
  readonly agents: readonly Agent[];
}

export function createContext(world: World, rules: Rules): Context {
  const quorum = rules.quorum(world.agents);
  const agents = Array.from({ length: world.agents }, (_, self): Agent => ({
    acceptor: createAcceptor(rules),
    learner: createLearner(world.agents, world.tokens, rules),
    ...volatileState(self, world.agents, quorum),
  }));
  return { world, rules, quorum, agents };
}

function volatileState(self: number, agents: number, quorum: number) {
  return {
    proposal: createProposal(agents),
    turns: createTurns(self, agents, quorum),
    waiting: false,
    refusals: 0,
    aheadSlot: 0,
    aheadAgent: -1,
    aheadAtHeartbeat: 0,
  };
}

export function agentOf(context: Context, self: number): Agent {
  return context.agents[self] as Agent;
}

export function crash(context: Context, self: number): void {
  const { world, rules, quorum } = context;
  const agent = agentOf(context, self);
  agent.acceptor.crash();
  if (!rules.persistsPending) world.known[self]?.set(agent.learner.applied);
  Object.assign(agent, volatileState(self, world.agents, quorum));
}

/** Whether the agent knows of tokens that it has not applied. */
export function isPending(context: Context, self: number): boolean {
  return hasPending(context.world.known[self] as Int32Array, agentOf(context, self).learner.applied);
}
