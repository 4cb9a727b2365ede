/**
 * The live run: one laboratory that is advanced in short slices between which every request is answered, at a given
 * multiple of real time, until it is paused. Knows no Comlink and no worker: `LiveHost` is all that it needs.
 */
import { assert } from '../base/assert.ts';
import { rememberAll } from '../base/remember.ts';
import { failure, success, type Result } from '../base/result.ts';
import { createRun } from '../lab/run/run.ts';
import { createTimeline, type Timeline } from '../lab/run/timeline.ts';
import type { Run } from '../lab/run/types.ts';
import type { Fault } from '../lab/scenario/fault.ts';
import { interventionFaults } from '../lab/scenario/rules.ts';
import type { Action, Intervention, Scenario } from '../lab/scenario/schema.ts';
import { predict } from '../lab/theory/prediction.ts';
import { exportRun, exportTimeseries } from './export.ts';
import { createFlightRecorder, type FlightRecorder } from './flights.ts';
import { shownCount, shownOscillator, writeFrame } from './frame.ts';
import type { LiveApi, ShownOscillators, StartOptions } from './live-api.ts';
import { createPace, type Pace } from './pace.ts';
import { readScenarioFile } from './read-file.ts';

/** What a live run needs of the place it runs in. */
export interface LiveHost {
  nowMs(): number;
  /** Runs the task after whatever waits already, at once. */
  soon(task: () => void): void;
  later(task: () => void, delayMs: number): void;
  /** Engine and system, for the record of a run. */
  readonly where: Readonly<Record<string, string>>;
}

/** Bounds how long a request waits: with a step of a million oscillators in it, still well below 100 ms. */
const sliceMs = 8;
/** How far back one can go without going through the run from its start. */
const reachS = 600;
/** Of the paper's mesh a state takes 3 MB, and going through the 25 s between two of them some tenths of a second. */
const maxCheckpoints = 24;
const minCheckpoints = 4;
/** What the states of a very large field may take altogether. */
const checkpointBytes = 256_000_000;
const bytesAnOscillator = 12;

/** Even when nothing is owed for long, look again: a new speed or a debt may have come. */
const maxSleepMs = 50;

type SetAction = Extract<Action, { do: 'set' }>;

interface Live {
  readonly run: Run;
  readonly timeline: Timeline;
  readonly flights: FlightRecorder;
  readonly scenario: Scenario;
  readonly generation: number;
  readonly pace: Pace;
  readonly beganMs: number;
  /** Steps to hurry to; a replay is over when they are done. */
  replaySteps: number;
  /** What was asked for on the way to a moment: it is done there. */
  readonly awaited: Action[];
  /** Of several settings of one path before the next step boundary the last one counts. */
  readonly settings: Map<string, SetAction>;
  playing: boolean;
  speed: number;
  msPerStep: number;
}

