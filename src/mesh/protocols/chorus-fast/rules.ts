/**
 * The rules that make the fast Chorus sound, each of them a switch. The laboratory uses `soundFastRules`; the fault campaign
 * plants a bug by turning one of them. Nothing in a scenario reaches them.
 */
export interface FastRules {
  /** How many agents decide. Sound: more than half, so that any two quorums share an agent. */
  readonly quorum: (agents: number) => number;
  /** Slots that are open at most: whoever proposes in a slot knows all that lie so far below it, or further, to be chosen. */
  readonly maxOpen: number;
  /** Of the values that a quorum had accepted in a slot, the one of the highest ballot binds; `none`: none does. */
  readonly binding: 'highest' | 'first' | 'none';
  /** A promise tells of all open slots, not of the first alone. */
  readonly tellsAllSlots: boolean;
  /** An acceptor promises nothing below what it has promised. */
  readonly checksPromise: boolean;
  /** An acceptor accepts nothing below what it has promised. */
  readonly checksAccept: boolean;
  /** To accept a ballot is also to promise it. */
  readonly acceptPromises: boolean;
  /** What survives a crash. */
  readonly persistsPromise: boolean;
  readonly persistsAccepted: boolean;
  /** Whoever has lost its disk votes only when it has re-joined, and in no slot in which it may have voted before. */
  readonly rejoins: boolean;
  /** It keeps still in as many slots beyond what it is told as may be open, not in one. */
  readonly keepsStillInAllOpen: boolean;
  /** It takes over the highest promise of those whom it asks. */
  readonly takesPromiseOver: boolean;
  /** What an agent promised before it lost its disk does not count any more. */
  readonly forgetsOldPromises: boolean;
  /** A claim ends before the first slot in which nothing was accepted. */
  readonly claimsNoHoles: boolean;
  /** Claims are counted for one ballot only. */
  readonly countsOneBallot: boolean;
  /** What a quorum accepted is the value of the ballot that was counted, not whatever value lies in the slot. */
  readonly learnsCountedValue: boolean;
  /** A batch holds all that its proposer has not applied, whatever it has proposed in the slots before. */
  readonly batchesStandAlone: boolean;
  /** Whoever takes the turn fills the slots in which it was told of nothing. */
  readonly fillsHoles: boolean;
  /** What was proposed and not answered is sent again. */
  readonly retransmits: boolean;
  /** Whoever is behind asks for what it lacks. */
  readonly catchesUp: boolean;
  /** Who waits in vain takes the turn. */
  readonly takesOver: boolean;
}

export const soundFastRules: FastRules = {
  quorum: (agents) => Math.floor(agents / 2) + 1,
  maxOpen: 64,
  binding: 'highest',
  tellsAllSlots: true,
  checksPromise: true,
  checksAccept: true,
  acceptPromises: true,
  persistsPromise: true,
  persistsAccepted: true,
  rejoins: true,
  keepsStillInAllOpen: true,
  takesPromiseOver: true,
  forgetsOldPromises: true,
  claimsNoHoles: true,
  countsOneBallot: true,
  learnsCountedValue: true,
  batchesStandAlone: true,
  fillsHoles: true,
  retransmits: true,
  catchesUp: true,
  takesOver: true,
};
