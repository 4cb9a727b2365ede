/** Ingredient by ingredient: what is taken away, which failure is expected, and which is seen. */
import { createGroups } from '../../mesh/partition/groups.ts';
import { shapes } from '../../mesh/partition/shapes.ts';
import { parameters as scenario } from '../scenario/parameters.ts';
import { real, whole } from '../scenario/parameter.ts';
import { defaultScenario } from '../scenario/parse.ts';
import { meanOf, proportion } from '../statistics/intervals.ts';
import { defineExperiment, type Finished, type Plan } from './define.ts';
import { groupBy } from './group.ts';
import { advance, meshOf, type MeshOptions } from './mesh-course.ts';
import { seedsOf } from './seeds.ts';
import type { Findings, IntervalFigure, Job, Judgement, Row } from './types.ts';
import { between, number } from './words.ts';

type Protocol = MeshOptions['protocol'];

/** What may be seen in a replicate. */
const failures = {
  split: 'two logs differ',
  blocked: 'nothing is validated during the cut',
  inverted: 'a token stands before one that lies in its past',
  lost: 'a validated token is lost',
  slow: 'less than nine tenths of The Chorus’s tokens are validated',
} as const;
type Failure = keyof typeof failures;

/** MODEL, 2.3. At least one of those expected must show; of those not named in `allowed` none may. */
interface Expectation {
  readonly protocol: Protocol;
  readonly without: string;
  readonly expected: readonly Failure[];
  /** Comes along with what is expected. */
  readonly allowed: readonly Failure[];
}

