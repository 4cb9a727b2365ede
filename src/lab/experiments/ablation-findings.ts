/** What the ablation shows: which failure each protocol was expected to have, and which it had. */
import { parameters as scenario } from '../scenario/parameters.ts';
import { meanOf, proportion, type Estimate } from '../statistics/intervals.ts';
import { cutS, endS, failures, healS, powerS, type Failure, type Task, type Value } from './ablation-course.ts';
import { never, shareOf } from './claims.ts';
import type { Finished } from './define.ts';
import { groupBy } from './group.ts';
import type { MeshOptions } from './mesh-course.ts';
import { seedsOf } from './seeds.ts';
import type { Findings, IntervalFigure, Judgement, Row, Verdict } from './types.ts';
import { between, percent } from './words.ts';

type Protocol = MeshOptions['protocol'];

/** MODEL, 2.3. At least one of those expected must show; of those not named in `allowed` none may. */
interface Expectation {
  readonly protocol: Protocol;
  readonly without: string;
  readonly expected: readonly Failure[];
  /** Comes along with what is expected. */
  readonly allowed: readonly Failure[];
}

export const expectations: readonly Expectation[] = [
  { protocol: 'chorus', without: '', expected: [], allowed: [] },
  { protocol: 'lamport-all', without: 'the quorum: waits for everyone', expected: ['blocked'], allowed: ['slow'] },
  {
    protocol: 'lamport-reachable',
    without: 'the quorum: waits for whoever is in reach',
    expected: ['split'],
    allowed: ['lost', 'inverted', 'slow'],
  },
  { protocol: 'quorum-wallclock', without: 'Lamport clocks: wall clocks order', expected: ['inverted'], allowed: ['slow'] },
  { protocol: 'quorum-noprepare', without: 'phase 1', expected: ['split'], allowed: ['lost', 'inverted', 'slow', 'blocked'] },
  { protocol: 'quorum-volatile', without: 'votes on disk', expected: ['split'], allowed: ['lost', 'inverted', 'slow'] },
  { protocol: 'quorum-nobackoff', without: 'backoff', expected: ['slow'], allowed: ['blocked'] },
  { protocol: 'legacy', without: 'all of it', expected: ['split'], allowed: ['lost', 'inverted', 'slow'] },
  { protocol: 'legacy-strict', without: 'all of it, and eviction', expected: ['blocked'], allowed: ['slow', 'inverted', 'split', 'lost'] },
];

/** All replicates of one protocol; those that are slower than The Chorus on the same seed are marked. */
interface Seen {
  readonly expectation: Expectation;
  readonly seeds: readonly number[];
  readonly shown: readonly (readonly Failure[])[];
  readonly perS: readonly number[];
}

const slowShare = 0.9;

export function ablationFindings(finished: readonly Finished<Task, Value>[]): Findings {
  const whole = new Map(finished.flatMap(({ task, value }) => (task.mesh.protocol === 'chorus' ? [[task.seed, value.validated]] : [])));
  const seen = groupBy(finished, ({ task }) => task.mesh.protocol).flatMap((group): readonly Seen[] => {
    const expectation = expectations.find(({ protocol }) => protocol === group[0]?.task.mesh.protocol);
    if (expectation === undefined) return [];
    const isSlow = ({ task, value }: Finished<Task, Value>): boolean => value.validated < slowShare * (whole.get(task.seed) ?? 0);
    return [
      {
        expectation,
        seeds: group.map(({ task }) => task.seed),
        shown: group.map((one) => (isSlow(one) ? [...one.value.shown, 'slow'] : one.value.shown)),
        perS: group.map(({ value }) => value.validated / endS),
      },
    ];
  });
  const judgements = seen.map(judge);
  return {
    judgements:
      judgements.length > 0
        ? judgements
        : [{ claim: 'Each ingredient prevents a failure of its own.', verdict: 'not decided', sentence: 'Nothing has been measured yet.' }],
    rows: seen.flatMap(rowsOf),
    figures: [figureOf(seen)],
    notes: [
      `Every replicate: ${cutS} s whole, ${healS - cutS} s cut into a minority and a majority, ${powerS - healS} s whole, then twenty power failures: one agent is cut off, all others crash and come back with their disks; whole until ${endS} s.`,
      'Network: log-normal delays of 60 ms at the median (σ = 0.8), no straggler; the same for all protocols, seed by seed.',
      `Failures looked for: ${Object.values(failures).join('; ')}.`,
    ],
    raw: {
      name: 'replicates',
      columns: ['protocol', 'seed', ...Object.keys(failures), 'tokens_validated_per_s'],
      rows: seen.flatMap(({ expectation, seeds, shown, perS }) =>
        seeds.map((seed, k) => [
          expectation.protocol,
          seed,
          ...failureKeys.map((failure) => Number(shown[k]?.includes(failure))),
          perS[k] ?? NaN,
        ]),
      ),
    },
  };
}

