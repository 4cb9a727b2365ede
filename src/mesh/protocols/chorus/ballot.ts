/** A ballot is a Lamport time and the agent that made it, (L, agent), packed into one number so that order is <. */
const agentRoom = 128;

/** Whose clock has leaped further than this proposes nothing: ballots beyond would not be told apart (2⁵² is still exact). */
export const maxBallotTime = 2 ** 45;

/** Below every ballot. */
export const noBallot = 0;

/** The Lamport time and the agent of a ballot. */
export function readBallot(ballot: number): { readonly time: number; readonly agent: number } {
  return { time: Math.floor(ballot / agentRoom), agent: ballot % agentRoom };
}

export function makeBallot(lamport: number, agent: number): number {
  return lamport * agentRoom + agent;
}

/** The agent that made the ballot. */
export function makerOf(ballot: number): number {
  return ballot % agentRoom;
}
