/**
 * The bugs that the campaign plants in the protocols to prove that it would have found them. Each is one switch of their rules
 * or of the clocks; nothing in a scenario reaches them. To add one: one entry in a list, and the table of `docs/campaign.md` made anew.
 */
import type { Bug } from './bug.ts';
import { chorusBugs } from './bugs-chorus.ts';
import { fastBugs } from './bugs-fast.ts';
import type { Flaw, ProtocolName } from './subject.ts';

export const bugs: readonly Bug[] = [...chorusBugs, ...fastBugs];

/** The protocol that a bug is planted in. */
export function protocolOf({ fastRules }: Flaw): ProtocolName {
  return fastRules === undefined ? 'chorus' : 'chorus-fast';
}