const failureKeys = Object.keys(failures) as readonly Failure[];
const countOf = ({ shown }: Seen, failure: Failure): number => shown.filter((these) => these.includes(failure)).length;
const labelOf = (protocol: Protocol): string => scenario.protocol.options.find(({ value }) => value === protocol)?.label ?? protocol;

function rowsOf(seen: Seen): readonly Row[] {
  const { expectation, seeds, perS } = seen;
  const head = { subject: labelOf(expectation.protocol), ...seedsOf(seeds) };
  const shares = failureKeys.map((failure): Row => {
    const count = countOf(seen, failure);
    const isExpected = expectation.expected.includes(failure);
    const isFree = expectation.allowed.includes(failure);
    return {
      ...head,
      measure: `share of replicates in which ${failures[failure]}`,
      unit: '',
      ...shareOf(count, seeds.length),
      ...(isFree ? {} : { claimed: { relation: isExpected ? '>' : '=', value: 0 }, verdict: verdictOf(count, isExpected) }),
      note: `${count} of ${seeds.length}; ${isExpected ? 'expected' : isFree ? 'may come along' : 'not expected'}`,
    };
  });
  const note = `over ${endS} s with all their troubles`;
  return [...shares, { ...head, measure: 'throughput', unit: 'tokens/s', relation: '=', ...rateOf(perS), note }];
}

/** What was not seen in a few replicates may yet happen: that is no verdict against whoever expects it. */
function verdictOf(count: number, isExpected: boolean): Verdict {
  if (isExpected) return count > 0 ? 'holds' : 'not decided';
  return never(count);
}

/** No rate lies below 0, though the interval of a mean may reach there. */
function rateOf(perS: readonly number[]): Estimate {
  const { value, low, high } = meanOf(perS);
  return { value, low: Math.max(0, low), high };
}

function judge(seen: Seen): Judgement {
  const { expectation, seeds } = seen;
  const { protocol, without, expected, allowed } = expectation;
  const observed = failureKeys.filter((failure) => countOf(seen, failure) > 0);
  const strangers = observed.filter((failure) => !expected.includes(failure) && !allowed.includes(failure));
  const missing = expected.filter((failure) => !observed.includes(failure));
  const told = observed.map((failure) => `${failures[failure]} in ${countOf(seen, failure)} of ${seeds.length}`).join(', ');
  const few = `in fewer than ${percent(proportion(0, seeds.length).high)} with 95% confidence`;
  const seenText = observed.length === 0 ? `No failure seen in ${seeds.length} replicates (each ${few})` : `Seen: ${told}`;
  const unseen = missing.length === 0 ? '' : ` Not seen: ${missing.map((failure) => failures[failure]).join(' and ')} (${few}).`;
  const rate = between(rateOf(seen.perS), 'tokens/s');
  const whole = expected.length === 0 ? never(observed.length) : 'holds';
  return {
    claim: `${labelOf(protocol)}, ${without === '' ? 'whole' : `without ${without}`}: ${expected.length === 0 ? 'nothing fails' : expected.map((failure) => failures[failure]).join(' and ')}.`,
    verdict: strangers.length > 0 ? 'fails' : missing.length > 0 ? 'not decided' : whole,
    sentence: `${seenText}; ${rate} validated.${unseen}`,
  };
}

function figureOf(seen: readonly Seen[]): IntervalFigure {
  return {
    kind: 'intervals',
    name: 'failures',
    title: 'Which failure appears without which ingredient',
    x: { label: 'protocol', scale: 'linear' },
    y: { label: 'share of replicates', scale: 'linear', bounds: [0, 1] },
    marks: [],
    categories: seen.map(({ expectation }) => labelOf(expectation.protocol)),
    series: failureKeys.map((failure) => {
      const shares = seen.map((one) => proportion(countOf(one, failure), one.seeds.length));
      return {
        name: failures[failure],
        origin: 'measured',
        draw: 'points',
        x: seen.map((_, k) => k),
        y: shares.map(({ value }) => value),
        low: shares.map(({ low }) => low),
        high: shares.map(({ high }) => high),
        band: '95% interval (Clopper–Pearson)',
      };
    }),
    summary: seen
      .map(
        (one) =>
          `${labelOf(one.expectation.protocol)}: ${
            failureKeys
              .filter((failure) => countOf(one, failure) > 0)
              .map((failure) => failures[failure])
              .join(', ') || 'none'
          }`,
      )
      .join('. '),
  };
}
