/** What the page and the experiments may ask of theory, and what they get. */
import type { Answer } from '../../field/theory/answer.ts';
import type { PartitionShape } from '../scenario/schema.ts';

export type { Answer };

/** How the mesh stands apart. */
export interface Parts {
  /** Oscillators of each component, shape [C]: those of agents that are down count nowhere. */
  readonly oscillators: readonly number[];
  /** The shape of the cut, where it has a name. */
  readonly shape?: PartitionShape | undefined;
}

export interface Prediction {
  /** K_c (1/s) of the whole population. */
  readonly criticalCoupling: Answer;
  /** The noise σ (1/√s) above which the coupling of now no longer gathers the whole population. */
  readonly criticalNoise: Answer;
  /** Stationary r of each component by itself for N → ∞, in the order of `Parts.oscillators`. */
  readonly orders: readonly Answer[];
}

/** More of it, for whoever draws or judges: everything holds for N → ∞ and coupling without delay unless its regime says otherwise. */
export interface Outlook extends Prediction {
  /** The coupling K (1/s) of the scenario at which each component by itself reaches its threshold, in the order of `Parts.oscillators`. */
  readonly thresholds: readonly Answer[];
  /** Stationary r of the whole; of several components, r.m.s. over the angles that they have to each other by then. */
  readonly order: Answer;
  /** r.m.s. of r that the scenario's finite N shows in the stationary state, uncut. */
  readonly finiteOrder: Answer;
  /** What the scenario has and these answers leave out: sentences. */
  readonly caveats: readonly string[];
}
