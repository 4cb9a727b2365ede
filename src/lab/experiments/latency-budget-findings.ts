/** What the latency budget shows: where each protocol breaks down, and what it takes until then. */
import { at } from '../../base/assert.ts';
import { parameters as scenario } from '../scenario/parameters.ts';
import { meanOf, type Estimate } from '../statistics/intervals.ts';
import type { Finished } from './define.ts';
import { groupBy } from './group.ts';
import { graceS, protocols, strainNames, strains, type Protocol, type Strain, type Task, type Value } from './latency-budget-course.ts';
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
  return {
    protocol: task.mesh.protocol,
    strain: task.strain,
    value: task.value,
    latencyMs: meanOf(group.flatMap(({ value }) => (value.latencyP50Ms === null ? [] : [value.latencyP50Ms]))),
    served: meanOf(group.map(({ value }) => value.served)),
    seeds: group.map((one) => one.task.seed),
  };
}

const labelOf = (protocol: Protocol): string => scenario.protocol.options.find(({ value }) => value === protocol)?.label ?? protocol;
const byValue = (points: readonly Point[]): readonly Point[] => [...points].sort((a, b) => a.value - b.value);

/** Where it breaks down, and its latency with the least and the most of the strain. */
function rowsOf(unsorted: readonly Point[]): readonly Row[] {
  const points = byValue(unsorted);
  const [first, last] = [at(points, 0), at(points, points.length - 1)];
  const { title, unit } = strains[first.strain];
  const head = { subject: labelOf(first.protocol), ...seedsOf(first.seeds) };
  const broken = points.find(({ served }) => served.value < servedShare);
  const before = points.filter(({ value }) => broken !== undefined && value < broken.value).at(-1);
  const down = { ...head, measure: `breaks down at a ${title} of`, unit };
  const latency = ({ value, latencyMs }: Point): Row => ({
    ...head,
    measure: `median latency at a ${title} of ${number(value)} ${unit}`.trimEnd(),
    unit: 'ms',
    relation: '=',
    ...latencyMs,
    note: 'mean over replicates',
  });
  return [
    broken === undefined
      ? { ...down, relation: '>', value: last.value, low: last.value, high: Infinity, note: 'not within the range measured' }
      : {
          ...down,
          relation: '=',
          value: broken.value,
          low: before?.value ?? 0,
          high: broken.value,
          note: `${percent(broken.served.value)} served there; the interval is that between two points measured`,
        },
    latency(first),
    ...(last.value === first.value ? [] : [latency(last)]),
  ];
}

function judge(strain: Strain, points: readonly Point[]): Judgement {
  const { title, unit, values } = strains[strain];
  const most = values[values.length - 1] ?? 0;
  const claim = `The Chorus serves its load up to a ${title} of ${number(most)}${unit === '' ? '' : ` ${unit}`}.`;
  const own = byValue(points.filter((point) => point.strain === strain && point.protocol === 'chorus'));
  if (own.length < values.length) return { claim, verdict: 'not decided', sentence: 'Not all of it has been measured yet.' };
  const worst = own.reduce((least, point) => (point.served.value < least.served.value ? point : least));
  const { served, value } = worst;
  const verdict = served.low >= servedShare ? 'holds' : served.high < servedShare ? 'fails' : 'not decided';
  const others = protocols
    .filter((protocol) => protocol !== 'chorus')
    .map((protocol) => {
      const broken = byValue(points.filter((point) => point.strain === strain && point.protocol === protocol)).find(
        (point) => point.served.value < servedShare,
      );
      return `${labelOf(protocol)} ${broken === undefined ? 'does so too' : `breaks down at ${number(broken.value)}`}`;
    });
  return {
    claim,
    verdict,
    sentence: `It serves least at ${number(value)}: ${shareText(served)}. ${others.join('; ')}.`,
  };
}

function shareText({ value, low, high }: Estimate): string {
  return Number.isNaN(low) ? percent(value) : `${percent(value)} (${percent(Math.max(0, low))} to ${percent(high)})`;
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
      return {
        name: labelOf(protocol),
        origin: 'measured',
        draw: 'line',
        x: own.map(({ value }) => value),
        y: own.map((point) => pick(point).value),
        low: own.map((point) => pick(point).low),
        high: own.map((point) => pick(point).high),
        band: '95% interval of the mean',
      };
    }),
    marks: [],
    spans: [],
  };
}

function latencyFigure(strain: Strain, points: readonly Point[]): LineFigure {
  return {
    ...figureFor(strain, points, ({ latencyMs }) => latencyMs),
    name: `latency-${strain}`,
    title: `Median validation latency against ${strains[strain].title}`,
    y: { label: 'validation latency, median', unit: 'ms', scale: 'log' },
    summary: `Median validation latency of ${protocols.map(labelOf).join(', ')} against ${strains[strain].title}.`,
  };
}

function servedFigure(strain: Strain, points: readonly Point[]): LineFigure {
  return {
    ...figureFor(strain, points, ({ served }) => served),
    name: `served-${strain}`,
    title: `Share of the load served against ${strains[strain].title}`,
    y: { label: 'validated / to be made', scale: 'linear', bounds: [0, 1] },
    summary: `Share of the load that ${protocols.map(labelOf).join(', ')} serve against ${strains[strain].title}.`,
  };
}
