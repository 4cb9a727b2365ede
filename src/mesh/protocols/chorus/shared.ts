/** What the Chorus and the fast Chorus have in common: agents that share a log of chosen batches. */
import { createLogTree, type LogTree } from '../../log-tree.ts';
import type { World } from '../../protocol.ts';
import { hasPending, type Learner } from './learner.ts';

/** What all the agents of a protocol share. */
export interface Shared<Agent, Rules> {
  readonly world: World;
  readonly rules: Rules;
  readonly quorum: number;
  readonly agents: Agent[];
  /** Durable: what each agent has applied, as it was chosen. */
  readonly log: LogTree;
}

export function createShared<Agent, Rules extends { readonly quorum: (agents: number) => number }>(
  world: World,
  rules: Rules,
  createAgent: (shared: Shared<Agent, Rules>, self: number) => Agent,
): Shared<Agent, Rules> {
  const shared: Shared<Agent, Rules> = { world, rules, quorum: rules.quorum(world.agents), agents: [], log: createLogTree(world.agents) };
  for (let self = 0; self < world.agents; self++) shared.agents.push(createAgent(shared, self));
  return shared;
}

export function agentOf<Agent>({ agents }: { readonly agents: readonly Agent[] }, self: number): Agent {
  return agents[self] as Agent;
}

interface Pending {
  readonly learner: Learner;
  /** Up to this slot others need the log decided before they may vote again, whether there are tokens for it or not. */
  readonly wantedSlot: number;
}

/** Whether something should be decided: the agent knows of tokens that it has not applied, or others wait for slots. */
export function isPending(shared: Pick<Shared<Pending, unknown>, 'world' | 'agents'>, self: number): boolean {
  const { learner, wantedSlot } = agentOf(shared, self);
  return learner.firstUnapplied <= wantedSlot || hasPending(shared.world.known[self] as Int32Array, learner.applied);
}

/** Number of the timer of either protocol that is for heartbeats. */
export const heartbeatTimer = 0;
