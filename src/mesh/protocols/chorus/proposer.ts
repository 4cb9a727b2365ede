/** How an agent proposes: its turn, the two phases, retransmission, giving way, backing off. */
import type { Batch, Message } from '../../message.ts';
import { timer, type Agent, type Context } from './agent.ts';
import { makeBallot, maxBallotTime, noBallot } from './ballot.ts';
import { batchOfPending } from './learner.ts';
import { fetchMissing, learn } from './learning.ts';
import { isMember } from './joining.ts';
import { abandon, beginAccept, beginPrepare, countPromise, countVote, type Proposal } from './proposal.ts';
import { agentOf, isPending } from './shared.ts';

/** Backoff and retransmission never wait longer. */
const maxWaitS = 2;
/** Two ballots in a slot are a race that the higher one wins; with the third everybody begins to slow down, until it waits so long. */
const uncontended = 2;
const maxPatienceS = 4;

/** Sets the time at which this agent proposes, unless it is proposing, waiting already, or has nothing to propose. */
export function takeTurn(context: Context, self: number): void {
  const agent = agentOf(context, self);
  if (agent.waiting || agent.proposal.phase !== 'idle' || !isPending(context, self)) return;
  wait(context, self, turnDelayS(context, self));
}

function turnDelayS(context: Context, self: number): number {
  const { world, rules } = context;
  const { turns } = agentOf(context, self);
  const position = rules.backsOff ? turns.position(world.nowS) : 0;
  return position === 0 ? 0 : turns.answerS * (1 + (position + world.uniform(self)) / 4);
}

/** A higher ballot than one's own in the same slot: the own proposal has lost, the other is given time for both phases. */
export function giveWay(context: Context, self: number, slot: number, ballot: number): void {
  if (!context.rules.backsOff) return;
  const agent = agentOf(context, self);
  const { proposal, learner } = agent;
  if (slot !== learner.firstUnapplied) return;
  if (ballot > agent.rivalBallot) {
    agent.rivalBallot = ballot;
    agent.rivals++;
  }
  if (proposal.phase !== 'idle' && proposal.ballot < ballot) giveUp(context, self);
  if (proposal.phase !== 'idle' || !isPending(context, self)) return;
  wait(context, self, patienceS(agent) + turnDelayS(context, self));
}

/** Time for both phases of another; twice as much with every further ballot that competes for the slot, for then answers are slow. */
function patienceS({ turns, rivals }: Agent): number {
  const leastS = 2 * turns.answerS;
  return Math.max(leastS, Math.min(maxPatienceS, leastS * (1 << Math.min(Math.max(rivals - uncontended, 0), 6))));
}

export function refused(context: Context, self: number, message: Message): void {
  const { world, rules } = context;
  const agent = agentOf(context, self);
  if (agent.proposal.phase === 'idle' || message.ballot !== agent.proposal.ballot) return;
  giveUp(context, self);
  const { answerS } = agent.turns;
  const spreadS = answerS * (1 << Math.min(agent.refusals++, 6));
  wait(context, self, rules.backsOff ? Math.min(maxWaitS, answerS + spreadS * world.uniform(self)) : 0);
}

function wait(context: Context, self: number, delayS: number): void {
  agentOf(context, self).waiting = true;
  context.world.setTimer(self, timer.propose, delayS);
}

/** The first unapplied slot has moved: what was planned for the old one is void. */
export function beginSlot(context: Context, self: number): void {
  const agent = agentOf(context, self);
  giveUp(context, self);
  agent.refusals = 0;
  agent.rivalBallot = noBallot;
  agent.rivals = 0;
  agent.waiting = false;
  context.world.cancelTimer(self, timer.propose);
  takeTurn(context, self);
}

function giveUp(context: Context, self: number): void {
  abandon(agentOf(context, self).proposal);
  context.world.cancelTimer(self, timer.retry);
}

export function propose(context: Context, self: number): void {
  const { world, rules } = context;
  const agent = agentOf(context, self);
  agent.waiting = false;
  if (agent.proposal.phase !== 'idle' || !isPending(context, self)) return;
  const slot = agent.learner.firstUnapplied;
  if (rules.catchesUp && agent.aheadSlot > slot) {
    fetchMissing(context, self);
    wait(context, self, agent.turns.answerS * 2);
    return;
  }
  if (!isMember(agent)) return;
  const lamport = world.tick(self);
  const time = rules.usesLamport ? lamport : wallClockBallotTime(world.wallClockS(self));
  if (time > maxBallotTime) return;
  const ballot = makeBallot(time, rules.distinctBallots ? self : 0);
  beginPrepare(agent.proposal, slot, ballot);
  if (rules.prepares) prepare(context, self);
  else accept(context, self);
}

