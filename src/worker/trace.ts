/** The histories that the page looks at: of runs, fed as they go, and those of a log. Knows no worker. */
import { success } from '../base/result.ts';
import { divergenceOf } from '../lab/trace/divergence.ts';
import { tone } from '../lab/trace/cone.ts';
import { cutAt, nearestConsistent, offendingReceipts, stateAt } from '../lab/trace/cut.ts';
import { broadcastOf, findPatterns } from '../lab/trace/patterns.ts';
import { cutSpans } from '../lab/trace/spans.ts';
import { eventClass, type Axis } from '../lab/trace/types.ts';
import { lookAt } from '../lab/trace/window.ts';
import type { ImportedExecution, ImportedLog } from '../lab/import/shiviz.ts';
import { ballotText, findEvents } from '../lab/trace/search.ts';
import { faultText } from '../lab/scenario/fault.ts';
import type { LogReader } from './log-reader.ts';
import type { EventDetails, Findings, OpenedExecution, RunSource, Source, TraceApi } from './trace-api.ts';
import { exportEvents } from './trace-export.ts';
import { logSubject, runSubject, type RunSubject, type Subject } from './trace-subject.ts';

const mostOffending = 2_000;
const mostPatterns = 200;
const mostFindings = 20;
/** More labels than this have no room. */
const mostTexts = 150;

