/** What a person asks `chorus check` for, and what of it cannot be. */
import { availableParallelism } from 'node:os';
import { failure, success, type Result } from '../../base/result.ts';
import { bugs, protocolOf } from '../../lab/check/bugs.ts';
import { isMicroProtocol, microProtocols, type MicroProtocol } from '../../lab/check/micro.ts';
import type { Target } from '../../lab/check/work.ts';
import { quote, type Fault } from '../../lab/scenario/fault.ts';
import { parameters } from '../../lab/scenario/parameters.ts';
import { choices, didYouMean } from '../../lab/scenario/suggest.ts';

export interface CheckOptions {
  readonly seeds?: string;
  readonly micro?: string;
  readonly protocol?: string;
  readonly bug?: string;
  readonly bugs?: true;
  readonly minutes?: string;
  readonly jobs?: string;
  readonly out?: string;
  readonly json?: true;
}

export interface CheckOrder {
  readonly target: Target;
  /** Seeds of the mesh, both included. */
  readonly seeds: Range | undefined;
  /** Of the tiny world: from 0 on. */
  readonly runs: number;
  /** Infinity: until it is done. */
  readonly minutes: number;
  readonly jobs: number;
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What a check without numbers does: a minute's work. */
export const usualSeeds: Range = { from: 0, to: 1999 };
/** The tiny world of the fast Chorus runs the whole protocol, and is slower. */
export const usualRuns: Readonly<Record<MicroProtocol, number>> = { chorus: 1_000_000, 'chorus-fast': 100_000 };

const { min: minSeed, max: maxSeed } = parameters.seed;
/** Numbers of runs are keys of 32 bits. */
const maxRuns = 2 ** 32;
const maxJobs = 256;
const maxMinutes = 100_000;
const protocolNames = parameters.protocol.options.map((option) => option.value);
const bugNames = bugs.map((bug) => bug.name);
const protocolOfBug = new Map(bugs.map((bug) => [bug.name, protocolOf(bug)]));

/** @returns all faults, each with the option that it is about as its path. */
export function readOrder(options: CheckOptions): Result<CheckOrder, readonly Fault[]> {
  const faults: Fault[] = [];
  const take = <T>(option: string, result: Result<T, Omit<Fault, 'path'>>, otherwise: T): T => {
    if (result.ok) return result.value;
    faults.push({ path: option, ...result.error });
    return otherwise;
  };
  const number = (option: 'micro' | 'minutes' | 'jobs', min: number, max: number, otherwise: number): number => {
    const text = options[option];
    return text === undefined ? otherwise : take(`--${option}`, readNumber(text, min, max, option !== 'minutes'), otherwise);
  };

  const bug = options.bug === undefined ? undefined : take('--bug', readName(options.bug, bugNames), undefined);
  const buggy = protocolOfBug.get(bug ?? '');
  const protocol = take('--protocol', readName(options.protocol ?? buggy ?? 'chorus', protocolNames), 'chorus');
  if (buggy !== undefined && protocol !== buggy) {
    faults.push({ path: '--bug', found: `a bug of "${buggy}" with --protocol ${protocol}`, allowed: `no bug, or the protocol "${buggy}"` });
  }
  if (options.micro !== undefined && !isMicroProtocol(protocol)) {
    faults.push({
      path: '--micro',
      found: `runs of the tiny world with --protocol ${protocol}`,
      allowed: `none: there is one of ${microProtocols.join(' and ')} only`,
    });
  }
  if (options.bugs === true) {
    for (const other of ['seeds', 'micro', 'protocol', 'bug', 'minutes', 'out'] as const) {
      if (options[other] !== undefined) faults.push({ path: '--bugs', found: `--${other} beside it`, allowed: '--jobs and --json' });
    }
  }
  const isUsual = options.seeds === undefined && options.micro === undefined;
  const minutes = number('minutes', 0.001, maxMinutes, Infinity);
  const usual = minutes === Infinity ? usualSeeds : { from: 0, to: maxSeed };
  const given = options.seeds === undefined ? undefined : take('--seeds', readRange(options.seeds), usual);
  const order: CheckOrder = {
    target: { protocol, bug },
    seeds: isUsual ? usual : given,
    runs: number('micro', 0, maxRuns, isUsual && isMicroProtocol(protocol) ? usualRuns[protocol] : 0),
    minutes,
    jobs: number('jobs', 1, maxJobs, availableParallelism()),
  };
  return faults.length === 0 ? success(order) : failure(faults);
}

type Read<T> = Result<T, Omit<Fault, 'path'>>;

function readName<Name extends string>(given: string, names: readonly Name[]): Read<Name> {
  const name = names.find((each) => each === given);
  return name === undefined ? failure({ found: quote(given), allowed: choices(names) + didYouMean(given, names) }) : success(name);
}

function readNumber(given: string, min: number, max: number, isWhole: boolean): Read<number> {
  const value = isWhole && !/^\d+$/.test(given) ? NaN : /^(\d+\.?\d*|\.\d+)$/.test(given) ? Number(given) : NaN;
  if (value >= min && value <= max) return success(value);
  return failure({ found: quote(given), allowed: `a ${isWhole ? 'whole ' : ''}number from ${min} to ${max}` });
}

function readRange(given: string): Read<Range> {
  const [, first, last] = /^(\d+)\.\.(\d+)$/.exec(given) ?? [];
  const range = { from: Number(first), to: Number(last) };
  if (range.from >= minSeed && range.from <= range.to && range.to <= maxSeed) return success(range);
  return failure({ found: quote(given), allowed: `A..B, whole numbers from ${minSeed} to ${maxSeed} with A ≤ B, both included` });
}
