/** The tiny world of the Chorus: acceptors and proposers by its functions, one slot, and a bag of messages between them. */
import type { ClockRules } from '../../mesh/clock.ts';
import type { Batch } from '../../mesh/message.ts';
import { createAcceptor } from '../../mesh/protocols/chorus/acceptor.ts';
import { makeBallot, noBallot } from '../../mesh/protocols/chorus/ballot.ts';
import { abandon, beginAccept, beginPrepare, countPromise, countVote, createProposal } from '../../mesh/protocols/chorus/proposal.ts';
import { soundRules, type Rules } from '../../mesh/protocols/chorus/rules.ts';
import { createMicroBag } from './micro-bag.ts';
import { createMicroTally } from './micro-tally.ts';
import { maxAcceptors, maxProposers, type MicroWorld } from './micro-world.ts';

/** Enough for every proposer to bring two ballots to an end among five acceptors, when little fails. */
const steps = 96;
/** Ballots that one proposer begins in a run at most. */
const maxBallots = 3;
const slot = 0;

interface MicroMessage {
  kind: 'prepare' | 'promise' | 'accept' | 'accepted' | 'refuse';
  proposer: number;
  acceptor: number;
  /** Lamport time of the send. */
  clock: number;
  ballot: number;
  otherBallot: number;
  batch: Batch | undefined;
}

const blankMessage = (): MicroMessage => ({
  kind: 'prepare',
  proposer: 0,
  acceptor: 0,
  clock: 0,
  ballot: 0,
  otherBallot: 0,
  batch: undefined,
});