/** Whole milliseconds of a wall clock, above 0 for any skew that a scenario can have. */
function wallClockBallotTime(wallClockS: number): number {
  const longAgoS = 1e7;
  return Math.round(1000 * (wallClockS + longAgoS));
}

function prepare(context: Context, self: number): void {
  const { world } = context;
  const { proposal, acceptor } = agentOf(context, self);
  const { slot, ballot } = proposal;
  const message = world.draft(self, 'prepare');
  fill(message, proposal);
  world.broadcast(message);
  setRetry(context, self);
  const { acceptedBallot, acceptedBatch } = acceptor.vote(slot);
  if (acceptor.prepare(slot, ballot)) promised(context, self, self, acceptedBallot, acceptedBatch);
}

export function promised(context: Context, self: number, voter: number, acceptedBallot: number, acceptedBatch: Batch | undefined): void {
  const { proposal } = agentOf(context, self);
  countPromise(proposal, voter, acceptedBallot, acceptedBatch, context.rules);
  if (proposal.votes >= context.quorum) accept(context, self);
}

function accept(context: Context, self: number): void {
  const { world, rules } = context;
  const { proposal, acceptor } = agentOf(context, self);
  const batch = proposal.bestBatch ?? ownBatch(context, self);
  beginAccept(proposal, batch);
  if (!rules.validatesApplied) world.validateEarly(self, batch);
  const message = world.draft(self, 'accept');
  fill(message, proposal);
  world.broadcast(message);
  setRetry(context, self);
  if (acceptor.accept(proposal.slot, proposal.ballot, batch)) accepted(context, self, self);
}

function ownBatch(context: Context, self: number): Batch {
  const { world } = context;
  const { proposal, learner } = agentOf(context, self);
  const order = context.rules.usesLamport ? world.tokens.clock : world.tokens.stampS;
  return batchOfPending(proposal.slot, world.known[self] as Int32Array, learner.applied, world.tokens, order.values);
}

function fill(message: Message, proposal: Proposal): void {
  message.slot = proposal.slot;
  message.ballot = proposal.ballot;
  message.batch = proposal.batch;
}

export function accepted(context: Context, self: number, voter: number): void {
  const { proposal } = agentOf(context, self);
  countVote(proposal, voter, context.rules);
  if (proposal.votes >= (context.rules.chosenBy === 'quorum' ? context.quorum : 1)) announce(context, self);
}

/** Tells everybody that the proposed value is chosen. */
function announce(context: Context, self: number): void {
  const { world } = context;
  const { batch } = agentOf(context, self).proposal;
  if (batch === undefined) return;
  const message = world.draft(self, 'chosen');
  message.slot = batch.slot;
  message.batch = batch;
  world.broadcast(message);
  if (learn(context, self, batch)) beginSlot(context, self);
}

function setRetry(context: Context, self: number): void {
  const { world } = context;
  const { proposal, turns } = agentOf(context, self);
  const delayS = turns.answerS * (2 << Math.min(proposal.retries, 5)) * (1 + world.uniform(self) / 2);
  world.setTimer(self, timer.retry, Math.min(maxWaitS, delayS));
}

/** A quorum has not answered: asks those again who have not. */
export function retry(context: Context, self: number): void {
  const { world, rules } = context;
  const { proposal } = agentOf(context, self);
  if (proposal.phase === 'idle') return;
  if (!rules.waitsForQuorum) {
    if (proposal.phase === 'prepare') accept(context, self);
    else announce(context, self);
    return;
  }
  if (!rules.keepsValue && proposal.phase === 'accept') proposal.batch = ownBatch(context, self);
  proposal.retries++;
  for (let to = 0; to < world.agents; to++) {
    if (to === self || proposal.voters[to] === 1) continue;
    const message = world.draft(self, proposal.phase);
    fill(message, proposal);
    world.send(message, to);
  }
  setRetry(context, self);
}
