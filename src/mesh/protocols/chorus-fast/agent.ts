/** The state of one agent of the fast Chorus, and what its parts share. */
import type { World } from '../../protocol.ts';
import { createLearner, type Learner } from '../chorus/learner.ts';
import { soundRules } from '../chorus/rules.ts';
import { createMembership, type Membership } from '../chorus/membership.ts';
import { agentOf, createShared, heartbeatTimer, type Shared } from '../chorus/shared.ts';
import { createTurns, type Turns } from '../chorus/turns.ts';
import { createAcceptor, type Acceptor } from './acceptor.ts';
import { createProposal, type Proposal } from './proposal.ts';
import type { FastRules } from './rules.ts';
import { createTally, type Tally } from './tally.ts';

export const timer = { heartbeat: heartbeatTimer, patience: 1, retry: 2, batch: 3 } as const;

export interface Agent {
  /** Durable. */
  readonly acceptor: Acceptor;
  readonly learner: Learner;
  readonly membership: Membership;
  /** Shape [M]: the latest incarnation of each agent that this one has heard of. */
  readonly incarnations: Int32Array;
  /** Volatile, from here on. */
  proposal: Proposal;
  tally: Tally;
  turns: Turns;
  /** Whether the patience timer is set. */
  waiting: boolean;
  /** Since when, to this agent's knowledge, nothing has gone on; in the future while it backs off. */
  quietSinceS: number;
  /** Attempts to take the turn, in a row, that were refused. */
  refusals: number;
  /** The furthest first unapplied slot that was heard of, and from whom last. */
  aheadSlot: number;
  aheadAgent: number;
  /** Since when somebody is heard to have applied more, and nothing has moved here. */
  behindSinceS: number;
  /** When missing slots were last asked for. */
  fetchedS: number;
  /** Up to this slot others need the log decided before they may vote again, whether there are tokens for it or not. */
  wantedSlot: number;
}

export type Context = Shared<Agent, FastRules>;

export const createContext = (world: World, rules: FastRules): Context =>
  createShared(world, rules, (context: Context, self) => createAgent(context, self, true));

function createAgent({ world, rules, quorum, log }: Context, self: number, hasJoined: boolean): Agent {
  return {
    acceptor: createAcceptor(rules),
    learner: createLearner(self, log, world.agents, world.tokens, soundRules),
    membership: createMembership(world.agents, hasJoined),
    incarnations: new Int32Array(world.agents),
    ...volatileState(self, world.agents, quorum, rules),
  };
}

function volatileState(self: number, agents: number, quorum: number, rules: FastRules) {
  return {
    proposal: createProposal(agents),
    tally: createTally(agents, quorum, rules),
    turns: createTurns(self, agents, quorum),
    waiting: false,
    quietSinceS: 0,
    refusals: 0,
    aheadSlot: 0,
    aheadAgent: -1,
    behindSinceS: Infinity,
    fetchedS: -Infinity,
    wantedSlot: -1,
  };
}

export function crash(context: Context, self: number): void {
  const { world, quorum, rules } = context;
  const agent = agentOf(context, self);
  agent.acceptor.crash();
  Object.assign(agent, volatileState(self, world.agents, quorum, rules));
}

export function loseDisk(context: Context, self: number): void {
  context.log.clear(self);
  const agent = createAgent(context, self, !context.rules.rejoins);
  agent.incarnations[self] = context.world.incarnation(self);
  context.agents[self] = agent;
}
