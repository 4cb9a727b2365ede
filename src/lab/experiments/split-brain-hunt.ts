/** Searches seeds and fault schedules for a violation of a protocol, and shows the first, made small. */
import { assert } from '../../base/assert.ts';
import { hunt } from '../check/hunt.ts';
import { shrink } from '../check/shrink.ts';
import { subjectOf } from '../check/subject.ts';
import { parameters as scenario } from '../scenario/parameters.ts';
import { choice } from '../scenario/parameter.ts';
import { checkScenario } from '../scenario/parse.ts';
import type { Scenario } from '../scenario/schema.ts';
import { writeScenario } from '../scenario/write.ts';
import { proportion, rate } from '../statistics/intervals.ts';
import { never, shareOf } from './claims.ts';
import { defineExperiment, type Finished, type Plan } from './define.ts';
import { groupBy } from './group.ts';
import { seedsOf } from './seeds.ts';
import type { Findings, IntervalFigure, Job, Judgement, Row } from './types.ts';
import { between, number, percent } from './words.ts';

const parameters = {
  protocol: choice({ ...scenario.protocol, path: 'protocol', live: false, default: 'lamport-reachable' }),
} as const;
type P = typeof parameters;

interface Task {
  readonly protocol: Scenario['mesh']['protocol'];
  readonly seeds: readonly number[];
}

interface Found {
  readonly seed: number;
  readonly check: string;
  readonly timeS: number;
  readonly message: string;
}

interface Value {
  readonly found: readonly Found[];
  readonly simulatedS: number;
  readonly interventions: number;
  /** The first of them made small; `null` where nothing was found. */
  readonly shrunk: { readonly document: string; readonly faults: number; readonly trials: number; readonly message: string } | null;
}

const batch = 50;

export const splitBrainHunt = defineExperiment({
  name: 'split-brain-hunt',
  title: 'Split-brain hunt',
  question: 'Is there any schedule of faults under which the protocol breaks its word?',
  claim: 'The protocol keeps one log, whatever fails.',
  claimant: 'What section 2 of the paper comes to, of the protocol chosen',
  parameters,
  replicate: 'seed',
  maxReplicates: 1_000_000,
  quick: { replicates: 50 },
  full: { replicates: 400 },
  jobs,
  run: huntAll,
  report,
});

function jobs({ settings: { protocol }, seeds }: Plan<P>): readonly Job<Task>[] {
  return Array.from({ length: Math.ceil(seeds.length / batch) }, (_, k) => {
    const some = seeds.slice(batch * k, batch * (k + 1));
    return { label: `seeds ${String(some[0])} to ${String(some.at(-1))}`, weight: some.length, task: { protocol, seeds: some } };
  });
}

function huntAll({ protocol, seeds }: Task): Value {
  const subject = subjectOf(protocol);
  const found: Found[] = [];
  let shrunk: Value['shrunk'] = null;
  let [simulatedS, interventions] = [0, 0];
  for (const seed of seeds) {
    const { trial, plan } = hunt(seed, subject);
    simulatedS += trial.mesh.nowS;
    interventions += plan.faults.length;
    if (trial.finding === undefined) continue;
    const { check, timeS, message } = trial.finding;
    found.push({ seed, check, timeS, message });
    if (shrunk !== null) continue;
    const small = shrink({ seed, plan, finding: trial.finding }, subject);
    shrunk = {
      document: textOf(small.scenario),
      faults: small.faults,
      trials: small.trials,
      message: `${small.finding.check}: ${small.finding.message}`,
    };
  }
  return { found, simulatedS, interventions, shrunk };
}

/** What a person can open is a sound scenario, or it is a fault of ours. */
function textOf(document: Scenario): string {
  const checked = checkScenario(document);
  assert(checked.ok, 'a counterexample that is a sound scenario');
  return writeScenario(checked.value);
}

