/** What the view Inverse-RoPE is set to and what its worker last answered. The worker lives while the view is looked at. */
import * as Comlink from 'comlink';
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { RopeLaboratory } from '../../../lab/rope/laboratory.ts';
import type { CurvePoint, MeshRun, RopeLook, RopeSettings } from '../../../lab/rope/types.ts';
import { defaultsOf, type SettingsOf } from '../../../lab/scenario/parameter.ts';
import { ropeFaults, ropeParameters } from '../../../lab/scenario/parameters-rope.ts';
import type { PartitionShape } from '../../../lab/scenario/schema.ts';
import { keepInAddress, settingsByName, valuesByPath } from '../../session/bench-settings.ts';
import { spawnWorker } from '../../session/spawn-worker.ts';
import { currentFrame, liveStore } from '../../store/live.ts';

export interface RopeState {
  readonly settings: RopeSettings;
  readonly shape: PartitionShape;
  readonly cut: boolean;
  readonly playing: boolean;
  readonly look: RopeLook | undefined;
  /** The live run that the look was taken of, where the carriers share its mesh. */
  readonly run: MeshRun | undefined;
  readonly curve: readonly CurvePoint[];
  /** What the worker died of. */
  readonly loss: string | undefined;
}

const reducedMotion = (): boolean => typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Something was changed: it is looked at once more. */
let fresh = false;

const { shape: usualShape, ...usualSettings } = defaultsOf(ropeParameters);

const ropeStore = createStore<RopeState>(() => ({
  settings: { ...usualSettings, seed: 42 },
  shape: usualShape,
  cut: false,
  playing: !reducedMotion(),
  look: undefined,
  run: undefined,
  curve: [],
  loss: undefined,
}));

const tellAddress = keepInAddress({
  view: 'rope',
  parameters: Object.values(ropeParameters),
  faults: ropeFaults,
  values() {
    const { settings, shape } = ropeStore.getState();
    return Object.fromEntries(valuesByPath(ropeParameters, { ...settings, shape }));
  },
  open(values) {
    const { shape, ...settings } = settingsByName(ropeParameters, values) as SettingsOf<typeof ropeParameters>;
    ropeStore.setState({ settings: { ...settings, seed: ropeStore.getState().settings.seed }, shape, cut: false });
    fresh = true;
  },
});
ropeStore.subscribe((state, before) => {
  if (state.settings !== before.settings || state.shape !== before.shape) tellAddress();
});

export function useRope<T>(select: (state: RopeState) => T): T {
  return useStore(ropeStore, select);
}

/** Simulated seconds from one look to the next, and the real time between them: carriers run at twice the pace of life. */
const lookS = 0.5;
const lookEveryMs = 250;
/** Carriers that are behind the run whose mesh they share catch up in looks of about so long. */
const catchUpMs = 120;

/** Sizes of the phase error at which the curve of the error is measured, rad. */
const curveNoises: readonly number[] = Array.from({ length: 16 }, (_, i) => 0.1 * (i + 1));

interface Session {
  readonly api: Comlink.Remote<RopeLaboratory>;
  readonly stop: () => void;
}

let session: Session | undefined;
let curveKey = '';
/** Simulated seconds that a look may take to catch up. */
let catchUpS = 2;

/** Begins to look; the answer ends it. */
export function openRope(): () => void {
  const worker = spawnWorker('rope');
  const api = Comlink.wrap<RopeLaboratory>(worker);
  let closed = false;
  const stop = (): void => {
    closed = true;
    worker.terminate();
    if (session?.api === api) session = undefined;
  };
  worker.addEventListener('error', (event) => {
    ropeStore.setState({ loss: event.message === '' ? 'its program could not be loaded' : event.message });
    stop();
  });
  session = { api, stop };
  ropeStore.setState({ cut: false, loss: undefined, look: undefined, run: undefined, curve: [] });
  curveKey = '';
  fresh = true;
  const isClosed = (): boolean => closed;
  keepLooking(api, isClosed).catch((error: unknown) => {
    if (!isClosed()) ropeStore.setState({ loss: error instanceof Error ? error.message : String(error) });
  });
  return stop;
}

