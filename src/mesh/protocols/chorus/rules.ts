/**
 * The rules that make the Chorus sound, each of them a switch. A protocol of the laboratory uses `soundRules`; an ablation
 * takes away one ingredient; the fault campaign plants a bug by turning one of them. Nothing in a scenario reaches them.
 */
export interface Rules {
  /** How many agents decide. Sound: more than half, so that any two quorums share an agent. */
  readonly quorum: (agents: number) => number;
  /** Phase 1 asks a quorum what it has accepted before phase 2 proposes a value. */
  readonly prepares: boolean;
  /** Votes are counted by the set of their senders, not by the number of replies. */
  readonly countsSenders: boolean;
  /** Only answers to exactly the present ballot count. */
  readonly matchesBallot: boolean;
  /** Of the values that a quorum had accepted, the one of the highest ballot binds; `none`: the own value is proposed. */
  readonly binding: 'highest' | 'first' | 'none';
  /** A proposer keeps to one value in one ballot. */
  readonly keepsValue: boolean;
  /** Ballots and the order of a batch come from Lamport clocks, not from wall clocks. */
  readonly usesLamport: boolean;
  /** Ballots of different agents differ. */
  readonly distinctBallots: boolean;
  /** An acceptor promises nothing below what it has promised. */
  readonly checksPromise: boolean;
  /** An acceptor accepts nothing below what it has promised. */
  readonly checksAccept: boolean;
  /** To accept a ballot is also to promise it. */
  readonly acceptPromises: boolean;
  /** The promised and the accepted ballot are two variables. */
  readonly separateBallots: boolean;
  /** What survives a crash. */
  readonly persistsPromise: boolean;
  readonly persistsAccepted: boolean;
  readonly persistsPending: boolean;
  /** Whoever has lost its disk votes only when it has re-joined, and in no slot in which it may have voted before. */
  readonly rejoins: boolean;
  /** A value counts as chosen when a quorum has accepted it; `one`: when anybody has; `proposed`: when it is heard of. */
  readonly chosenBy: 'quorum' | 'one' | 'proposed';
  /** A proposer that is not answered in time goes on waiting. */
  readonly waitsForQuorum: boolean;
  /** Slots are applied in order, without gaps. */
  readonly appliesInOrder: boolean;
  /** A token is applied once. */
  readonly appliesOnce: boolean;
  /** A token counts as validated when its author applies it, not when it proposes it. */
  readonly validatesApplied: boolean;
  /** Whoever is behind asks for what it lacks. */
  readonly catchesUp: boolean;
  /** Proposers take turns, give way to higher ballots and back off when refused. */
  readonly backsOff: boolean;
}

export const soundRules: Rules = {
  quorum: (agents) => Math.floor(agents / 2) + 1,
  prepares: true,
  countsSenders: true,
  matchesBallot: true,
  binding: 'highest',
  keepsValue: true,
  usesLamport: true,
  distinctBallots: true,
  checksPromise: true,
  checksAccept: true,
  acceptPromises: true,
  separateBallots: true,
  persistsPromise: true,
  persistsAccepted: true,
  persistsPending: true,
  rejoins: true,
  chosenBy: 'quorum',
  waitsForQuorum: true,
  appliesInOrder: true,
  appliesOnce: true,
  validatesApplied: true,
  catchesUp: true,
  backsOff: true,
};
