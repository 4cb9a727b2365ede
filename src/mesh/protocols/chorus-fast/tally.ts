/** What an agent has heard the acceptors claim. Volatile: claims come again. */
import type { Remembers } from '../../../base/remember.ts';
import { covers, joinClaims, noClaim, type Claim } from './claim.ts';
import type { FastRules } from './rules.ts';

export interface Tally extends Remembers {
  /** The highest that was heard of: what was claimed for lower ones does not count. */
  readonly ballot: number;
  hear(agent: number, claim: Claim): void;
  of(agent: number): Claim;
  /** Whether a quorum has accepted the slot at this very ballot. */
  isChosen(slot: number): boolean;
}

export function createTally(agents: number, quorum: number, rules: FastRules): Tally {
  const claims = Array.from({ length: agents }, () => noClaim);
  let ballot = noClaim.ballot;

  return {
    remember(memory) {
      ballot = memory.value(ballot);
      memory.list(claims);
    },
    get ballot() {
      return ballot;
    },
    hear(agent, claim) {
      if (claim.ballot > ballot) ballot = claim.ballot;
      claims[agent] = joinClaims(claims[agent] ?? noClaim, claim);
    },
    of: (agent) => claims[agent] ?? noClaim,
    isChosen(slot) {
      let votes = 0;
      for (const claim of claims) {
        if (covers(claim, rules.countsOneBallot ? ballot : claim.ballot, slot)) votes++;
      }
      return votes >= quorum;
    },
  };
}
