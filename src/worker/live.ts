/**
 * The live run: one laboratory that is advanced in short slices between which every request is answered, at a given
 * multiple of real time, until it is paused. Knows no Comlink and no worker: `LiveHost` is all that it needs.
 */
import { assert } from '../base/assert.ts';
import { failure, success, type Result } from '../base/result.ts';
import type { Fault } from '../lab/scenario/fault.ts';
import type { Action } from '../lab/scenario/schema.ts';
import { interventionFaults } from '../lab/scenario/rules.ts';
import { predict } from '../lab/theory/prediction.ts';
import { exportRun, exportTimeseries } from './export.ts';
import { writeFrame } from './frame.ts';
import type { LiveApi } from './live-api.ts';
import { firstOfEach, recordedOf, shownOscillators, smoothS, timesOf } from './live-look.ts';
import { begin, type Live } from './live-state.ts';
import { applySettings, isRecovering, isReplaying, take, takeThere, workFor } from './live-work.ts';
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

/** Even when nothing is owed for long, look again: a new speed or a debt may have come. */
const maxSleepMs = 50;

export function createLive(host: LiveHost): LiveApi {
  let live: Live | undefined;
  let scheduled = false;

  const busy = (l: Live): boolean => l.exports === 0 && (l.playing || isReplaying(l));

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

  /** Fails where the file is larger than a zip or the memory can hold: the run goes on all the same. */
  async function holdStill(work: (l: Live) => Promise<Blob>): Promise<Result<Blob, string>> {
    const l = current();
    applySettings(l);
    l.exports++;
    try {
      return success(await work(l));
    } catch (error) {
      if (error instanceof RangeError) return failure(error.message);
      throw error;
    } finally {
      l.exports--;
      l.pace.restart(host.nowMs());
      wake();
    }
  }

  /** Returns what was to be done at the moment that it was on its way to. */
  function travel(l: Live, go: (l: Live) => number): readonly Action[] {
    if (l.exports > 0 || isRecovering(l)) return [];
    if (!isReplaying(l)) applySettings(l);
    const undone = l.awaited.splice(0);
    l.playing = false;
    l.replaySteps = go(l);
    wake();
    return undone;
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
      if (l.exports > 0 || isReplaying(l)) return;
      applySettings(l);
      l.run.advance(1);
      l.timeline.note();
    },
    goTo: (timeS) => travel(current(), (l) => l.timeline.goTo(Math.round(timeS / l.scenario.stepS))),
    swapBranches: () => travel(current(), (l) => l.timeline.swap()),
    intervene(action) {
      const l = current();
      if (l.exports > 0 || isRecovering(l)) return failure(notNow);
      const [fault] = interventionFaults({ atS: 0, ...action }, l.scenario.mesh.agents);
      if (fault !== undefined) return failure(fault);
      return isReplaying(l) ? takeThere(l, action) : take(l, action);
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