export function createTraces(reader: LogReader): TraceApi {
  const runs: Record<RunSource, RunSubject> = { live: runSubject(0), other: runSubject(0) };
  let log: ImportedLog | undefined;
  let logs: readonly Subject[] = [];

  /** A log may just have been replaced by one of fewer executions. */
  const subjectOf = (source: Source): Subject => (typeof source === 'number' ? (logs[source] ?? runs.live) : runs[source]);

  return {
    begin(run, agents) {
      runs[run] = runSubject(agents);
    },
    append(run, batch) {
      runs[run].history.append(batch);
      return runs[run].history.length;
    },
    interventions(run, list) {
      runs[run].setCuts(cutSpans(list, runs[run].events().names.length));
    },
    violations(run, list) {
      runs[run].setViolations(list);
    },
    previewLog: async (file, options) => reader.preview(file, options),
    async openLog(file, options) {
      const read = await reader.read(file, options);
      if (!read.ok) return read;
      log = read.value;
      logs = log.executions.map(logSubject);
      const { parser, delimiter, executions } = log;
      return success({ parser, delimiter, executions: executions.map(toldOf) });
    },
    textOf(source) {
      const { names, kinds } = subjectOf(source).events();
      return { names, kinds };
    },
    look(source, axis, { words, filter, ...query }) {
      const subject = subjectOf(source);
      const all = subject.events();
      const order = subject.orderAlong(axis);
      const view = lookAt(all, order, { ...query, filter: { ...filter, only: subject.mask(words) } });
      const { tones } = subject.cone() ?? {};
      return {
        extent: { length: all.length, from: order.from, to: order.to },
        view,
        tones: tones && view.told && Uint8Array.from(view.told.event, (event) => tones[event] as number),
        causeTones: tones && view.told && Uint8Array.from(view.told.event, (event) => tones[all.cause[event] as number] ?? tone.concurrent),
        texts:
          subject.execution !== undefined && view.told !== undefined && view.told.event.length <= mostTexts
            ? Array.from(view.told.event, subject.textOf)
            : undefined,
        outages: subject.outages(),
        cuts: subject.cuts(),
        holes: subject.holes(axis),
        violations: subject.violations(axis),
      };
    },
    choose(source, event, axis) {
      const subject = subjectOf(source);
      return subject.choose(event) === undefined ? undefined : detailsOf(subject, axis, log?.fields ?? []);
    },
    neighbour(source, event, direction) {
      const { length, previous, agent, kind, classes } = subjectOf(source).events();
      if (direction < 0) return (previous[event] ?? -1) < 0 ? event : (previous[event] as number);
      for (let next = event + 1; next < length; next++) {
        if (agent[next] === agent[event] && classes[kind[next] as number] !== eventClass.lose) return next;
      }
      return event;
    },
    judgeCut(source, axis, upTo) {
      const subject = subjectOf(source);
      const all = subject.events();
      const { values } = subject.orderAlong(axis);
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
    snapCut(source, axis, upTo) {
      const subject = subjectOf(source);
      const all = subject.events();
      const { values, from } = subject.orderAlong(axis);
      const cut = cutAt(all, values, upTo);
      const { cut: snapped } = nearestConsistent(all, cut);
      return Float64Array.from(snapped, (event, agent) => {
        if (event === cut[agent]) return upTo[agent] as number;
        return event < 0 ? from - 1e-9 : (values[event] as number);
      });
    },
    find(source, axis, query) {
      const subject = subjectOf(source);
      const { values } = subject.orderAlong(axis);
      const event = findEvents(subject.events(), query, subject.textOf);
      return { event, x: Float64Array.from(event, (one) => values[one] as number) };
    },
    patterns(source, axis) {
      const subject = subjectOf(source);
      const { values } = subject.orderAlong(axis);
      const { rounds, duels } = findPatterns(subject.events());
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
    diverge(axis, one, other) {
      const subjects = [subjectOf(one), subjectOf(other)] as const;
      const compared = subjects.map((subject) => subject.compared(axis)) as [
        ReturnType<Subject['compared']>,
        ReturnType<Subject['compared']>,
      ];
      // Words are only needed where one of them has nothing else.
      const both = compared.some(({ textOf }) => textOf !== undefined)
        ? ([
            { ...compared[0], textOf: subjects[0].wordsOf },
            { ...compared[1], textOf: subjects[1].wordsOf },
          ] as const)
        : compared;
      const { partings, shared } = divergenceOf(both[0], both[1]);
      return {
        shared,
        partings: partings.map(({ agents, events }) => ({
          name: subjects[0].events().names[agents[0]] ?? '',
          agents,
          events,
          x: [valueAt(compared[0].values, events[0]), valueAt(compared[1].values, events[1])],
          texts: [wordsAt(subjects[0], events[0]), wordsAt(subjects[1], events[1])],
        })),
      };
    },
    exportEvents: (source, format, from, to) => exportEvents(subjectOf(source), log?.fields ?? [], format, from, to),
  };
}

function valueAt(values: ArrayLike<number>, event: number): number {
  return event < 0 ? NaN : (values[event] as number);
}

function wordsAt(subject: Subject, event: number): string {
  return event < 0 ? '' : subject.wordsOf(event);
}

function detailsOf(subject: Subject, axis: Axis, fields: readonly string[]): EventDetails | undefined {
  const cone = subject.cone();
  if (cone === undefined) return undefined;
  const { event, past, future, concurrent } = cone;
  const all = subject.events();
  const { heard, lost } = broadcastOf(all, event);
  const { text = '', values = [], line = 0 } = subject.execution?.events[event] ?? {};
  return {
    event,
    kind: all.kinds[all.kind[event] as number] ?? '',
    agent: all.agent[event] as number,
    x: subject.orderAlong(axis).values[event] as number,
    timeS: subject.execution === undefined ? (all.timeS[event] as number) : NaN,
    clock: all.clock[event] as number,
    depth: all.depth[event] as number,
    peer: all.peer[event] as number,
    token: all.token[event] as number,
    slot: all.slot[event] as number,
    ballot: ballotText(all.ballot[event] as number),
    cause: all.cause[event] as number,
    previous: all.previous[event] as number,
    heard,
    lost,
    text,
    fields:
      subject.execution === undefined ? [] : fields.map((name, i) => [name, values[i] ?? ''] as const).filter(([, value]) => value !== ''),
    line,
    past,
    future,
    concurrent,
  };
}

function toldOf({ name, hosts, found, holes, faults, unreadLines }: ImportedExecution): OpenedExecution {
  return {
    name,
    hosts: hosts.length,
    events: found,
    holes: findings(
      holes,
      ({ host, from, to, line }) => `${host}: ${from === to ? String(from) : `${String(from)}–${String(to)}`} (line ${String(line)})`,
    ),
    faults: findings(faults, (fault) => faultText(fault)),
    unreadLines: findings(unreadLines, (line) => `line ${String(line)}`),
  };
}

function findings<T>(list: readonly T[], textOf: (one: T) => string): Findings {
  return { count: list.length, first: list.slice(0, mostFindings).map(textOf) };
}
