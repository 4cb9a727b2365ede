/** What a live run consists of, and how it begins. */
import { rememberAll } from '../base/remember.ts';
import { failure, success, type Result } from '../base/result.ts';
import { createRun } from '../lab/run/run.ts';
import { createTimeline, type Timeline } from '../lab/run/timeline.ts';
import type { Run } from '../lab/run/types.ts';
import type { Action, Scenario } from '../lab/scenario/schema.ts';
import { createFlightRecorder, type FlightRecorder } from './flights.ts';
import type { StartOptions } from './live-api.ts';
import { createPace, type Pace } from './pace.ts';

/** How far back one can go without going through the run from its start. */
const reachS = 600;
/** Of the paper's mesh a state takes 3 MB, and going through the 25 s between two of them some tenths of a second. */
const maxCheckpoints = 24;
const minCheckpoints = 4;
/** What the states of a very large field may take altogether. */
const checkpointBytes = 256_000_000;
const bytesAnOscillator = 12;

type SetAction = Extract<Action, { do: 'set' }>;

export interface Live {
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
  /** An export reads the run piece by piece: while there are any it stands still. */
  exports: number;
  playing: boolean;
  speed: number;
  msPerStep: number;
}

export function begin(scenario: Scenario, options: StartOptions, nowMs: number): Result<Live, string> {
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
    exports: 0,
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

function checkpointsOf({ field }: Scenario): number {
  const affordable = Math.floor(checkpointBytes / (bytesAnOscillator * field.oscillators));
  return Math.max(minCheckpoints, Math.min(maxCheckpoints, affordable));
}
