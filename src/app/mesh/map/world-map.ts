/** What lies under the agents on the world map. */
import type { MapView } from './natural-earth.ts';

export interface WorldMap {
  readonly view: MapView;
  /** Each of shape [M]: where the agent's region is. */
  readonly regionX: Float64Array;
  readonly regionY: Float64Array;
  /** Pairs of agents. */
  readonly links: readonly (readonly [number, number])[];
}
