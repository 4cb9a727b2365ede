/** A look into an agent of the Chorus. */
import type { BallotView, ProtocolState } from '../../inspection.ts';
import type { Context } from './agent.ts';
import { noBallot, readBallot } from './ballot.ts';
import { agentOf } from './shared.ts';

export function inspect(context: Context, self: number): ProtocolState {
  const { world, quorum } = context;
  const { acceptor, learner, proposal } = agentOf(context, self);
  const slot = learner.firstUnapplied;
  const vote = acceptor.peek(slot);
  const known = world.known[self] as Int32Array;
  const { phase, ballot, votes } = proposal;
  return {
    kind: 'ballots',
    slot,
    pending: learner.applied.reduce((sum, applied, author) => sum + Math.max(0, (known[author] as number) - applied), 0),
    promised: view(vote?.promised),
    accepted: view(vote?.acceptedBallot),
    acceptedTokens: vote?.acceptedBatch?.tokens.length ?? 0,
    proposal: phase === 'idle' ? undefined : { phase, ballot: readBallot(ballot), votes, quorum },
  };
}

function view(ballot = noBallot): BallotView | undefined {
  return ballot === noBallot ? undefined : readBallot(ballot);
}
