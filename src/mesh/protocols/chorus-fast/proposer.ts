/** How an agent takes the turn, keeps it, and gives it up. */
import type { Batch, Message } from '../../message.ts';
import { makeBallot, makerOf, maxBallotTime, noBallot } from '../chorus/ballot.ts';
import { batchOfPending, hasPending } from '../chorus/learner.ts';
import { agentOf, isPending } from '../chorus/shared.ts';
import { timer, type Agent, type Context } from './agent.ts';
import { fetchMissing, isBehind, learn } from './learning.ts';
import { isMember } from '../chorus/joining.ts';
import { abandon, beginPrepare, beginTurn, chosenBallot, countPromises, takePromise, type Promised } from './proposal.ts';
import { fillAccept, fillPrepare, maxWaitS, setRetry } from './retry.ts';

/** Between one batch and the next. Each costs M² claims: half of this would win 12 ms on the region table for half as many messages again. */
const batchS = 0.04;
/** A token is on its way to the proposer, with a quorum, and on its way back for less than this many answer times. */
const patienceAnswers = 3;
/** Whose quorum answers in this share of the time takes the turn over: less would not be worth the pause. */
const betterShare = 0.8;

/** Sees to it that something becomes of pending tokens: in vain waits nobody for long. */
export function expectProgress(context: Context, self: number): void {
  const agent = agentOf(context, self);
  if (agent.waiting || agent.proposal.phase !== 'idle' || !isPending(context, self)) return;
  agent.quietSinceS = Math.max(agent.quietSinceS, context.world.nowS);
  waitPatiently(context, self);
}

/** The longer the more agents stand before this one. */
function waitPatiently(context: Context, self: number): void {
  const { world } = context;
  const agent = agentOf(context, self);
  const leastS = leastPatienceS(agent);
  const staggerS = leastS === 0 ? 0 : (agent.turns.answerS * (agent.turns.position(world.nowS) + world.uniform(self))) / 4;
  agent.waiting = true;
  world.setTimer(self, timer.patience, Math.max(agent.quietSinceS + leastS + staggerS - world.nowS, 0));
}

/** None as long as there is no sign that anybody ever took the turn. */
function leastPatienceS({ acceptor, tally, turns, fetchedS }: Agent): number {
  const hasBegun = acceptor.promised !== noBallot || tally.ballot !== noBallot || fetchedS !== -Infinity;
  return hasBegun ? turns.answerS * patienceAnswers : 0;
}

/** The patience timer. */
export function endPatience(context: Context, self: number): void {
  const { world, rules } = context;
  const agent = agentOf(context, self);
  agent.waiting = false;
  if (agent.proposal.phase !== 'idle' || !isPending(context, self) || !isMember(agent)) return;
  if (isBehind(context, self)) {
    fetchMissing(context, self);
    agent.quietSinceS = world.nowS;
  }
  // Whatever moved meanwhile has moved the end of the patience too.
  if (world.nowS < agent.quietSinceS + leastPatienceS(agent)) waitPatiently(context, self);
  else if (rules.takesOver || agent.acceptor.promised === noBallot) prepare(context, self);
}

/** The first unapplied slot has moved. */
export function goOn(context: Context, self: number): void {
  const agent = agentOf(context, self);
  agent.quietSinceS = context.world.nowS;
  agent.behindSinceS = Infinity;
  agent.refusals = 0;
  agent.proposal.retries = 0;
  // Where this agent would have proposed next, something is chosen: another has had the turn since.
  const { phase, nextSlot } = agent.proposal;
  if (phase === 'turn' && agent.learner.firstUnapplied > nextSlot) giveUp(context, self);
  propose(context, self);
}

/** Whoever is answered much faster than the one whose turn it is takes it over. */
export function improve(context: Context, self: number): void {
  const { world } = context;
  const agent = agentOf(context, self);
  const { acceptor, proposal, turns } = agent;
  if (!isMember(agent) || proposal.phase !== 'idle' || acceptor.promised === noBallot || !isPending(context, self)) return;
  if (isBehind(context, self) || turns.position(world.nowS) > 0) return;
  if (turns.answerOfS(self) < betterShare * turns.answerOfS(makerOf(acceptor.promised))) prepare(context, self);
}

function prepare(context: Context, self: number): void {
  const { world } = context;
  const { proposal, acceptor, incarnations } = agentOf(context, self);
  const lamport = world.tick(self);
  if (lamport > maxBallotTime) return;
  beginPrepare(proposal, makeBallot(lamport, self));
  const message = world.draft(self, 'prepare');
  fillPrepare(context, self, message);
  world.broadcast(message);
  setRetry(context, self);
  if (acceptor.prepare(proposal.ballot)) promised(context, self, { from: self, incarnations, votes: acceptor.votes() });
}

export function promised(context: Context, self: number, promise: Promised): void {
  const { proposal } = agentOf(context, self);
  takePromise(proposal, promise, context.rules);
  if (countPromises(proposal) >= context.quorum) takeTurn(context, self);
}

