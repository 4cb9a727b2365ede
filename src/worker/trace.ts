/** The histories that the page looks at: that of the live run, fed as it goes, and those of a log. Knows no worker. */
import { success } from '../base/result.ts';
import { shivizChunks } from '../lab/export/shiviz.ts';
import { importShiviz, type ImportedExecution, type ImportedLog } from '../lab/import/shiviz.ts';
import { faultText } from '../lab/scenario/fault.ts';
import { axisOrder, type AxisOrder } from '../lab/trace/axis.ts';
import { causalCone, tone, type Cone } from '../lab/trace/cone.ts';
import { cutAt, nearestConsistent, offendingReceipts, stateAt } from '../lab/trace/cut.ts';
import { eventsOfLog } from '../lab/trace/from-log.ts';
import { historyOfAgents } from '../lab/trace/from-run.ts';
import { findPatterns } from '../lab/trace/patterns.ts';
import { findEvents } from '../lab/trace/search.ts';
import { cutSpans, outages, type CutSpan } from '../lab/trace/spans.ts';
import { eventClass, type Axis, type Events } from '../lab/trace/types.ts';
import { lookAt } from '../lab/trace/window.ts';
import type { EventDetails, OpenedExecution, Source, TraceApi } from './trace-api.ts';

const mostOffending = 2_000;
const mostPatterns = 200;