export function createMicroChorus(rules: Rules, clockRules: ClockRules): MicroWorld {
  const bag = createMicroBag(blankMessage);
  const tally = createMicroTally();
  const acceptors = Array.from({ length: maxAcceptors }, () => createAcceptor(rules));
  const proposals = Array.from({ length: maxProposers }, () => createProposal(maxAcceptors));
  /** A proposer proposes another value each time it may choose one: in a mesh its pending tokens grow meanwhile. */
  const own = Array.from({ length: maxProposers }, (_, proposer) =>
    Array.from({ length: steps }, (__, index): Batch => ({ slot, tokens: Int32Array.of(proposer, index) })),
  );
  const proposed = new Int32Array(maxProposers);
  const ballots = new Int32Array(maxProposers);
  const hasLearned = new Uint8Array(maxProposers);
  const proposerClock = new Float64Array(maxProposers);
  const acceptorClock = new Float64Array(maxAcceptors);
  let acceptorCount = 0;
  let proposerCount = 0;
  let quorum = 0;

  function begin(itsAcceptors: number, itsProposers: number): void {
    acceptorCount = itsAcceptors;
    proposerCount = itsProposers;
    quorum = rules.quorum(acceptorCount);
    bag.clear();
    tally.begin(soundRules.quorum(acceptorCount));
    for (let i = 0; i < maxAcceptors; i++) {
      const vote = acceptorOf(i).vote(slot);
      vote.promised = noBallot;
      vote.acceptedBallot = noBallot;
      vote.acceptedBatch = undefined;
    }
    for (let i = 0; i < maxProposers; i++) abandon(proposalOf(i));
    proposed.fill(0);
    ballots.fill(0);
    hasLearned.fill(0);
    proposerClock.fill(0);
    acceptorClock.fill(0);
  }

  const acceptorOf = (index: number) => acceptors[index] as (typeof acceptors)[number];
  const proposalOf = (index: number) => proposals[index] as (typeof proposals)[number];

  function send(
    kind: MicroMessage['kind'],
    proposer: number,
    acceptor: number,
    clock: number,
    ballot: number,
    otherBallot: number,
    batch: Batch | undefined,
  ): void {
    const message = bag.add();
    message.kind = kind;
    message.proposer = proposer;
    message.acceptor = acceptor;
    message.clock = clock;
    message.ballot = ballot;
    message.otherBallot = otherBallot;
    message.batch = batch;
  }

  function tick(clock: Float64Array, index: number): number {
    const time = (clock[index] as number) + 1;
    clock[index] = time;
    return time;
  }

  function hear(clock: Float64Array, index: number, heard: number): void {
    const own = clock[index] as number;
    clock[index] = (clockRules.hears && heard > own ? heard : own) + 1;
  }

  function propose(proposer: number): void {
    if (proposer >= proposerCount || hasLearned[proposer] === 1 || ballots[proposer] === maxBallots) return;
    ballots[proposer] = (ballots[proposer] as number) + 1;
    const ballot = makeBallot(tick(proposerClock, proposer), rules.distinctBallots ? proposer : 0);
    beginPrepare(proposalOf(proposer), slot, ballot);
    if (rules.prepares) ask(proposer);
    else accept(proposer);
  }

  function accept(proposer: number): void {
    const proposal = proposalOf(proposer);
    beginAccept(proposal, proposal.bestBatch ?? ownValue(proposer));
    ask(proposer);
  }

  function ownValue(proposer: number): Batch {
    const index = proposed[proposer] as number;
    proposed[proposer] = index + 1;
    return own[proposer]?.[index] as Batch;
  }

  function ask(proposer: number): void {
    const { phase, ballot, batch, voters } = proposalOf(proposer);
    if (phase === 'idle') return;
    const clock = tick(proposerClock, proposer);
    for (let acceptor = 0; acceptor < acceptorCount; acceptor++) {
      if (voters[acceptor] === 0) send(phase, proposer, acceptor, clock, ballot, noBallot, batch);
    }
  }

  function repeat(proposer: number): void {
    const proposal = proposalOf(proposer);
    if (proposal.phase === 'idle') return;
    if (!rules.waitsForQuorum) {
      if (proposal.phase === 'prepare') accept(proposer);
      else learn(proposer);
      return;
    }
    if (!rules.keepsValue && proposal.phase === 'accept') proposal.batch = ownValue(proposer);
    ask(proposer);
  }

  function learn(proposer: number): void {
    const { batch } = proposalOf(proposer);
    if (batch !== undefined) tally.learned(batch);
    hasLearned[proposer] = 1;
    abandon(proposalOf(proposer));
  }

  function handle(message: MicroMessage): void {
    if (message.kind === 'prepare' || message.kind === 'accept') answer(message);
    else hearAnswer(message);
  }

  function answer({ kind, proposer, acceptor, clock, ballot, batch }: MicroMessage): void {
    hear(acceptorClock, acceptor, clock);
    const its = acceptorOf(acceptor);
    const vote = its.vote(slot);
    const sent = tick(acceptorClock, acceptor);
    if (kind === 'prepare') {
      if (its.prepare(slot, ballot)) send('promise', proposer, acceptor, sent, ballot, vote.acceptedBallot, vote.acceptedBatch);
      else send('refuse', proposer, acceptor, sent, ballot, vote.promised, undefined);
    } else if (batch !== undefined) {
      if (rules.chosenBy === 'proposed') tally.learned(batch);
      if (its.accept(slot, ballot, batch)) {
        tally.accepted(acceptor, ballot, batch);
        send('accepted', proposer, acceptor, sent, ballot, noBallot, undefined);
      } else send('refuse', proposer, acceptor, sent, ballot, vote.promised, undefined);
    }
  }

  function hearAnswer({ kind, proposer, acceptor, clock, ballot, otherBallot, batch }: MicroMessage): void {
    hear(proposerClock, proposer, clock);
    const proposal = proposalOf(proposer);
    const matches = ballot === proposal.ballot;
    if (kind === 'refuse') {
      if (matches) abandon(proposal);
    } else if (rules.matchesBallot && !matches) return;
    else if (kind === 'promise' && proposal.phase === 'prepare') {
      countPromise(proposal, acceptor, otherBallot, batch, rules);
      if (proposal.votes >= quorum) accept(proposer);
    } else if (kind === 'accepted' && proposal.phase === 'accept') {
      countVote(proposal, acceptor, rules);
      if (proposal.votes >= (rules.chosenBy === 'quorum' ? quorum : 1)) learn(proposer);
    }
  }

  const wasProposed = ({ tokens }: Batch): boolean => (tokens[1] as number) < (proposed[tokens[0] as number] as number);

  return {
    steps,
    names: { acceptor: 'acceptor', proposer: 'proposer' },
    get inFlight() {
      return bag.inFlight;
    },
    get hasChosen() {
      return tally.chosen !== undefined;
    },
    get broken() {
      if (tally.broken) return 'agreement';
      return tally.chosen === undefined || wasProposed(tally.chosen) ? undefined : 'validity';
    },
    begin,
    propose,
    repeat,
    crashAcceptor: (acceptor) => {
      acceptorOf(acceptor).crash();
    },
    crashProposer(proposer) {
      abandon(proposalOf(proposer));
      if (!clockRules.persists) proposerClock[proposer] = 0;
    },
    deliver: (place) => {
      handle(bag.at(place));
    },
    remove: bag.remove,
    tell: (place) => inWords(bag.at(place)),
  };
}

function inWords({ kind, proposer, acceptor, ballot, batch }: MicroMessage): string {
  const value = batch === undefined ? '' : `, value ${batch.tokens.join('.')}`;
  const isQuestion = kind === 'prepare' || kind === 'accept';
  const way = isQuestion ? `proposer ${proposer} to acceptor ${acceptor}` : `acceptor ${acceptor} to proposer ${proposer}`;
  return `${kind} from ${way} (ballot ${ballot}${value})`;
}
