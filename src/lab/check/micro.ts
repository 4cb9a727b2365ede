/**
 * A tiny world for the rules of acceptors and proposers alone: three to five acceptors, two or three proposers, and a scheduler
 * that delivers any message in flight, delivers it again, drops it, crashes an acceptor or a proposer, takes its disk, lets one
 * ask again or begin anew. It runs the very functions of the Chorus, in one slot (`micro-chorus.ts`), or of the fast Chorus, in
 * a few (`micro-fast.ts`), and so often that it reaches interleavings which a mesh with delays meets once in years.
 *
 * Checked after every step: agreement (at most one value is ever chosen in a slot, by what acceptors have accepted and by what
 * proposers believe) and validity (a chosen value was proposed). A run follows from its seed and its number.
 */
import { philoxBlocks } from '../../base/philox.ts';
import { streams } from '../../base/random.ts';
import { soundClockRules } from '../../mesh/clock.ts';
import { soundFastRules } from '../../mesh/protocols/chorus-fast/rules.ts';
import { soundRules } from '../../mesh/protocols/chorus/rules.ts';
import { createMicroChorus } from './micro-chorus.ts';
import { createMicroFast } from './micro-fast.ts';
import { maxAcceptors, maxProposers, type MicroCheck, type MicroWorld, type Say } from './micro-world.ts';
import type { Flaw } from './subject.ts';

/** The protocols of which there is a tiny world. */
export const microProtocols = ['chorus', 'chorus-fast'] as const;
export type MicroProtocol = (typeof microProtocols)[number];

export function isMicroProtocol(protocol: string): protocol is MicroProtocol {
  return microProtocols.some((each) => each === protocol);
}

export interface MicroCounts {
  runs: number;
  /** Runs in which a value was chosen, in any slot. */
  chosen: number;
  delivered: number;
  doubled: number;
  dropped: number;
  repeated: number;
  acceptorCrashes: number;
  proposerCrashes: number;
  diskLosses: number;
}

export interface Micro {
  readonly counts: Readonly<MicroCounts>;
  /** The check that one run broke; undefined when it kept both. `say` is told every step in words. */
  run(seed: number, index: number, say?: Say): MicroCheck | undefined;
}

/** Words that shape a run; after them two steps share one: a byte says what happens, a byte to whom. */
const headWords = 4;

export function createMicro(protocol: MicroProtocol, flaw: Flaw = {}): Micro {
  const world = createWorld(protocol, flaw);
  const { steps, names } = world;
  const words = new Uint32Array(4 * Math.ceil((headWords + steps / 2) / 4));
  const counts = emptyCounts();
  /** How often each thing happens: it does when a byte lies below its bound and not below the one before. */
  const below = { acceptorCrash: 0, proposerCrash: 0, propose: 0, repeat: 0, drop: 0, double: 0, diskLoss: 0 };
  let acceptors = 0;
  let proposers = 0;
  let tell: Say | undefined;

  function run(seed: number, index: number, say?: Say): MicroCheck | undefined {
    tell = say;
    begin(seed, index);
    let broken: MicroCheck | undefined;
    for (let step = 0; step < steps && broken === undefined; step++) {
      const bits = (words[headWords + (step >>> 1)] as number) >>> ((step & 1) << 4);
      happen(bits & 0xff, (bits >>> 8) & 0xff);
      ({ broken } = world);
    }
    counts.runs++;
    if (world.hasChosen) counts.chosen++;
    return broken;
  }

  /** A run first draws how many there are and how much fails: a number of 256ths for each thing that can happen. */
  function begin(seed: number, index: number): void {
    philoxBlocks(0, words.length / 4, index, 0, 0, seed, streams.spare, words);
    acceptors = 3 + share((words[0] as number) >>> 24, maxAcceptors - 2);
    proposers = 2 + share((words[1] as number) >>> 24, maxProposers - 1);
    world.begin(acceptors, proposers, words[3] as number, tell);
    const mood = words[2] as number;
    below.acceptorCrash = mood & 7;
    below.proposerCrash = below.acceptorCrash + ((mood >>> 3) & 3);
    below.propose = below.proposerCrash + 2 + ((mood >>> 5) & 31);
    below.repeat = below.propose + ((mood >>> 10) & 15);
    below.drop = below.repeat + ((mood >>> 14) & 31);
    below.double = below.drop + ((mood >>> 19) & 31);
    below.diskLoss = below.double + (world.loseDisk === undefined ? 0 : (mood >>> 24) & 3);
  }

  function happen(what: number, which: number): void {
    if (what < below.acceptorCrash) crashAcceptor(share(which, acceptors));
    else if (what < below.proposerCrash) crashProposer(share(which, proposers));
    else if (what < below.propose || world.inFlight === 0) propose(share(which, proposers));
    else if (what < below.repeat) repeat(share(which, proposers));
    else if (what >= below.double && what < below.diskLoss) loseDisk(share(which, acceptors));
    else deliver(share(which, world.inFlight), what < below.drop, what < below.double);
  }

  function crashAcceptor(acceptor: number): void {
    counts.acceptorCrashes++;
    tell?.(`${names.acceptor} ${acceptor} crashes and restarts`);
    world.crashAcceptor(acceptor);
  }

  function crashProposer(proposer: number): void {
    counts.proposerCrashes++;
    tell?.(`${names.proposer} ${proposer} crashes and restarts`);
    world.crashProposer(proposer);
  }

  function loseDisk(acceptor: number): void {
    counts.diskLosses++;
    tell?.(`${names.acceptor} ${acceptor} loses its disk and restarts`);
    world.loseDisk?.(acceptor);
  }

  function propose(proposer: number): void {
    tell?.(`${names.proposer} ${proposer} begins a ballot, where it may`);
    world.propose(proposer);
  }

  function repeat(proposer: number): void {
    counts.repeated++;
    tell?.(`${names.proposer} ${proposer} asks again`);
    world.repeat(proposer);
  }

  function deliver(place: number, isDropped: boolean, isDoubled: boolean): void {
    if (isDropped) {
      counts.dropped++;
      tell?.(`${world.tell(place)} is lost`);
      world.remove(place);
      return;
    }
    counts.delivered++;
    tell?.(`${world.tell(place)} arrives${isDoubled ? ' and stays in flight' : ''}`);
    world.deliver(place);
    if (isDoubled) counts.doubled++;
    else world.remove(place);
  }

  return { counts, run };
}

function createWorld(protocol: MicroProtocol, { rules, fastRules, clockRules = soundClockRules }: Flaw): MicroWorld {
  return protocol === 'chorus'
    ? createMicroChorus({ ...soundRules, ...rules }, clockRules)
    : createMicroFast({ ...soundFastRules, ...fastRules }, clockRules);
}

export function emptyCounts(): MicroCounts {
  return {
    runs: 0,
    chosen: 0,
    delivered: 0,
    doubled: 0,
    dropped: 0,
    repeated: 0,
    acceptorCrashes: 0,
    proposerCrashes: 0,
    diskLosses: 0,
  };
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
  into.diskLosses += other.diskLosses;
}

/** A whole number below `count`, from a random byte. */
function share(byte: number, count: number): number {
  return (byte * count) >>> 8;
}
