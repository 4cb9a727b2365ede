/** What the Chorus and the fast Chorus have in common: agents with a log of chosen batches, and the heartbeats between them. */
import { createLogTree, type LogTree } from '../../log-tree.ts';
import type { Message } from '../../message.ts';
import type { World } from '../../protocol.ts';
import { askToJoin, isMember, type Voter } from './joining.ts';
import { hasPending } from './learner.ts';
import type { Turns } from './turns.ts';

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

interface Beating extends Voter {
  readonly turns: Turns;
  /** Up to this slot others need the log decided before they may vote again, whether there are tokens for it or not. */
  wantedSlot: number;
}

type Beats = Pick<Shared<Beating, unknown>, 'world' | 'agents'>;

/** Whether something should be decided: the agent knows of tokens that it has not applied, or others wait for slots. */
export function isPending(beats: Beats, self: number): boolean {
  const { learner, wantedSlot } = agentOf(beats, self);
  return learner.firstUnapplied <= wantedSlot || hasPending(beats.world.known[self] as Int32Array, learner.applied);
}

/** Number of the timer of either protocol that is for them. */
export const heartbeatTimer = 0;
/** They keep the mesh in touch when nothing else is said, and show whoever is behind that it is. */
const heartbeatS = 0.5;

/** An agent boots, or restarts with what it persisted. */
export function beginToBeat(beats: Beats, self: number): void {
  beats.world.setTimer(self, heartbeatTimer, heartbeatS * beats.world.uniform(self));
  if (!agentOf(beats, self).membership.hasAsked) askToJoin(beats, self);
}

/** The heartbeat timer. */
export function beat(beats: Beats, self: number): void {
  const { world } = beats;
  const agent = agentOf(beats, self);
  const message = world.draft(self, 'heartbeat');
  const votes = isMember(agent);
  agent.turns.fillHeartbeat(message, world.nowS, votes);
  if (!votes) message.slot = agent.membership.stillUntil;
  world.broadcast(message);
  world.setTimer(self, heartbeatTimer, heartbeatS);
  if (!agent.membership.hasAsked) askToJoin(beats, self);
}

/** Its slot, where there is one, is that up to which its sender waits for the others to decide. */
export function hearBeat(beats: Beats, self: number, message: Message): void {
  const agent = agentOf(beats, self);
  agent.turns.hearHeartbeat(message, beats.world.nowS);
  agent.wantedSlot = Math.max(agent.wantedSlot, message.slot);
}