/** One question at a time; settings that change meanwhile are looked at next. */
async function keepLooking(api: Comlink.Remote<RopeLaboratory>, isClosed: () => boolean): Promise<void> {
  while (!isClosed()) {
    const beganMs = performance.now();
    const { settings, playing } = ropeStore.getState();
    const run = settings.source === 'mesh' ? meshRun() : undefined;
    const runs = isVisible() && (run === undefined ? playing && settings.source === 'carriers' : isElsewhere(run));
    if (fresh || runs) {
      fresh = false;
      const look = await api.look(settings, run === undefined ? (runs ? lookS : 0) : catchUpS, run);
      if (!isClosed()) ropeStore.setState({ look, run });
      if (run !== undefined) catchUpS = Math.min(30, Math.max(lookS, (catchUpS * catchUpMs) / (performance.now() - beganMs)));
    } else if (settings.source === 'exact' || settings.source === 'noisy') await measureCurve(api, settings, isClosed);
    const spentMs = performance.now() - beganMs;
    await new Promise((resolve) => setTimeout(resolve, runs ? Math.max(20, lookEveryMs - spentMs) : 30));
  }
}

const isVisible = (): boolean => document.visibilityState === 'visible';

/** The live run as its carriers need to know it. */
function meshRun(): MeshRun {
  const { generation, scenario, interventions } = liveStore.getState();
  const frame = currentFrame();
  const { coupling, noise } = scenario.field;
  const timeS = frame?.generation === generation ? frame.timeS : 0;
  return { generation, agents: scenario.mesh.agents, coupling, noise, interventions, timeS };
}

/** Whether the run has gone on since the last look, or back, or is another. */
function isElsewhere({ generation, timeS }: MeshRun): boolean {
  const { look, run } = ropeStore.getState();
  return generation !== run?.generation || Math.abs(timeS - (look?.timeS ?? 0)) > lookS / 5;
}

/** The next point of the curve, where there is one that is not measured yet. */
async function measureCurve(api: Comlink.Remote<RopeLaboratory>, settings: RopeSettings, isClosed: () => boolean): Promise<void> {
  const { dimension, base, span, seed } = settings;
  const key = [dimension, base, span, seed].join();
  if (key !== curveKey) {
    curveKey = key;
    ropeStore.setState({ curve: [] });
  }
  const { curve } = ropeStore.getState();
  const phaseNoiseRad = curveNoises[curve.length];
  if (phaseNoiseRad === undefined) return;
  const point = await api.curvePoint(settings, phaseNoiseRad);
  if (!isClosed() && curveKey === key) ropeStore.setState({ curve: [...curve, point] });
}

export function setRope(change: Partial<RopeSettings>): void {
  ropeStore.setState(({ settings, cut, run }) => {
    // Other carriers begin whole.
    const remade = Object.keys(change).some((key) => !['source', 'coupling', 'noise', 'agent', 'phaseNoiseRad'].includes(key));
    const next = { ...settings, ...change };
    return { settings: { ...next, agent: Math.min(next.agent, (run?.agents ?? next.agents) - 1) }, cut: cut && !remade };
  });
  fresh = true;
}

export function setShape(shape: PartitionShape): void {
  ropeStore.setState({ shape });
}

export function setRopePlaying(playing: boolean): void {
  ropeStore.setState({ playing });
}

export function cutCarriers(): void {
  ropeStore.setState({ cut: true });
  ask((api) => api.partition(ropeStore.getState().shape));
}

export function healCarriers(): void {
  ropeStore.setState({ cut: false });
  ask((api) => api.heal());
}

export function restartCarriers(): void {
  ropeStore.setState({ cut: false });
  ask((api) => api.restart());
}

function ask(question: (api: Comlink.Remote<RopeLaboratory>) => Promise<void>): void {
  if (session === undefined) return;
  question(session.api).catch(() => {
    ropeStore.setState({ loss: 'it does not answer' });
  });
  fresh = true;
}
