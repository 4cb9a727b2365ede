/** The state of one agent of the Chorus, and what its parts share. */
import type { World } from '../../protocol.ts';
import { createAcceptor, type Acceptor } from './acceptor.ts';
import { noBallot } from './ballot.ts';
import { createLearner, type Learner } from './learner.ts';
import { createProposal, type Proposal } from './proposal.ts';
import { createMembership, type Membership } from './membership.ts';
import type { Rules } from './rules.ts';
import { agentOf, createShared, heartbeatTimer, type Shared } from './shared.ts';
import { createTurns, type Turns } from './turns.ts';

export const timer = { heartbeat: heartbeatTimer, propose: 1, retry: 2 } as const;

export interface Agent {
  /** Durable. */
  readonly acceptor: Acceptor;
  readonly learner: Learner;
  readonly membership: Membership;
  /** Volatile, from here on. */
  proposal: Proposal;
  turns: Turns;
  /** Whether a time to propose is set. */
  waiting: boolean;
  /** Proposals for the first unapplied slot that were refused. */
  refusals: number;
  /** The highest ballot that was voted for in that slot, and how many there were, each higher than those before. */
  rivalBallot: number;
  rivals: number;
  /** The furthest first unapplied slot that was heard of, and from whom last. */
  aheadSlot: number;
  aheadAgent: number;
  /** The same slot at the last heartbeat. */
  aheadAtHeartbeat: number;
  /** Up to this slot others need the log decided before they may vote again, whether there are tokens for it or not. */
  wantedSlot: number;
}

export type Context = Shared<Agent, Rules>;

export const createContext = (world: World, rules: Rules): Context =>
  createShared(world, rules, (context: Context, self) => createAgent(context, self, true));

function createAgent({ world, rules, quorum, log }: Context, self: number, hasJoined: boolean): Agent {
  return {
    acceptor: createAcceptor(rules),
    learner: createLearner(self, log, world.agents, world.tokens, rules),
    membership: createMembership(world.agents, hasJoined),
    ...volatileState(self, world.agents, quorum),
  };
}

function volatileState(self: number, agents: number, quorum: number) {
  return {
    proposal: createProposal(agents),
    turns: createTurns(self, agents, quorum),
    waiting: false,
    refusals: 0,
    rivalBallot: noBallot,
    rivals: 0,
    aheadSlot: 0,
    aheadAgent: -1,
    aheadAtHeartbeat: 0,
    wantedSlot: -1,
  };
}

export function crash(context: Context, self: number): void {
  const { world, rules, quorum } = context;
  const agent = agentOf(context, self);
  agent.acceptor.crash();
  if (!rules.persistsPending) world.known[self]?.set(agent.learner.applied);
  Object.assign(agent, volatileState(self, world.agents, quorum));
}

export function loseDisk(context: Context, self: number): void {
  context.log.clear(self);
  context.agents[self] = createAgent(context, self, !context.rules.rejoins);
}
