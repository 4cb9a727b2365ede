/** What the page may ask of the worker that carries the live run, and what it gets. */
import type { Result } from '../base/result.ts';
import type { AgentDetail, Violation } from '../lab/run/types.ts';
import type { Fault } from '../lab/scenario/fault.ts';
import type { Action, Intervention, Scenario } from '../lab/scenario/schema.ts';
import type { EventColumns } from '../lab/trace/types.ts';
import type { Parts, Prediction } from '../lab/theory/types.ts';

export type { Violation } from '../lab/run/types.ts';
export type { Answer, Parts, Prediction } from '../lab/theory/types.ts';

/** Both of shape [shown], in the order of a frame's phases. Fixed while a run lasts. */
export interface ShownOscillators {
  /** The agent that hosts the oscillator. */
  readonly agent: Uint8Array;
  /** Natural frequency, rad/s. */
  readonly frequencyRadS: Float32Array;
}

export interface StartOptions {
  /** Names the run: every frame of it carries this number. */
  readonly generation: number;
  readonly playing: boolean;
  /** Simulated seconds per real second. */
  readonly speed: number;
  /** Runs to this time as fast as it can before it keeps to the speed: how a lost run is brought back. */
  readonly replayToS?: number;
}

export interface RowsKnown {
  readonly generation: number;
  /** Of the run's branches: see `Frame.branch`. */
  readonly branch: number;
  readonly rows: number;
}

/** Told while a long export goes on, from 0 to 1. */
export type OnProgress = (share: number) => void;

export interface ReadScenario {
  readonly scenario: Scenario;
  /** What the hash chain says of the samples beside it: a sentence for each thing that was changed. Undefined without a chain. */
  readonly record: { readonly blocks: number; readonly root: string; readonly faults: readonly string[] } | undefined;
}

/** Every call is answered between two slices of work (about 8 ms), whatever the size of the run. */
export interface LiveApi {
  /** Begins a run in place of the one before. Fails with a message for people where this browser or its memory cannot carry it. */
  start(scenario: Scenario, options: StartOptions): Result<ShownOscillators, string>;
  /** Fills the buffer with the state of now and hands it back. */
  frame(buffer: ArrayBuffer, known: RowsKnown): ArrayBuffer;
  play(playing: boolean): void;
  setSpeed(speed: number): void;
  /** Runs to this time as fast as it can, where it is not there already. */
  replayTo(timeS: number): void;
  /** Pauses and takes one integration step. */
  step(): void;
  /**
   * Pauses and goes to a moment of this run, no later than how far it has come; frames tell how far it is until then (`replayToS`). From
   * there it goes through the same again, to the last bit, until something is done to it: then that is another branch.
   * Returns what was asked for at a moment before, and will not be done, since it was not there yet.
   */
  goTo(timeS: number): readonly Action[];
  /** Goes to the end of the branch that was left last; the present one is the other one then. Returns the same. */
  swapBranches(): readonly Action[];
  /** Takes effect at the next step boundary. Of several `set` of one path before that boundary the last one counts. */
  intervene(action: Action): Result<null, Fault>;
  /** One agent, looked into. */
  inspect(agent: number): AgentDetail;
  /** What was recorded on the way, from the given place on; how many there are is told by every frame. */
  recorded(from: number): readonly Intervention[];
  /** The first that each of the observer's checks found that must never happen; how many there are is told by every frame. */
  violations(): readonly Violation[];
  /** Events from this one on, at most so many; undefined once the run has made more than are kept. */
  events(from: number, maxEvents: number): EventColumns | undefined;
  /** What theory says of such a field; needs no run. */
  theory(scenario: Scenario, parts: Parts): Prediction;
  /** `timeseries.csv` of the run so far. Fails, as `exportZip`, with why there is no room for it. */
  exportCsv(onProgress: OnProgress): Promise<Result<Blob, string>>;
  /** All files of the run so far in one zip. */
  exportZip(onProgress: OnProgress): Promise<Result<Blob, string>>;
  /** The scenario in a file that a person chose: a scenario document, a `run.json`, or the zip of a run. */
  readFile(file: Blob): Promise<Result<ReadScenario, readonly Fault[]>>;
}
