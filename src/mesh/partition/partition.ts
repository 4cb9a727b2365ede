/** A partition says, for every ordered pair of agents and every time, whether a message may pass. */
export interface Partition {
  /** Whether the network lets a message from one agent to another pass at this time since the onset. */
  open(from: number, to: number, sinceOnsetS: number): boolean;
}

export type Shape = (agents: number) => Partition;
