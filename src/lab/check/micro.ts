/**
 * A tiny world for the rules of acceptor and proposer alone: one slot, three to five acceptors, two or three proposers with
 * a few ballots each, and a scheduler that delivers any message in flight, delivers it again, drops it, crashes an acceptor
 * or a proposer, lets one ask again or begin anew. It runs the very functions of the Chorus, and so often that it reaches
 * interleavings which a mesh with delays meets once in years.
 *
 * Checked: agreement (at most one value is ever chosen, by what acceptors have accepted and by what proposers believe) and
 * validity (a chosen value was proposed). A run follows from its seed and its number.
 */
import { philoxBlocks } from '../../base/philox.ts';
import { streams } from '../../base/random.ts';
import { soundClockRules } from '../../mesh/clock.ts';
import { soundRules } from '../../mesh/protocols/chorus/rules.ts';
import { createMicroAgents, maxAcceptors, maxProposers } from './micro-agents.ts';
import type { MicroMessage } from './micro-post.ts';
import type { Flaw } from './subject.ts';

export type MicroCheck = 'agreement' | 'validity';

export interface MicroCounts {
  runs: number;
  /** Runs in which a value was chosen. */
  chosen: number;
  delivered: number;
  doubled: number;
  dropped: number;
  repeated: number;
  acceptorCrashes: number;
  proposerCrashes: number;
}

export interface Micro {
  readonly counts: Readonly<MicroCounts>;
  /** The check that one run broke; undefined when it kept both. `say` is told every step in words. */
  run(seed: number, index: number, say?: (step: string) => void): MicroCheck | undefined;
}

/** Enough for every proposer to bring two ballots to an end among five acceptors, when little fails. */
const steps = 96;
/** Words that shape a run; after them two steps share one: a byte says what happens, a byte to whom. */
const headWords = 4;

export function createMicro({ rules, clockRules = soundClockRules }: Flaw = {}): Micro {
  const words = new Uint32Array(headWords + steps / 2);
  const agents = createMicroAgents({ ...soundRules, ...rules }, clockRules, steps);
  const { post, tally } = agents;
  const counts = emptyCounts();
  /** How often each thing happens: it does when a byte lies below its bound and not below the one before. */
  const below = { acceptorCrash: 0, proposerCrash: 0, propose: 0, repeat: 0, drop: 0, double: 0 };
  let acceptors = 0;
  let proposers = 0;
  let tell: ((step: string) => void) | undefined;

  function run(seed: number, index: number, say?: (step: string) => void): MicroCheck | undefined {
    tell = say;
    begin(seed, index);
    for (let step = 0; step < steps && !tally.broken; step++) {
      const bits = (words[headWords + (step >>> 1)] as number) >>> ((step & 1) << 4);
      happen(bits & 0xff, (bits >>> 8) & 0xff);
    }
    counts.runs++;
    const { chosen, broken } = tally;
    if (chosen !== undefined) counts.chosen++;
    if (broken) return 'agreement';
    return chosen === undefined || agents.wasProposed(chosen) ? undefined : 'validity';
  }

  /** A run first draws how many there are and how much fails: a number of 256ths for each thing that can happen. */
  function begin(seed: number, index: number): void {
    philoxBlocks(0, words.length / 4, index, 0, 0, seed, streams.spare, words);
    acceptors = 3 + share((words[0] as number) >>> 24, maxAcceptors - 2);
    proposers = 2 + share((words[1] as number) >>> 24, maxProposers - 1);
    agents.begin(acceptors, proposers, soundRules.quorum(acceptors));
    const mood = words[2] as number;
    below.acceptorCrash = mood & 7;
    below.proposerCrash = below.acceptorCrash + ((mood >>> 3) & 3);
    below.propose = below.proposerCrash + 2 + ((mood >>> 5) & 31);
    below.repeat = below.propose + ((mood >>> 10) & 15);
    below.drop = below.repeat + ((mood >>> 14) & 31);
    below.double = below.drop + ((mood >>> 19) & 31);
  }

  function happen(what: number, which: number): void {
    if (what < below.acceptorCrash) crashAcceptor(share(which, acceptors));
    else if (what < below.proposerCrash) crashProposer(share(which, proposers));
    else if (what < below.propose || post.inFlight === 0) propose(share(which, proposers));
    else if (what < below.repeat) repeat(share(which, proposers));
    else deliver(share(which, post.inFlight), what < below.drop, what < below.double);
  }

  function crashAcceptor(acceptor: number): void {
    counts.acceptorCrashes++;
    tell?.(`acceptor ${acceptor} crashes and restarts`);
    agents.crashAcceptor(acceptor);
  }

  function crashProposer(proposer: number): void {
    counts.proposerCrashes++;
    tell?.(`proposer ${proposer} crashes and restarts`);
    agents.crashProposer(proposer);
  }

  function propose(proposer: number): void {
    tell?.(`proposer ${proposer} begins a ballot, where it may`);
    agents.propose(proposer);
  }

  function repeat(proposer: number): void {
    counts.repeated++;
    tell?.(`proposer ${proposer} asks again`);
    agents.repeat(proposer);
  }

  function deliver(place: number, isDropped: boolean, isDoubled: boolean): void {
    const message = post.at(place);
    if (isDropped) {
      counts.dropped++;
      tell?.(`${inWords(message)} is lost`);
      post.remove(place);
      return;
    }
    counts.delivered++;
    tell?.(`${inWords(message)} arrives${isDoubled ? ' and stays in flight' : ''}`);
    agents.handle(message);
    if (isDoubled) counts.doubled++;
    else post.remove(place);
  }

  return { counts, run };
}

export function emptyCounts(): MicroCounts {
  return { runs: 0, chosen: 0, delivered: 0, doubled: 0, dropped: 0, repeated: 0, acceptorCrashes: 0, proposerCrashes: 0 };
}

/** Counts of runs made elsewhere are added to these. */
export function addCounts(into: MicroCounts, other: Readonly<MicroCounts>): void {
  into.runs += other.runs;
  into.chosen += other.chosen;
  into.delivered += other.delivered;
  into.doubled += other.doubled;
  into.dropped += other.dropped;
  into.repeated += other.repeated;
  into.acceptorCrashes += other.acceptorCrashes;
  into.proposerCrashes += other.proposerCrashes;
}

/** A whole number below `count`, from a random byte. */
function share(byte: number, count: number): number {
  return (byte * count) >>> 8;
}

function inWords({ kind, proposer, acceptor, ballot, batch }: MicroMessage): string {
  const value = batch === undefined ? '' : `, value ${batch.tokens.join('.')}`;
  const isQuestion = kind === 'prepare' || kind === 'accept';
  const way = isQuestion ? `proposer ${proposer} to acceptor ${acceptor}` : `acceptor ${acceptor} to proposer ${proposer}`;
  return `${kind} from ${way} (ballot ${ballot}${value})`;
}
