/** What the latency budget shows: where each protocol breaks down, and what it takes until then. */
import { at } from '../../base/assert.ts';
import { parameters as scenario } from '../scenario/parameters.ts';
import { meanOf, type Estimate } from '../statistics/intervals.ts';
import { measuredMeans } from './measured.ts';
import { allOf, atLeast } from './claims.ts';
import type { Finished } from './define.ts';
import { groupBy } from './group.ts';
import { protocols, strainNames, strains, type Protocol, type Strain, type Task, type Value } from './latency-budget-course.ts';
import { graceS } from './mesh-course.ts';
import { seedsOf } from './seeds.ts';
import type { Findings, Judgement, LineFigure, Row } from './types.ts';
import { number, percent } from './words.ts';

/** Below this share of the load a protocol counts as broken down. */
const servedShare = 0.95;

interface Point {
  readonly protocol: Protocol;
  readonly strain: Strain;
  readonly value: number;
  readonly latencyMs: Estimate;
  readonly served: Estimate;
  readonly seeds: readonly number[];
  /** Of those in which anything was validated. */
  readonly timedSeeds: readonly number[];
}

export function latencyFindings(finished: readonly Finished<Task, Value>[]): Findings {
  const points = groupBy(finished, ({ task }) => `${task.strain} ${task.mesh.protocol} ${task.value}`).map(pointOf);
  const rows = groupBy(points, ({ protocol, strain }) => `${strain} ${protocol}`).flatMap(rowsOf);
  return {
    judgements: strainNames.map((strain) => judge(strain, points)),
    rows,
    figures: strainNames.flatMap((strain) => [latencyFigure(strain, points), servedFigure(strain, points)]),
    notes: [
      `16 agents on the region table. While one thing is turned up the others stay: no straggler, no loss, the load of the settings. Tokens generated in the window count as served when they are validated by ${graceS} s after it.`,
      `A protocol breaks down where it serves less than ${percent(servedShare)} of what the token clocks are set to make. One that waits makes fewer tokens: that too is load not served.`,
      'Without phase messages, which no protocol needs to agree.',
    ],
    raw: {
      name: 'replicates',
      columns: ['protocol', 'strain', 'value', 'seed', 'latency_p50_ms', 'served'],
      rows: finished.map(({ task, value }) => [
        task.mesh.protocol,
        task.strain,
        task.value,
        task.seed,
        value.latencyP50Ms ?? NaN,
        value.served,
      ]),
    },
  };
}

function pointOf(group: readonly Finished<Task, Value>[]): Point {
  const { task } = at(group, 0);
  const timed = group.filter(({ value }) => value.latencyP50Ms !== null);
  return {
    protocol: task.mesh.protocol,
    strain: task.strain,
    value: task.value,
    latencyMs: meanOf(timed.map(({ value }) => value.latencyP50Ms ?? NaN)),
    served: meanOf(group.map(({ value }) => value.served)),
    seeds: group.map((one) => one.task.seed),
    timedSeeds: timed.map((one) => one.task.seed),
  };
}

const labelOf = (protocol: Protocol): string => scenario.protocol.options.find(({ value }) => value === protocol)?.label ?? protocol;
const byValue = (points: readonly Point[]): readonly Point[] => [...points].sort((a, b) => a.value - b.value);

/** Where the load stops being served: between the last value up to which it surely is, and the first at which it surely is not. */
interface Breakdown {
  /** 0 where it is not even served at the first. */
  readonly low: number;
  /** Undefined where it is served to the end, or left open. */
  readonly at: Point | undefined;
}

function breakdownOf(points: readonly Point[]): Breakdown {
  const kept = points.findIndex(({ served }) => atLeast(servedShare, served) !== 'holds');
  return {
    low: points[(kept < 0 ? points.length : kept) - 1]?.value ?? 0,
    at: points.find(({ served }) => atLeast(servedShare, served) === 'fails'),
  };
}

/** Where it breaks down, and its latency with the least and the most of the strain. */
function rowsOf(unsorted: readonly Point[]): readonly Row[] {
  const points = byValue(unsorted);
  const [first, last] = [at(points, 0), at(points, points.length - 1)];
  const { title, unit } = strains[first.strain];
  const subject = labelOf(first.protocol);
  const { low, at: broken } = breakdownOf(points);
  const down = { subject, ...seedsOf(first.seeds), measure: `breaks down at a ${title} of`, unit, low };
  const latency = ({ value, latencyMs, timedSeeds, seeds }: Point): Row => ({
    subject,
    ...seedsOf(timedSeeds.length === 0 ? seeds : timedSeeds),
    measure: `median latency at a ${title} of ${number(value)} ${unit}`.trimEnd(),
    unit: 'ms',
    relation: '=',
    ...latencyMs,
    note: timedSeeds.length === 0 ? 'no token was validated' : 'mean over replicates',
  });
  return [
    broken === undefined
      ? {
          ...down,
          relation: '>',
          value: low,
          high: Infinity,
          note: low === last.value ? 'not within the range measured' : 'not decided beyond',
        }
      : {
          ...down,
          relation: '=',
          value: broken.value,
          high: broken.value,
          note: `${percent(broken.served.value)} served there; surely served up to the lower end`,
        },
    latency(first),
    ...(last.value === first.value ? [] : [latency(last)]),
  ];
}

