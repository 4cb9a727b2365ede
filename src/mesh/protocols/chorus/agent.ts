/** The state of one agent of the Chorus, and what its parts share. */
import { createLogTree, type LogTree } from '../../log-tree.ts';
import type { World } from '../../protocol.ts';
import { createAcceptor, type Acceptor } from './acceptor.ts';
import { noBallot } from './ballot.ts';
import { createLearner, hasPending, type Learner } from './learner.ts';
import { createProposal, type Proposal } from './proposal.ts';
import { createMembership, type Membership } from './membership.ts';
import type { Rules } from './rules.ts';
import { createTurns, type Turns } from './turns.ts';

export const timer = { heartbeat: 0, propose: 1, retry: 2 } as const;

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

export interface Context {
  readonly world: World;
  readonly rules: Rules;
  readonly quorum: number;
  readonly agents: Agent[];
  /** Durable: what each agent has applied, as it was chosen. */
  readonly log: LogTree;
}

export function createContext(world: World, rules: Rules): Context {
  const quorum = rules.quorum(world.agents);
  const context: Context = { world, rules, quorum, agents: [], log: createLogTree(world.agents) };
  for (let self = 0; self < world.agents; self++) context.agents.push(createAgent(context, self, true));
  return context;
}

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

export function loseDisk(context: Context, self: number): void {
  context.log.clear(self);
  context.agents[self] = createAgent(context, self, !context.rules.rejoins);
}

/** Whether the first unapplied slot should be decided: the agent knows of tokens that it has not applied, or others need it. */
export function isPending(context: Context, self: number): boolean {
  const { learner, wantedSlot } = agentOf(context, self);
  return learner.firstUnapplied <= wantedSlot || hasPending(context.world.known[self] as Int32Array, learner.applied);
}
