/** What a look into an agent shows of its protocol, for those who watch. To look changes nothing. */

/** A Lamport time and the agent that made it. */
export interface BallotView {
  readonly time: number;
  readonly agent: number;
}

export type ProtocolState =
  | {
      readonly kind: 'ballots';
      /** The first slot that it has not applied. */
      readonly slot: number;
      /** Tokens that it knows and has not applied. */
      readonly pending: number;
      /** What it has promised and accepted in that slot; undefined: nothing. */
      readonly promised: BallotView | undefined;
      readonly accepted: BallotView | undefined;
      readonly acceptedTokens: number;
      /** What it proposes itself, if it does. */
      readonly proposal:
        { readonly phase: 'prepare' | 'accept'; readonly ballot: BallotView; readonly votes: number; readonly quorum: number } | undefined;
    }
  | {
      readonly kind: 'rounds';
      readonly round: number;
      /** Whom it waits for in every round; and for whom in this one. */
      readonly view: readonly number[];
      readonly awaited: readonly number[];
    };
