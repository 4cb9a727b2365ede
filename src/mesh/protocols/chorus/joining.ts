/**
 * How an agent whose disk was lost comes back. It has forgotten its votes, so it must not vote where it may have voted
 * before: two votes of one acceptor in one slot can choose two values. It asks a majority of the *others* for the highest
 * slot that they have voted in, and then neither votes nor proposes up to one slot beyond the highest that it is told.
 *
 * That is far enough. A vote in slot s means that s − 1 had been chosen, for its proposer had applied it; so a majority had
 * accepted in s − 1. Every majority of the others shares an agent with that majority which is not the forgetful one itself,
 * and it tells s − 1 or more. (One that has lost its own disk since tells how far it keeps still, which by the same
 * argument covers every slot that it ever voted in.) Up to there the agent is like one that is down, so agreement holds
 * whatever is lost.
 *
 * Progress needs a quorum of agents that may vote: while fewer than half have lost their disks and not yet re-joined, it
 * goes on. When half or more lose them at once, what they had chosen may be known to nobody: the mesh then stands still for
 * ever, as it must, rather than split.
 */
import type { Message } from '../../message.ts';
import type { World } from '../../protocol.ts';
import type { Context } from './agent.ts';
import type { Learner } from './learner.ts';
import type { Membership } from './membership.ts';
import { agentOf } from './shared.ts';

/** What tells whether and where an agent votes. */
export interface Voter {
  readonly membership: Membership;
  readonly learner: Learner;
}

export function mayVote({ membership }: Pick<Voter, 'membership'>, slot: number): boolean {
  return membership.hasAsked && slot > membership.stillUntil;
}

/** Whether the agent votes again in whatever is still to be decided. */
export function isMember(agent: Voter): boolean {
  return mayVote(agent, agent.learner.firstUnapplied);
}

export function askToJoin({ world }: { readonly world: World }, self: number): void {
  const message = world.draft(self, 'join');
  message.incarnation = world.incarnation(self);
  world.broadcast(message);
}

export function answerJoin(context: Context, self: number, { from, incarnation }: Message): void {
  const { world } = context;
  const { acceptor, membership } = agentOf(context, self);
  if (!membership.hasAsked) return;
  const answer = world.draft(self, 'joined');
  answer.slot = Math.max(acceptor.highestSlot, membership.stillUntil);
  answer.incarnation = incarnation;
  world.send(answer, from);
}

/** What was told to an earlier incarnation says nothing about what that one did afterwards. */
export function hearJoined(context: Context, self: number, { from, slot, incarnation }: Message): void {
  const { world } = context;
  const { membership } = agentOf(context, self);
  if (membership.hasAsked || incarnation !== world.incarnation(self) || membership.told[from] === 1) return;
  membership.told[from] = 1;
  membership.tellers++;
  membership.highestTold = Math.max(membership.highestTold, slot);
  const others = world.agents - 1;
  if (2 * membership.tellers <= others) return;
  membership.stillUntil = membership.highestTold + 1;
  membership.hasAsked = true;
}