const expectations: readonly Expectation[] = [
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

const parameters = {
  agents: whole({ ...scenario.agents, path: 'agents', min: 5, max: 32, default: 6 }),
  tokenRateHz: real({ ...scenario.tokenRate, path: 'tokenRateHz', live: false, min: 0.1, default: 8 }),
  clockSkewMs: real({ ...scenario.clockSkew, path: 'clockSkewMs', live: false, default: 500 }),
} as const;
type P = typeof parameters;

interface Task {
  readonly seed: number;
  readonly mesh: MeshOptions;
}

interface Value {
  readonly shown: readonly Failure[];
  readonly validated: number;
}

export const ablation = defineExperiment({
  name: 'ablation',
  title: 'Ablation',
  question: 'What is each ingredient for?',
  claim: 'Lamport clocks order what was heard; it is the quorum that prevents the split. The paper credits both at once.',
  parameters,
  replicate: 'seed',
  maxReplicates: 10_000,
  quick: { replicates: 4 },
  full: { replicates: 24 },
  jobs,
  run: ({ seed, mesh }: Task): Value => runThroughTrouble(seed, mesh),
  report,
});

function jobs({ settings, seeds }: Plan<P>): readonly Job<Task>[] {
  return expectations.flatMap(({ protocol }) =>
    seeds.map((seed) => ({
      label: `${protocol}, seed ${seed}`,
      weight: 1,
      task: {
        seed,
        mesh: {
          ...defaultScenario.mesh,
          ...settings,
          protocol,
          phaseRateHz: 4,
          latency: { kind: 'lognormal', medianMs: 60, sigma: 0.8 },
          stragglers: [],
        },
      } as const,
    })),
  );
}

const cutS = 20;
const healS = 40;
const powerS = 44;
const endS = 70;

/** Whole, cut into minority and majority, whole, then failures of power around an agent that is cut off, whole again. */
function runThroughTrouble(seed: number, options: MeshOptions): Value {
  const mesh = meshOf(seed, options);
  const { tokens, observer } = mesh;
  advance(mesh, cutS);
  const first = tokens.count;
  mesh.partition(shapes.minority(options.agents));
  advance(mesh, healS);
  let inCut = 0;
  for (let token = first; token < tokens.count; token++) if (!Number.isNaN(tokens.validatedS.values[token])) inCut++;
  mesh.heal();
  advance(mesh, powerS);
  powerFailures(mesh, options.agents);
  advance(mesh, endS);
  const checks = new Set(observer.violations.map(({ check }) => check));
  const shown: Failure[] = [];
  if (observer.conflicts > 0 || checks.has('agreement')) shown.push('split');
  if (inCut === 0) shown.push('blocked');
  if (checks.has('causal order')) shown.push('inverted');
  if (checks.has('survival')) shown.push('lost');
  return { shown, validated: tokens.validatedCount };
}

/** Again and again one agent is cut off, and a moment later the power of all others fails and comes back, disks kept. */
function powerFailures(mesh: ReturnType<typeof meshOf>, agents: number): void {
  for (let round = 0; round < 20; round++) {
    const alone = round % agents;
    mesh.partition(createGroups([[alone]], agents));
    mesh.advanceTo(mesh.nowS + 0.05);
    for (let agent = 0; agent < agents; agent++) {
      if (agent === alone) continue;
      mesh.crash(agent);
      mesh.restart(agent);
    }
    mesh.advanceTo(mesh.nowS + 0.3);
    mesh.heal();
    mesh.advanceTo(mesh.nowS + 0.35);
  }
}

/** All replicates of one protocol; those that are slower than The Chorus on the same seed are marked. */
interface Seen {
  readonly expectation: Expectation;
  readonly seeds: readonly number[];
  readonly shown: readonly (readonly Failure[])[];
  readonly perS: readonly number[];
}

const slowShare = 0.9;

function report(_: Plan<P>, finished: readonly Finished<Task, Value>[]): Findings {
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
    const share = proportion(count, seeds.length);
    const isExpected = expectation.expected.includes(failure);
    const isFree = expectation.allowed.includes(failure);
    return {
      ...head,
      measure: `share of replicates in which ${failures[failure]}`,
      unit: '',
      relation: count === 0 ? '<' : '=',
      ...share,
      value: count === 0 ? share.high : share.value,
      ...(isFree ? {} : { claimed: { relation: isExpected ? '>' : '=', value: 0 }, verdict: count > 0 === isExpected ? 'holds' : 'fails' }),
      note: `${count} of ${seeds.length}; ${isExpected ? 'expected' : isFree ? 'may come along' : 'not expected'}`,
    };
  });
  return [
    ...shares,
    { ...head, measure: 'tokens validated', unit: '1/s', relation: '=', ...meanOf(perS), note: `over ${endS} s with all their troubles` },
  ];
}

function judge(seen: Seen): Judgement {
  const { expectation, seeds } = seen;
  const { protocol, without, expected, allowed } = expectation;
  const observed = failureKeys.filter((failure) => countOf(seen, failure) > 0);
  const strangers = observed.filter((failure) => !expected.includes(failure) && !allowed.includes(failure));
  const asExpected = strangers.length === 0 && expected.every((failure) => observed.includes(failure));
  const told = observed.map((failure) => `${failures[failure]} in ${countOf(seen, failure)} of ${seeds.length}`).join(', ');
  const bound = proportion(0, seeds.length).high;
  const none = `none of the failures in ${seeds.length} replicates (each in fewer than ${number(100 * bound)}% with 95% confidence)`;
  const rate = between(meanOf(seen.perS), 'tokens/s');
  return {
    claim: `${labelOf(protocol)}, ${without === '' ? 'whole' : `without ${without}`}: ${expected.length === 0 ? 'nothing fails' : expected.map((failure) => failures[failure]).join(' and ')}.`,
    verdict: asExpected ? 'holds' : 'fails',
    sentence: `Seen: ${observed.length === 0 ? none : told}; ${rate} validated.`,
  };
}

function figureOf(seen: readonly Seen[]): IntervalFigure {
  return {
    kind: 'intervals',
    name: 'failures',
    title: 'Which failure appears without which ingredient',
    x: { label: 'protocol', scale: 'linear' },
    y: { label: 'share of replicates', scale: 'linear' },
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
