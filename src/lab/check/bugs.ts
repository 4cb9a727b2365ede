/**
 * The bugs that the campaign plants in the protocols to prove that it would have found them. Each is one switch of their rules
 * or of the clocks; nothing in a scenario reaches them. To add one: one entry in a list, and the table of `docs/campaign.md` made anew.
 */
import { chorusBugs } from './bugs-chorus.ts';
import { fastBugs } from './bugs-fast.ts';
import type { MicroCheck } from './micro.ts';
import type { Flaw, ProtocolName } from './subject.ts';
import type { TrialCheck } from './trial.ts';

export interface Bug extends Flaw {
  readonly name: string;
  /** What is wrong, in one sentence. */
  readonly says: string;
  /** The check that finds it in the mesh, and the number of seeds within which it does. */
  readonly mesh?: Found<TrialCheck>;
  /** The same in the tiny world of acceptors and proposers; there seeds are runs. */
  readonly micro?: Found<MicroCheck>;
}

interface Found<Check> {
  readonly check: Check;
  readonly within: number;
}

export const bugs: readonly Bug[] = [...chorusBugs, ...fastBugs];

/** The protocol that a bug is planted in. */
export function protocolOf({ fastRules }: Flaw): ProtocolName {
  return fastRules === undefined ? 'chorus' : 'chorus-fast';
}
