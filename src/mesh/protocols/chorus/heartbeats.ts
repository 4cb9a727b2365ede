/** Heartbeats keep the mesh in touch when nothing else is said, and show whoever is behind that it is; the same in the fast Chorus. */
import type { Message } from '../../message.ts';
import { askToJoin, isMember, type Voter } from './joining.ts';
import { agentOf, heartbeatTimer, type Shared } from './shared.ts';
import type { Turns } from './turns.ts';

interface Beating extends Voter {
  readonly turns: Turns;
  wantedSlot: number;
}

type Beats = Pick<Shared<Beating, unknown>, 'world' | 'agents'>;

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