function report({ settings: { protocol } }: Plan<P>, finished: readonly Finished<Task, Value>[]): Findings {
  const seeds = finished.flatMap(({ task }) => task.seeds);
  const found = finished.flatMap(({ value }) => value.found);
  const shrunk = finished.flatMap(({ value }) => (value.shrunk === null ? [] : [value.shrunk]))[0];
  const label = scenario.protocol.options.find(({ value }) => value === protocol)?.label ?? protocol;
  const simulatedS = finished.reduce((sum, { value }) => sum + value.simulatedS, 0);
  const interventions = finished.reduce((sum, { value }) => sum + value.interventions, 0);
  const rows = rowsOf(label, seeds, found, simulatedS);
  return {
    judgements: [judge(label, seeds, found, shrunk)],
    rows,
    figures: [figureOf(label, seeds, found)],
    notes: [
      `Each seed is a swarm of choices (Groce et al. 2012): size, network, load, and which faults, how hard; then quiet, and the final checks. ${number(interventions, 4)} faults in ${number(simulatedS / 3600)} simulated hours.`,
      ...(shrunk === undefined
        ? []
        : [
            `The first violation, shrunk to ${faultCount(shrunk.faults)} in ${shrunk.trials} trials, is counterexample.json: “chorus run” takes it, and the page opens it.`,
          ]),
    ],
    raw: {
      name: 'replicates',
      columns: ['seed', 'check', 't_s', 'message'],
      rows: seeds.map((seed) => {
        const one = found.find((candidate) => candidate.seed === seed);
        return one === undefined ? [seed, '', NaN, ''] : [seed, one.check, one.timeS, one.message];
      }),
    },
    ...(shrunk === undefined ? {} : { counterexample: shrunk.document }),
  };
}

const faultCount = (count: number): string => (count === 1 ? '1 fault' : `${count} faults`);

function rowsOf(subject: string, seeds: readonly number[], found: readonly Found[], simulatedS: number): readonly Row[] {
  if (seeds.length === 0) return [];
  const share = (count: number, measure: string): Row => {
    const note = `${count} of ${seeds.length} (Clopper–Pearson)`;
    return {
      measure,
      subject,
      unit: '',
      ...shareOf(count, seeds.length),
      ...seedsOf(seeds),
      note,
    };
  };
  const perHour = rate(found.length, simulatedS / 3600);
  return [
    {
      ...share(found.length, 'seeds with a violation'),
      claimed: { relation: '=', value: 0 },
      verdict: never(found.length),
    },
    ...groupBy(found, ({ check }) => check).map((group) =>
      share(group.length, `seeds whose first violation is of ${group[0]?.check ?? ''}`),
    ),
    {
      measure: 'violating seeds in simulated time under faults',
      subject,
      unit: 'an hour',
      relation: found.length === 0 ? '<' : '=',
      ...perHour,
      value: found.length === 0 ? perHour.high : perHour.value,
      ...seedsOf(seeds),
      note: `${found.length} in ${number(simulatedS / 3600)} h (Garwood); a trial ends at its first violation`,
    },
  ];
}

function judge(label: string, seeds: readonly number[], found: readonly Found[], shrunk: Value['shrunk'] | undefined): Judgement {
  const claim = `${label} keeps its word under every schedule of faults.`;
  if (seeds.length === 0) return { claim, verdict: 'not decided', sentence: 'No seed has been tried yet.' };
  const estimate = proportion(found.length, seeds.length);
  const [first] = found;
  if (first === undefined) {
    return {
      claim,
      verdict: never(0),
      sentence: `No violation seen in ${seeds.length} seeds: fewer than ${percent(estimate.high)} of seeds with 95% confidence. A search can refute a claim like this, never prove it.`,
    };
  }
  const small = shrunk === undefined || shrunk === null ? '' : ` Shrunk to ${faultCount(shrunk.faults)}: ${shrunk.message}.`;
  return {
    claim,
    verdict: never(found.length),
    sentence: `${found.length} of ${seeds.length} seeds break it, a share of ${between(estimate)}; first seed ${first.seed} (${first.check}).${small}`,
  };
}

function figureOf(label: string, seeds: readonly number[], found: readonly Found[]): IntervalFigure {
  const groups = groupBy(found, ({ check }) => check);
  const shares = groups.map((group) => proportion(group.length, Math.max(1, seeds.length)));
  return {
    kind: 'intervals',
    name: 'violations',
    title: 'What breaks first',
    x: { label: 'check', scale: 'linear' },
    y: { label: 'share of seeds', scale: 'linear', bounds: [0, 1] },
    marks: [],
    categories: groups.map((group) => group[0]?.check ?? ''),
    series: [
      {
        name: label,
        origin: 'measured',
        draw: 'points',
        x: groups.map((_, k) => k),
        y: shares.map(({ value }) => value),
        low: shares.map(({ low }) => low),
        high: shares.map(({ high }) => high),
        band: '95% interval (Clopper–Pearson)',
      },
    ],
    summary: `${found.length} of ${seeds.length} seeds break ${label}: ${groups.map((group) => `${group.length} by ${group[0]?.check ?? ''}`).join(', ') || 'none'}.`,
  };
}
