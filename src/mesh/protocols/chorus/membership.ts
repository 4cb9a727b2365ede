/** Whether an agent may vote, and where: see `joining.ts`. */
export interface Membership {
  /** Durable: whether enough others have told how far they had voted. */
  hasAsked: boolean;
  /** Durable: up to this slot the agent keeps still. */
  stillUntil: number;
  /** Who has told, 1 each, how many, and the highest slot they told. */
  readonly told: Uint8Array;
  tellers: number;
  highestTold: number;
}

/** @param hasJoined false: with an empty disk in the place of one that was lost. */
export function createMembership(agents: number, hasJoined: boolean): Membership {
  return { hasAsked: hasJoined, stillUntil: -1, told: new Uint8Array(agents), tellers: 0, highestTold: -1 };
}
