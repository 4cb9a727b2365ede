/**
 * Positions from which some runs of the tiny world of the fast Chorus go on, as games of chess do from openings. Some slips show late:
 * five agents, two ballots, a disk lost between two answers and slots decided meanwhile must come together, which a scheduler that draws
 * every step meets once in many millions of runs. An opening is a few waves; what follows is drawn.
 */
import type { MessageKind } from '../../mesh/message.ts';

/** An agent does something, and then every message of these kinds among these agents is delivered until none is in flight. */
export interface Wave {
  readonly agent: number;
  readonly does: 'proposes' | 'loses its disk' | 'waits';
  /** Undefined: all kinds. */
  readonly brings: readonly MessageKind[] | undefined;
  readonly among: readonly number[];
}

/** Two proposers, and an agent that forgets. */
const [first, second, forgetful, fourth, fifth] = [0, 1, 2, 3, 4] as const;
const agents = 5;

type Make = (agent: number, ...others: readonly number[]) => Wave;

const wave =
  (does: Wave['does'], brings?: readonly MessageKind[]): Make =>
  (agent, ...others) => ({ agent, does, brings, among: [agent, ...others] });

const decides = wave('proposes');
const takesTurn = wave('proposes', ['prepare', 'promise']);
const asks = wave('waits', ['accept']);
const losesDisk = wave('loses its disk', ['join', 'joined']);

/** Two have the turn at once. For the higher ballot the forgetful one has voted, whom nobody has asked to promise it. */
const votedUnasked: readonly Wave[] = [
  takesTurn(first, forgetful, fourth),
  takesTurn(second, fourth, fifth),
  asks(second, forgetful, fifth),
];

/**
 * The forgetful one has promised the second proposer's ballot, loses its disk, is told by three of the others how far they are,
 * and votes again as soon as it may, for the first proposer, who has not heard of the higher ballot.
 */
const promisedBeforeLoss = (...tellers: readonly number[]): readonly Wave[] => [
  decides(first, second, forgetful, fourth, fifth),
  decides(second, forgetful),
  losesDisk(forgetful, ...tellers),
  decides(first, fourth, fifth),
  decides(first, fourth, fifth),
  decides(first, forgetful, fifth),
];

/** The forgetful one alone has voted beside the proposer, in slots of which the others have not heard, and loses its disk. */
const votedAhead: readonly Wave[] = [
  decides(first, second, forgetful, fourth, fifth),
  decides(first, forgetful),
  decides(first, forgetful),
  losesDisk(forgetful, second, fourth, fifth),
];

const openings = [votedUnasked, promisedBeforeLoss(first, fourth, fifth), promisedBeforeLoss(first, second, fifth), votedAhead] as const;

const none: readonly Wave[] = [];

/** Every second run of five agents has one. */
export function openingOf(itsAgents: number, word: number): readonly Wave[] {
  return itsAgents === agents && (word & 1) === 1 ? (openings[(word >>> 1) % openings.length] ?? none) : none;
}