export function createLive(host: LiveHost): LiveApi {
  let live: Live | undefined;
  let scheduled = false;
  /** An export reads the run piece by piece: meanwhile it stands still. */
  let exports = 0;

  const busy = (l: Live): boolean => exports === 0 && (l.playing || isReplaying(l));

  function wake(): void {
    if (scheduled || live === undefined || !busy(live)) return;
    scheduled = true;
    host.soon(slice);
  }

  function slice(): void {
    scheduled = false;
    if (live === undefined || !busy(live)) return;
    workFor(live, host, sliceMs);
    scheduled = true;
    const sleepMs = isReplaying(live) ? 0 : Math.min(maxSleepMs, live.pace.untilDueMs(live.speed));
    if (sleepMs < 1) host.soon(slice);
    else host.later(slice, sleepMs);
  }

  function current(): Live {
    assert(live !== undefined, 'a run that was started before anything is asked of it');
    return live;
  }

  async function holdStill<T>(work: (l: Live) => Promise<T>): Promise<T> {
    const l = current();
    applySettings(l);
    exports++;
    try {
      return await work(l);
    } finally {
      exports--;
      l.pace.restart(host.nowMs());
      wake();
    }
  }

  function travel(l: Live, go: (l: Live) => number): void {
    if (exports > 0 || isRecovering(l)) return;
    if (!isReplaying(l)) applySettings(l);
    l.awaited.length = 0;
    l.playing = false;
    l.replaySteps = go(l);
    wake();
  }

  return {
    start(scenario, options) {
      live = undefined;
      const begun = begin(scenario, options, host.nowMs());
      if (!begun.ok) return begun;
      live = begun.value;
      wake();
      return success(shownOscillators(live.run));
    },
    frame(buffer, known) {
      const l = current();
      writeFrame(buffer, {
        generation: l.generation,
        playing: l.playing,
        speedWanted: l.speed,
        speedReached: l.playing ? l.pace.reached(host.nowMs()) : NaN,
        snapshot: l.run.snapshot(),
        field: l.run.field,
        timeseries: l.run.timeseries,
        agentSamples: l.run.agentSamples,
        rowsKnown: known.generation === l.generation ? l.timeline.rowsInCommon(known.branch, known.rows) : 0,
        recorded: l.run.script.deeds.length - l.scenario.interventions.length,
        ...timesOf(l),
        replayToS: isReplaying(l) ? l.replaySteps * l.scenario.stepS : NaN,
        smoothS: smoothS(l, host.nowMs()),
        flights: l.flights,
      });
      return buffer;
    },
    play(playing) {
      const l = current();
      if (playing && !l.playing) l.pace.restart(host.nowMs());
      l.playing = playing;
      wake();
    },
    setSpeed(speed) {
      current().speed = speed;
      wake();
    },
    replayTo(timeS) {
      const l = current();
      l.replaySteps = Math.round(timeS / l.scenario.stepS);
      wake();
    },
    step() {
      const l = current();
      l.playing = false;
      if (exports > 0 || isReplaying(l)) return;
      applySettings(l);
      l.run.advance(1);
      l.timeline.note();
    },
    goTo(timeS) {
      travel(current(), (l) => l.timeline.goTo(Math.round(timeS / l.scenario.stepS)));
    },
    swapBranches() {
      travel(current(), (l) => l.timeline.swap());
    },
    intervene(action) {
      const l = current();
      if (exports > 0 || isRecovering(l)) return failure(notNow);
      const [fault] = interventionFaults({ atS: 0, ...action }, l.scenario.mesh.agents);
      if (fault !== undefined) return failure(fault);
      if (!isReplaying(l)) return take(l, action);
      l.awaited.push(action);
      return success(null);
    },
    inspect: (agent) => current().run.inspect(agent),
    recorded: (from) => recordedOf(current()).slice(from),
    violations: () => firstOfEach(current().run.violations),
    events: (from, maxEvents) => current().run.eventColumns(from, maxEvents),
    theory: predict,
    exportCsv: (onProgress) => holdStill((l) => exportTimeseries(l.run, host, onProgress)),
    exportZip: (onProgress) =>
      holdStill((l) => {
        const circumstances = { wallTimeS: (host.nowMs() - l.beganMs) / 1_000, where: host.where, interrupted: false };
        return exportRun(l.run, circumstances, host, onProgress);
      }),
    readFile: readScenarioFile,
  };
}

const notNow: Fault = { path: '', found: 'a run that stands still or catches up', allowed: 'changes as soon as it goes on' };

function begin(scenario: Scenario, options: StartOptions, nowMs: number): Result<Live, string> {
  const pace = createPace(scenario.stepS);
  pace.restart(nowMs);
  const flights = createFlightRecorder();
  const run = makeRun(scenario, flights);
  if (!run.ok) return run;
  const timeline = createTimeline(run.value, scenario.stepS, {
    reachS,
    checkpoints: checkpointsOf(scenario),
    remember: () => rememberAll(run.value, flights),
  });
  return success({
    run: run.value,
    timeline,
    flights,
    scenario,
    generation: options.generation,
    pace,
    beganMs: nowMs,
    replaySteps: Math.round((options.replayToS ?? 0) / scenario.stepS),
    awaited: [],
    settings: new Map(),
    playing: options.playing,
    speed: options.speed,
    msPerStep: 0,
  });
}