export function createTraces(): TraceApi {
  let live = historyOfAgents(0);
  let cuts: readonly CutSpan[] = [];
  let log: ImportedLog | undefined;
  let logEvents: readonly Events[] = [];
  let source: Source = 'live';
  let ordered: AxisOrder | undefined;
  let cone: Cone | undefined;

  const events = (): Events => (source === 'live' ? live.events() : (logEvents[source] ?? live.events()));
  const execution = (): ImportedExecution | undefined => (source === 'live' ? undefined : log?.executions[source]);

  /** Made anew only when there are more events, or another axis is asked for. */
  function orderAlong(axis: Axis): AxisOrder {
    const all = events();
    if (ordered?.axis !== axis || ordered.length !== all.length) ordered = axisOrder(all, axis);
    return ordered;
  }

  function forget(): void {
    ordered = undefined;
    cone = undefined;
  }

  function details(event: number, axis: Axis, its: Cone): EventDetails {
    const all = events();
    const { text = '', values = [], line = 0 } = execution()?.events[event] ?? {};
    return {
      event,
      kind: all.kinds[all.kind[event] as number] ?? '',
      agent: all.agent[event] as number,
      x: orderAlong(axis).values[event] as number,
      timeS: source === 'live' ? (all.timeS[event] as number) : NaN,
      clock: all.clock[event] as number,
      depth: all.depth[event] as number,
      peer: all.peer[event] as number,
      token: all.token[event] as number,
      slot: all.slot[event] as number,
      cause: all.cause[event] as number,
      previous: all.previous[event] as number,
      text,
      fields: (log?.fields ?? []).map((name, i) => [name, values[i] ?? ''] as const).filter(([, value]) => value !== ''),
      line,
      past: its.past,
      future: its.future,
      concurrent: its.concurrent,
    };
  }

  return {
    begin(agents) {
      live = historyOfAgents(agents);
      if (source === 'live') forget();
    },
    append(batch) {
      live.append(batch);
      return live.length;
    },
    interventions(list) {
      cuts = cutSpans(list, live.events().names.length);
    },
    openLog(text, options) {
      const read = importShiviz(text, options);
      if (!read.ok) return read;
      log = read.value;
      logEvents = log.executions.map(eventsOfLog);
      if (source !== 'live') forget();
      const { parser, delimiter, executions } = log;
      return success({ parser, delimiter, executions: executions.map(toldOf) });
    },
    show(next) {
      source = next;
      forget();
      const { names, kinds } = events();
      return { names, kinds };
    },
    look(axis, query) {
      const all = events();
      const order = orderAlong(axis);
      // The live run has gone on since the event was chosen: so has its future.
      if (cone !== undefined && cone.tones.length !== all.length) cone = causalCone(all, cone.event);
      const view = lookAt(all, order, query);
      const { tones } = cone ?? {};
      return {
        extent: { length: all.length, from: order.from, to: order.to },
        view,
        tones: tones && view.told && Uint8Array.from(view.told.event, (event) => tones[event] as number),
        causeTones: tones && view.told && Uint8Array.from(view.told.event, (event) => tones[all.cause[event] as number] ?? tone.concurrent),
        outages: source === 'live' ? outages(all) : [],
        cuts: source === 'live' ? cuts : [],
      };
    },
    choose(event, axis) {
      if (event === undefined || event < 0 || event >= events().length) {
        cone = undefined;
        return undefined;
      }
      cone = causalCone(events(), event);
      return details(event, axis, cone);
    },
    neighbour(event, direction) {
      const { length, previous, agent, kind, classes } = events();
      if (direction < 0) return (previous[event] ?? -1) < 0 ? event : (previous[event] as number);
      for (let next = event + 1; next < length; next++) {
        if (agent[next] === agent[event] && classes[kind[next] as number] !== eventClass.lose) return next;
      }
      return event;
    },
    judgeCut(axis, upTo) {
      const all = events();
      const { values } = orderAlong(axis);
      const cut = cutAt(all, values, upTo);
      const offending = offendingReceipts(all, cut).slice(0, mostOffending);
      return {
        offending: offending.map((event) => {
          const cause = all.cause[event] as number;
          return {
            agent: all.agent[event] as number,
            x: values[event] as number,
            causeAgent: all.agent[cause] as number,
            causeX: values[cause] as number,
          };
        }),
        states: stateAt(all, cut),
      };
    },
    snapCut(axis, upTo) {
      const all = events();
      const { values, from } = orderAlong(axis);
      const cut = cutAt(all, values, upTo);
      const { cut: snapped } = nearestConsistent(all, cut);
      return Float64Array.from(snapped, (event, agent) => {
        if (event === cut[agent]) return upTo[agent] as number;
        return event < 0 ? from - 1e-9 : (values[event] as number);
      });
    },
    find(axis, query) {
      const { values } = orderAlong(axis);
      const its = execution()?.events;
      const event = findEvents(events(), query, (one) => its?.[one]?.text ?? '');
      return { event, x: Float64Array.from(event, (one) => values[one] as number) };
    },
    patterns(axis) {
      const { values } = orderAlong(axis);
      const { rounds, duels } = findPatterns(events());
      const placed = <T extends { readonly from: number; readonly to: number }>(one: T) => ({
        ...one,
        fromX: values[one.from] as number,
        toX: values[one.to] as number,
      });
      const count = (outcome: string): number => rounds.filter((round) => round.outcome === outcome).length;
      return {
        rounds: rounds.length,
        chosen: count('chosen'),
        refused: count('refused'),
        latest: rounds.slice(-mostPatterns).map(placed),
        duels: duels.slice(-mostPatterns).map(placed),
      };
    },
    exportShiviz(from, to) {
      const all = events();
      let first = 0;
      while (first < all.length && (all.timeS[first] as number) < from) first++;
      let end = first;
      while (end < all.length && (all.timeS[end] as number) <= to) end++;
      return new Blob([...shivizChunks(all, first, end)], { type: 'text/plain' });
    },
  };
}

function toldOf({ name, hosts, found, holes, faults, unreadLines }: ImportedExecution): OpenedExecution {
  return {
    name,
    hosts: hosts.length,
    events: found,
    holes: holes.map(
      ({ host, from, to, line }) => `${host}: ${from === to ? String(from) : `${String(from)}–${String(to)}`} (line ${String(line)})`,
    ),
    faults: faults.map((fault) => faultText(fault)),
    unreadLines: unreadLines.length,
  };
}
