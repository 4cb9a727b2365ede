/** What the scheduler of the tiny world lets happen, and what it asks: each of the two protocols is one such world. */

export type MicroCheck = 'agreement' | 'validity';

/** Is told a step in words. */
export type Say = (step: string) => void;

export const maxAcceptors = 5;
export const maxProposers = 3;

export interface MicroWorld {
  /** Things that happen in one run: an even number. */
  readonly steps: number;
  readonly names: { readonly acceptor: string; readonly proposer: string };
  readonly inFlight: number;
  readonly hasChosen: boolean;
  /** The check that this run has broken. */
  readonly broken: MicroCheck | undefined;
  /** A new run begins: with nothing, or with a position that the random word chooses, `say` being told how it came about. */
  begin(acceptors: number, proposers: number, word: number, say?: Say): void;
  /** A proposer begins a ballot, or proposes more in the one that it has, where it may. */
  propose(proposer: number): void;
  /** A proposer asks those again who have not answered. */
  repeat(proposer: number): void;
  crashAcceptor(acceptor: number): void;
  crashProposer(proposer: number): void;
  /** Absent where the world knows no re-joining. */
  loseDisk?(acceptor: number): void;
  /** The message at a place below `inFlight` arrives, and stays in flight. */
  deliver(place: number): void;
  remove(place: number): void;
  /** The message in words. */
  tell(place: number): string;
}