/** A quorum has promised: what binds in the open slots comes first, and what is pending after it. */
function takeTurn(context: Context, self: number): void {
  const { world, rules } = context;
  const { proposal, learner } = agentOf(context, self);
  const { bound } = proposal;
  for (const [slot, { ballot }] of bound) if (ballot !== chosenBallot && slot < learner.firstUnapplied) bound.delete(slot);
  const votes = [...bound.values()];
  learn(
    context,
    self,
    votes.filter((vote) => vote.ballot === chosenBallot).map((vote) => vote.batch),
  );
  const first = learner.firstUnapplied;
  const next = Math.max(first, ...votes.map((vote) => vote.batch.slot + 1));
  const batches: Batch[] = [];
  for (let slot = first; slot < next; slot++) {
    const batch = bound.get(slot)?.batch;
    if (batch !== undefined) batches.push(batch);
    else if (rules.fillsHoles) batches.push({ slot, tokens: new Int32Array(0) });
  }
  beginTurn(proposal, next);
  world.cancelTimer(self, timer.retry);
  if (batches.length > 0) ask(context, self, batches);
  propose(context, self);
}

/** Proposes what is pending and not proposed yet: at once, or when the time for the next batch has come. */
export function propose(context: Context, self: number): void {
  const { world } = context;
  const { proposal } = agentOf(context, self);
  if (proposal.isBatchTimed || !hasMore(context, self)) return;
  const waitS = proposal.proposedS + batchS - world.nowS;
  if (waitS > 0) {
    proposal.isBatchTimed = true;
    world.setTimer(self, timer.batch, waitS);
  } else proposeBatch(context, self);
}

/** The batch timer. */
export function proposeNext(context: Context, self: number): void {
  agentOf(context, self).proposal.isBatchTimed = false;
  if (hasMore(context, self)) proposeBatch(context, self);
}

/** Whether there is something to propose, and room for it. */
function hasMore(context: Context, self: number): boolean {
  const { proposal, learner, wantedSlot } = agentOf(context, self);
  if (proposal.phase !== 'turn' || proposal.nextSlot >= learner.firstUnapplied + context.rules.maxOpen || !isPending(context, self))
    return false;
  return proposal.nextSlot <= wantedSlot || hasPending(context.world.known[self] as Int32Array, proposal.proposed);
}

function proposeBatch(context: Context, self: number): void {
  const { world, rules } = context;
  const { proposal, learner, wantedSlot } = agentOf(context, self);
  const known = world.known[self] as Int32Array;
  const batches: Batch[] = [];
  const last = Math.min(wantedSlot, learner.firstUnapplied + rules.maxOpen - 1);
  while (proposal.nextSlot < last) batches.push({ slot: proposal.nextSlot++, tokens: new Int32Array(0) });
  const from = rules.batchesStandAlone ? learner.applied : larger(learner.applied, proposal.proposed);
  batches.push(batchOfPending(proposal.nextSlot++, known, from, world.tokens, world.tokens.clock.values));
  proposal.proposed.set(known);
  proposal.proposedS = world.nowS;
  ask(context, self, batches);
}

function larger(a: Int32Array, b: Int32Array): Int32Array {
  return a.map((value, index) => Math.max(value, b[index] as number));
}

/** Phase 2 for slots that follow each other: the own vote, and everybody else is asked for theirs. */
function ask(context: Context, self: number, batches: readonly Batch[]): void {
  const { world } = context;
  const { proposal, acceptor, tally } = agentOf(context, self);
  for (const batch of batches) acceptor.accept(proposal.ballot, batch);
  tally.hear(self, acceptor.claim);
  const message = world.draft(self, 'accept');
  fillAccept(message, proposal.ballot, batches);
  world.broadcast(message);
  if (!proposal.isRetryTimed) setRetry(context, self);
  if (learn(context, self)) goOn(context, self);
}

/** A higher ballot than one's own was promised: the own turn is over. */
export function giveWay(context: Context, self: number, ballot: number): void {
  const { proposal } = agentOf(context, self);
  if (proposal.phase !== 'idle' && proposal.ballot < ballot) giveUp(context, self);
}

export function refused(context: Context, self: number, { ballot }: Message): void {
  const { world } = context;
  const agent = agentOf(context, self);
  if (agent.proposal.phase === 'idle' || ballot !== agent.proposal.ballot) return;
  giveUp(context, self);
  const spreadS = agent.turns.answerS * ((1 << Math.min(agent.refusals++, 6)) - 1);
  agent.quietSinceS = world.nowS + Math.min(maxWaitS, spreadS * world.uniform(self));
  expectProgress(context, self);
}

function giveUp(context: Context, self: number): void {
  const { world } = context;
  abandon(agentOf(context, self).proposal);
  world.cancelTimer(self, timer.retry);
  world.cancelTimer(self, timer.batch);
}