/** A sound scenario fails to start for one reason: what the place cannot do (no SIMD, too little memory), which the message says. */
function makeRun(scenario: Scenario, { watch }: FlightRecorder): Result<Run, string> {
  try {
    return success(createRun(scenario, { watch }));
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error));
  }
}

/** A step behind, so that all that happens within the step is known; a run that stands still is shown where it stands. */
function smoothS({ run, pace, playing, speed, scenario: { stepS } }: Live, nowMs: number): number {
  return playing ? Math.max(0, run.timeS - stepS + Math.min(stepS, pace.owedS(nowMs, speed))) : run.timeS;
}

function checkpointsOf({ field }: Scenario): number {
  const affordable = Math.floor(checkpointBytes / (bytesAnOscillator * field.oscillators));
  return Math.max(minCheckpoints, Math.min(maxCheckpoints, affordable));
}

function timesOf({ timeline, scenario: { stepS } }: Live) {
  const { branch, headStep, other } = timeline;
  return { branch, headS: headStep * stepS, otherFromS: (other?.forkStep ?? NaN) * stepS, otherToS: (other?.headStep ?? NaN) * stepS };
}

function isReplaying(l: Live): boolean {
  return l.run.stepsDone < l.replaySteps;
}

/** Goes where it has never been: a run that was lost is brought back. */
function isRecovering(l: Live): boolean {
  return l.timeline.headStep < l.replaySteps;
}

function recordedOf({ run }: Live): readonly Intervention[] {
  return run.script.deeds.flatMap(({ isOwn, intervention }) => (isOwn ? [] : [intervention]));
}

/** Advances the run by what is owed, or as far as the time allows: at least one step when one is owed. */
function workFor(l: Live, host: LiveHost, budgetMs: number): void {
  applySettings(l);
  const beganMs = host.nowMs();
  const replaying = isReplaying(l);
  let steps = replaying ? l.replaySteps - l.run.stepsDone : l.pace.stepsDue(beganMs, l.speed);
  for (let spentMs = 0; steps > 0 && spentMs < budgetMs;) {
    const affordable = l.msPerStep > 0 ? Math.floor((budgetMs - spentMs) / l.msPerStep) : 1;
    const chunk = Math.min(steps, Math.max(1, affordable));
    l.run.advance(chunk);
    l.timeline.note();
    if (!replaying) l.pace.paid(chunk);
    steps -= chunk;
    const nextMs = host.nowMs() - beganMs;
    l.msPerStep = (nextMs - spentMs) / chunk;
    spentMs = nextMs;
  }
  if (!replaying || isReplaying(l)) return;
  for (const action of l.awaited.splice(0)) take(l, action);
  l.pace.restart(host.nowMs());
}

function take(l: Live, action: Action): Result<null, Fault> {
  if (action.do === 'set') {
    l.settings.set(action.path, action);
    return success(null);
  }
  const taken = l.timeline.intervene(action);
  return taken.ok ? success(null) : taken;
}

function applySettings(l: Live): void {
  for (const setting of l.settings.values()) {
    assert(l.timeline.intervene(setting).ok, `a checked setting of ${setting.path} is taken`);
  }
  l.settings.clear();
}

function firstOfEach(violations: Run['violations']): Run['violations'] {
  const firsts = new Map<string, Run['violations'][number]>();
  for (const violation of violations) if (!firsts.has(violation.check)) firsts.set(violation.check, violation);
  return [...firsts.values()];
}

function shownOscillators(run: Run): ShownOscillators {
  const { oscillators, frequencyRadS, agentStart } = run.field;
  const shown = shownCount(oscillators);
  const agent = new Uint8Array(shown);
  const frequency = new Float32Array(shown);
  let host = 0;
  for (let k = 0; k < shown; k++) {
    const oscillator = shownOscillator(k, oscillators);
    while (oscillator >= (agentStart[host + 1] as number)) host++;
    agent[k] = host;
    frequency[k] = frequencyRadS[oscillator] as number;
  }
  return { agent, frequencyRadS: frequency };
}
