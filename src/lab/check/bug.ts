/** What a planted bug is: a flaw, and the check that must find it. */
import type { MicroCheck } from './micro-world.ts';
import type { Flaw } from './subject.ts';
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
