/**
 * What a protocol does not claim, and so is not held to. Everything else is: that `legacy` splits is a violation, for it
 * claims one log as the Chorus does.
 */
import type { Scenario } from '../scenario/schema.ts';
import type { TrialCheck } from './trial.ts';

/** The order of wall clocks is not the order of causes; and whoever is still in the view goes on, however few. */
const wallClockRounds = ['causal order', 'minority'] as const;

const unclaimed: Partial<Record<Scenario['mesh']['protocol'], readonly TrialCheck[]>> = {
  legacy: wallClockRounds,
  'legacy-strict': wallClockRounds,
  'quorum-wallclock': ['causal order'],
  // Proposers may duel for ever.
  'quorum-nobackoff': ['liveness', 'storm'],
};

export function unclaimedBy(protocol: Scenario['mesh']['protocol']): ReadonlySet<TrialCheck> {
  return new Set(unclaimed[protocol]);
}
