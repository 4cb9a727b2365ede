/**
 * Everything that a person can do to the live run, and what the page keeps of it so that a worker's death loses nothing:
 * the scenario and the interventions recorded since. The run itself lives in the worker.
 */
import type { Frame } from '../../worker/frame.ts';
import { presetNamed } from '../../lab/scenario/presets.ts';
import { parameterAt, parameters } from '../../lab/scenario/parameters.ts';
import type { Action, Intervention, Scenario } from '../../lab/scenario/schema.ts';
import { setParameter } from '../../lab/scenario/set.ts';
import { faultText } from '../../lab/scenario/fault.ts';
import { assert } from '../../base/assert.ts';
import { onAct, startFrameLoop } from '../frame-loop.ts';
import { noteChange } from '../store/changes.ts';
import { currentFrame, liveStore, setCurrentFrame } from '../store/live.ts';
import { notify } from '../store/notices.ts';
import { series } from '../store/series.ts';
import { withAgents, withOscillators, type Fitted } from './fit-scenario.ts';
import { forgetFrames, pullFrame, pullSoon } from './frames.ts';
import { ask, ignoreLost, openLink, tell } from './link.ts';
import { followPast, forgetPast, haveSwapped } from './past.ts';
import { followParts, followTheory } from './theory.ts';
import { mergeInterventions, valuesAt, withSettings } from './values.ts';
import { followViolations } from './violations.ts';

export interface StartRequest {
  readonly scenario: Scenario;
  readonly preset: string | undefined;
  readonly playing: boolean;
  /** Only to bring a lost run back: the time that it had reached. */
  readonly replayToS?: number;
}

/** Opens the worker, starts the first run and the animation frame. Called once. */
export function openSession(first: StartRequest): void {
  openLink(onLost);
  onAct((nowMs) => {
    pullFrame(nowMs, onFrame);
  });
  startFrameLoop();
  startRun(first);
  followTheory();
}

let wanted: StartRequest | undefined;
let starting = false;
let recorded: readonly Intervention[] = [];
let fetchingRecorded = false;
/** Of the run's branches the one that `recorded` is of. */
let branch = 0;
/** Time of the newest frame. */
let seenS = 0;

/** Starts a run in place of the one before. Of several requests while a run is being made the last one counts. */
export function startRun(request: StartRequest): void {
  wanted = request;
  if (!starting) startWanted().catch(ignoreLost);
}

/** A worker that dies of one request is no reason not to meet the next. */
async function startWanted(): Promise<void> {
  starting = true;
  try {
    while (wanted !== undefined) {
      const request = wanted;
      wanted = undefined;
      if (liveStore.getState().phase === 'lost') openLink(onLost);
      await startOne(request).catch(ignoreLost);
    }
  } finally {
    starting = false;
  }
}

async function startOne({ scenario, preset, playing, replayToS = 0 }: StartRequest): Promise<void> {
  const generation = liveStore.getState().generation + 1;
  recorded = [];
  branch = 0;
  forgetPast();
  settings.clear();
  seenS = replayToS;
  series.restart(generation);
  setCurrentFrame(undefined);
  liveStore.setState({
    phase: 'starting',
    loss: undefined,
    generation,
    scenario,
    preset,
    playing,
    interventions: scenario.interventions,
    now: valuesAt(scenario, scenario.interventions, replayToS),
    partitioned: false,
    inPast: false,
    left: undefined,
    exporting: undefined,
  });
  const { speed } = liveStore.getState();
  const started = await ask(async (api) => api.start(scenario, { generation, playing, speed, replayToS }));
  if (!started.ok) {
    liveStore.setState({ phase: 'refused', loss: started.error });
    return;
  }
  const shown = started.value;
  liveStore.setState({ phase: replayToS > 0 ? 'replaying' : 'ready', shown });
  pullSoon();
  sendSettings();
}

function onFrame(frame: Frame): void {
  const { phase, partitioned, inPast } = liveStore.getState();
  if (phase === 'replaying' && Number.isNaN(frame.replayToS)) liveStore.setState({ phase: 'ready' });
  if (partitioned !== frame.partitioned) liveStore.setState({ partitioned: frame.partitioned });
  const isOther = frame.branch !== branch;
  if (isOther || frame.recorded !== recorded.length) fetchRecorded(frame);
  followPast(frame);
  followViolations(frame);
  followParts(frame);
  // Settings that are made on the way again, or by the scenario itself, move the controls too. What a person does at the end of a run they
  // show already: it is told here only when the controls may be further.
  const { scenario, interventions, now } = liveStore.getState();
  const again = inPast || phase === 'replaying' ? interventions : scenario.interventions;
  const isBack = frame.timeS < seenS;
  const next = isBack ? valuesAt(scenario, interventions, frame.timeS) : isOther ? now : withSettings(now, again, seenS, frame.timeS);
  if (next !== now) liveStore.setState({ now: next });
  seenS = frame.timeS;
}