function judge(strain: Strain, points: readonly Point[]): Judgement {
  const { title, unit, values } = strains[strain];
  const most = values[values.length - 1] ?? 0;
  const told = (value: number): string => `${number(value)} ${unit}`.trimEnd();
  const claim = `The Chorus serves its load up to a ${title} of ${told(most)}.`;
  const pointsWith = (protocol: Protocol): readonly Point[] =>
    byValue(points.filter((point) => point.strain === strain && point.protocol === protocol));
  const own = pointsWith('chorus');
  if (own.length < values.length) return { claim, verdict: 'not decided', sentence: 'Not all of it has been measured yet.' };
  const worst = own.reduce((least, point) => (point.served.value < least.served.value ? point : least));
  const others = protocols
    .filter((protocol) => protocol !== 'chorus')
    .map((protocol) => {
      const { low, at: broken } = breakdownOf(pointsWith(protocol));
      if (broken !== undefined) return `${labelOf(protocol)} breaks down at ${told(broken.value)}`;
      return `${labelOf(protocol)} ${low === most ? 'does so to the end' : `surely does so up to ${told(low)}`}`;
    });
  return {
    claim,
    verdict: allOf(own.map(({ served }) => atLeast(servedShare, served))),
    sentence: `It serves least at ${told(worst.value)}: ${shareText(worst.served)}, ${worst.seeds.length} replicates. ${others.join('; ')}.`,
  };
}

function shareText({ value, low, high }: Estimate): string {
  return Number.isNaN(low) ? percent(value) : `${percent(value)} (${percent(Math.max(0, low))} to ${percent(Math.min(1, high))})`;
}

function figureFor(
  strain: Strain,
  points: readonly Point[],
  pick: (point: Point) => Estimate,
): Pick<LineFigure, 'kind' | 'x' | 'series' | 'marks' | 'spans'> {
  const { title, symbol, unit, scale } = strains[strain];
  return {
    kind: 'lines',
    x: { label: title, ...(symbol === undefined ? {} : { symbol }), ...(unit === '' ? {} : { unit }), scale },
    series: protocols.map((protocol) => {
      const own = byValue(points.filter((point) => point.strain === strain && point.protocol === protocol));
      return measuredMeans(
        labelOf(protocol),
        own.map(({ value }) => value),
        own.map(pick),
        'line',
      );
    }),
    marks: [],
    spans: [],
  };
}

/** What each protocol has at either end. */
function courseText(strain: Strain, points: readonly Point[], tell: (point: Point) => string): string {
  const { title, unit } = strains[strain];
  const told = protocols.flatMap((protocol) => {
    const own = byValue(points.filter((point) => point.strain === strain && point.protocol === protocol));
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [
      `${labelOf(protocol)} goes from ${tell(first)} at ${number(first.value)} ${unit} to ${tell(last)} at ${number(last.value)} ${unit}`,
    ];
  });
  return told.length === 0
    ? `Nothing has been measured yet against ${title}.`
    : `Against ${title}: ${told.join('; ')}.`.replaceAll('  ', ' ');
}

function latencyFigure(strain: Strain, points: readonly Point[]): LineFigure {
  return {
    ...figureFor(strain, points, ({ latencyMs }) => latencyMs),
    name: `latency-${strain}`,
    title: `Median validation latency against ${strains[strain].title}`,
    y: { label: 'validation latency, median', unit: 'ms', scale: 'log' },
    summary: courseText(strain, points, ({ latencyMs }) => `${number(latencyMs.value)} ms`),
  };
}

function servedFigure(strain: Strain, points: readonly Point[]): LineFigure {
  return {
    ...figureFor(strain, points, ({ served }) => served),
    name: `served-${strain}`,
    title: `Share of the load served against ${strains[strain].title}`,
    y: { label: 'validated / to be made', scale: 'linear', bounds: [0, 1] },
    summary: courseText(strain, points, ({ served }) => percent(served.value)),
  };
}
