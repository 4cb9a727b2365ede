/** One history that the page looks at, with what was worked out of it: kept until it has grown, or another question is asked. */
import { eventText } from '../lab/export/shiviz.ts';
import type { ImportedExecution } from '../lab/import/shiviz.ts';
import type { Violation } from '../lab/run/types.ts';
import { axisOrder, type AxisOrder } from '../lab/trace/axis.ts';
import { causalCone, type Cone } from '../lab/trace/cone.ts';
import type { Compared } from '../lab/trace/divergence.ts';
import { eventsOfLog } from '../lab/trace/from-log.ts';
import { historyOfAgents } from '../lab/trace/from-run.ts';
import type { History } from '../lab/trace/history.ts';
import { maskOf } from '../lab/trace/search.ts';
import { outages, type CutSpan, type Outage } from '../lab/trace/spans.ts';
import type { Axis, Events } from '../lab/trace/types.ts';
import type { HoleAt, ViolationAt } from './trace-api.ts';

export interface Subject {
  readonly execution: ImportedExecution | undefined;
  events(): Events;
  orderAlong(axis: Axis): AxisOrder;
  /** What a log says of an event; empty in a run. */
  textOf(event: number): string;
  /** An event in words, in a run too. */
  wordsOf(event: number): string;
  /** The events that these words mean; undefined for all. */
  mask(words: string): Uint8Array | undefined;
  choose(event: number | undefined): Cone | undefined;
  /** Of the event that is chosen; goes on as the history does. */
  cone(): Cone | undefined;
  cuts(): readonly CutSpan[];
  outages(): readonly Outage[];
  holes(axis: Axis): readonly HoleAt[];
  violations(axis: Axis): readonly ViolationAt[];
  compared(axis: Axis): Compared;
}

export interface RunSubject extends Subject {
  readonly history: History;
  setCuts(spans: readonly CutSpan[]): void;
  setViolations(list: readonly Violation[]): void;
}

export function runSubject(agents: number): RunSubject {
  const history = historyOfAgents(agents);
  let cuts: readonly CutSpan[] = [];
  let violations: readonly Violation[] = [];
  const subject = createSubject(() => history.events(), undefined);
  return {
    ...subject,
    history,
    setCuts(spans) {
      cuts = spans;
    },
    setViolations(list) {
      violations = list;
    },
    cuts: () => cuts,
    violations(axis) {
      const { values, length } = subject.orderAlong(axis);
      return violations.flatMap(({ check, timeS, agents: its, events, message }) => {
        const event = events.at(-1) ?? length;
        // What it speaks of may not have come here yet.
        return event >= length ? [] : [{ x: axis === 'time' ? timeS : (values[event] as number), agents: its, check, message }];
      });
    },
    outages: () => outages(history.events()),
    compared: (axis) => ({ events: history.events(), values: subject.orderAlong(axis).values, isOpen: true }),
  };
}

export function logSubject(execution: ImportedExecution): Subject {
  const events = eventsOfLog(execution);
  return createSubject(() => events, execution);
}

function createSubject(events: () => Events, execution: ImportedExecution | undefined): Subject {
  let order: AxisOrder | undefined;
  let cone: Cone | undefined;
  let mask: { readonly words: string; readonly bits: Uint8Array | undefined } | undefined;

  const textOf = (event: number): string => execution?.events[event]?.text ?? '';
  const wordsOf = (event: number): string => (execution === undefined ? eventText(events(), event) : textOf(event));

  function orderAlong(axis: Axis): AxisOrder {
    const all = events();
    if (order?.axis !== axis || order.length !== all.length) order = axisOrder(all, axis);
    return order;
  }

  return {
    execution,
    events,
    orderAlong,
    textOf,
    wordsOf,
    mask(words) {
      const all = events();
      const known = mask?.words === words ? mask.bits : undefined;
      if (known?.length === all.length) return known;
      mask = { words, bits: maskOf(all, words, textOf, known) };
      return mask.bits;
    },
    choose(event) {
      cone = event === undefined || event < 0 || event >= events().length ? undefined : causalCone(events(), event);
      return cone;
    },
    cone() {
      const all = events();
      if (cone !== undefined && cone.tones.length !== all.length) cone = causalCone(all, cone.event);
      return cone;
    },
    cuts: () => [],
    violations: () => [],
    outages: () => [],
    holes: (axis) => (execution === undefined ? [] : holesAlong(execution, orderAlong(axis).values)),
    compared: (axis) => ({ events: events(), values: orderAlong(axis).values, textOf: wordsOf, isOpen: false }),
  };
}

function holesAlong({ hosts, holes, events }: ImportedExecution, values: ArrayLike<number>): readonly HoleAt[] {
  if (holes.length === 0) return [];
  const placeOf = new Map(events.map(({ host, own }, event) => [`${String(host)} ${String(own)}`, values[event] as number]));
  const numberOf = new Map(hosts.map((host, number) => [host, number]));
  return holes.map(({ host, from, to }) => {
    const agent = numberOf.get(host) ?? -1;
    const at = (own: number): number => placeOf.get(`${String(agent)} ${String(own)}`) ?? NaN;
    return { agent, fromX: at(from - 1), toX: at(to + 1), events: to - from + 1 };
  });
}