function fetchRecorded(frame: Frame): void {
  if (fetchingRecorded) return;
  fetchingRecorded = true;
  const { generation, branch: itsBranch } = frame;
  const known = itsBranch === branch ? recorded : [];
  ask((api) => api.recorded(known.length))
    .then((more) => {
      if (generation !== liveStore.getState().generation) return;
      recorded = [...known, ...more];
      branch = itsBranch;
      const { scenario } = liveStore.getState();
      liveStore.setState({ interventions: mergeInterventions(scenario.interventions, recorded) });
      if (haveSwapped()) showAsSeen();
    })
    .catch(ignoreLost)
    .finally(() => {
      fetchingRecorded = false;
    });
}

/** The controls as the run is at the moment that is shown. */
function showAsSeen(): void {
  const { scenario, interventions } = liveStore.getState();
  liveStore.setState({ now: valuesAt(scenario, interventions, seenS) });
}

export function setPlaying(playing: boolean): void {
  liveStore.setState({ playing });
  tell((api) => api.play(playing));
  pullSoon();
}

/** Pauses and takes one integration step. */
export function stepOnce(): void {
  liveStore.setState({ playing: false });
  tell((api) => api.step());
  pullSoon();
}

export function setSpeed(speed: number): void {
  liveStore.setState({ speed });
  // Without a run there is nobody to tell: the next one is started with it.
  if (liveStore.getState().phase !== 'refused') tell((api) => api.setSpeed(speed));
}

/** Does something to the run at its next step boundary. */
export function act(action: Action): void {
  ask(async (api) => api.intervene(action))
    .then((taken) => {
      if (!taken.ok) {
        notify('danger', 'The run did not take that', [faultText(taken.error, action.do)]);
        showAsSeen();
      }
      pullSoon();
    })
    .catch(ignoreLost);
}

/** The settings made while a run is being made, by path: they are sent as soon as it is there. */
const settings = new Map<string, number | string | boolean>();

/** A drag makes many settings; the run takes and records the last one before each of its steps. */
function sendSettings(): void {
  if (liveStore.getState().phase !== 'ready') return;
  for (const [path, value] of settings) act({ do: 'set', path, value });
  settings.clear();
}

/** Changes a parameter: on the running lab where it may change on the way, else by a new run with the rest kept. */
export function setValue(path: string, value: number | string | boolean): void {
  const { now } = liveStore.getState();
  if (path === parameters.agents.path && typeof value === 'number') return restartFitted((scenario) => withAgents(scenario, value));
  if (path === parameters.oscillators.path && typeof value === 'number')
    return restartFitted((scenario) => withOscillators(scenario, value));
  const next = setParameter(now, path, value);
  if (!next.ok) {
    notify(
      'danger',
      'That value is not allowed',
      next.error.map((fault) => faultText(fault)),
    );
    return;
  }
  note({ ...next.value, interventions: liveStore.getState().scenario.interventions });
  if (parameterAt(path)?.live === true) setOnTheWay(path, value);
  else restart(next.value);
}

/** Changes a parameter that may change while the run goes on. */
export function setOnTheWay(path: string, value: number | string | boolean): void {
  const next = setParameter(liveStore.getState().now, path, value);
  assert(next.ok, `a value for ${path} that was allowed before`);
  liveStore.setState({ now: next.value });
  settings.set(path, value);
  sendSettings();
}

/** So that it can be taken back. */
function note(after: Scenario): void {
  const { now, scenario } = liveStore.getState();
  const { interventions } = scenario;
  noteChange({ ...now, interventions }, after, performance.now());
}

/** Starts the same run again, from time 0, with the parameters as they are now. */
export function resetRun(): void {
  restart(liveStore.getState().now);
}

function restartFitted(fit: (scenario: Scenario) => Fitted): void {
  const { now, scenario } = liveStore.getState();
  const fitted = fit({ ...now, interventions: scenario.interventions });
  for (const change of fitted.changes) notify('good', change);
  note(fitted.scenario);
  const { preset, playing } = liveStore.getState();
  startRun({ scenario: fitted.scenario, preset, playing });
}

function restart(values: Scenario): void {
  const { scenario, preset, playing } = liveStore.getState();
  startRun({ scenario: { ...values, interventions: scenario.interventions }, preset, playing });
}

export function startPreset(name: string): void {
  const preset = presetNamed(name);
  if (preset !== undefined) startRun({ scenario: preset.scenario, preset: name, playing: liveStore.getState().playing });
}

function onLost(what: string): void {
  forgetFrames();
  fetchingRecorded = false;
  liveStore.setState({ phase: 'lost', loss: what, exporting: undefined });
}

/** The time that a lost run had reached as far as the page was told; of one that was on its way to a moment, that moment. */
export function reachedS(): number {
  const { timeS = seenS, replayToS = NaN } = currentFrame() ?? {};
  return Number.isNaN(replayToS) ? timeS : replayToS;
}

/** Runs the recorded scenario in a fresh worker to the time that was reached: bit for bit what was lost. */
export function recoverRun(): void {
  const { scenario, interventions, preset, playing } = liveStore.getState();
  startRun({ scenario: { ...scenario, interventions: [...interventions] }, preset, playing, replayToS: reachedS() });
}
