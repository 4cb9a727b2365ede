/**
 * What the view Dynamics is set to and what its worker last answered. The worker lives while the view is looked at. It is asked in
 * every animation frame, one question at a time; canvases are painted from the newest answer, React is told four times a second.
 */
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { Remote } from 'comlink';
import type {
  DynamicsLaboratory,
  NoiseLook,
  NoiseSettings,
  PartName,
  RecoveryLook,
  RecoverySettings,
  SphereLook,
  SphereSettings,
  TokenLook,
  TokenSettings,
} from '../../../lab/dynamics/types.ts';
import { defaultsOf, type Parameters } from '../../../lab/scenario/parameter.ts';
import {
  dynamicsParameters,
  noiseLawParameters,
  recoveryParameters,
  sphereParameters,
  tokenClockParameters,
} from '../../../lab/scenario/parameters-dynamics.ts';
import { openBridge, WorkerLost, type Bridge } from '../../bridge.ts';
import { onAct } from '../../frame-loop.ts';
import { keepInAddress, settingsByName, valuesByPath } from '../../session/bench-settings.ts';
import { spawnWorker } from '../../session/spawn-worker.ts';
import { prefersStillness } from '../../stage/motion.ts';

interface AllSettings {
  readonly sphere: SphereSettings;
  readonly recovery: RecoverySettings;
  readonly noise: NoiseSettings;
  readonly tokens: TokenSettings;
}

export interface AllLooks {
  readonly sphere: SphereLook;
  readonly recovery: RecoveryLook;
  readonly noise: NoiseLook;
  readonly tokens: TokenLook;
}

interface DynamicsState {
  readonly part: PartName;
  readonly playing: boolean;
  readonly settings: AllSettings;
  readonly looks: Partial<AllLooks>;
  /** What the worker died of, as a sentence. */
  readonly loss: string | undefined;
}

/** Something was changed: even what stands still is asked for once. */
let fresh = true;

const dynamicsStore = createStore<DynamicsState>(() => ({
  part: 'sphere',
  playing: !prefersStillness(),
  settings: {
    sphere: defaultsOf(sphereParameters),
    recovery: defaultsOf(recoveryParameters),
    noise: defaultsOf(noiseLawParameters),
    tokens: { ...defaultsOf(tokenClockParameters), silent: false },
  },
  looks: {},
  loss: undefined,
}));

/** The parameters of each part, by their names in its settings. */
const parametersOf: Readonly<Record<PartName, Parameters>> = {
  sphere: sphereParameters,
  recovery: recoveryParameters,
  noise: noiseLawParameters,
  tokens: tokenClockParameters,
};
const tables = Object.entries(parametersOf) as readonly (readonly [PartName, Parameters])[];

const tellAddress = keepInAddress({
  view: 'dynamics',
  parameters: [dynamicsParameters.part, ...tables.flatMap(([, table]) => Object.values(table))],
  values() {
    const { part, settings } = dynamicsStore.getState();
    const values = tables.flatMap(([name, table]) => valuesByPath(table, settings[name]));
    return Object.fromEntries([[dynamicsParameters.part.path, part], ...values]);
  },
  open(values) {
    const part = values[dynamicsParameters.part.path] as PartName;
    const settings = Object.fromEntries(tables.map(([name, table]) => [name, settingsByName(table, values)])) as unknown as AllSettings;
    dynamicsStore.setState({ part, settings: { ...settings, tokens: { ...settings.tokens, silent: false } } });
    fresh = true;
  },
});
dynamicsStore.subscribe((state, before) => {
  if (state.part !== before.part || state.settings !== before.settings) tellAddress();
});

export function useDynamics<T>(select: (state: DynamicsState) => T): T {
  return useStore(dynamicsStore, select);
}

/** Simulated seconds per second. */
const pace: Readonly<Record<PartName, number>> = { sphere: 4, recovery: 6, noise: 2, tokens: 1 };
/** A frame that took longer is not made up for. */
const longestFrameS = 0.1;
const tellEveryMs = 250;

let newest: Partial<AllLooks> = {};
const painters = new Set<() => void>();

/** The newest answer of a part, for a canvas. */
export function newestLook<P extends PartName>(part: P): AllLooks[P] | undefined {
  return newest[part];
}

/** Calls back whenever there is a newer answer. Returns the way to stop. */
export function onNewLook(paint: () => void): () => void {
  painters.add(paint);
  return () => painters.delete(paint);
}

const questions: {
  readonly [P in PartName]: (api: Remote<DynamicsLaboratory>, settings: AllSettings, advanceS: number) => Promise<Pick<AllLooks, P>>;
} = {
  sphere: async (api, settings, advanceS) => ({ sphere: await api.sphere(settings.sphere, advanceS) }),
  recovery: async (api, settings, advanceS) => ({ recovery: await api.recovery(settings.recovery, advanceS) }),
  noise: async (api, settings, advanceS) => ({ noise: await api.noise(settings.noise, advanceS) }),
  tokens: async (api, settings, advanceS) => ({ tokens: await api.tokens(settings.tokens, advanceS) }),
};

let bridge: Bridge<DynamicsLaboratory> | undefined;
let asking = false;
let askedMs = 0;
let toldMs = 0;

/** Begins to look; the answer ends it. */
export function openDynamics(): () => void {
  newest = {};
  fresh = true;
  asking = false;
  dynamicsStore.setState({ looks: {}, loss: undefined });
  const its = openBridge<DynamicsLaboratory>(
    () => spawnWorker('dynamics'),
    (loss) => {
      dynamicsStore.setState({ loss });
    },
  );
  bridge = its;
  const stop = onAct(askNext);
  return () => {
    stop();
    its.close();
    if (bridge === its) bridge = undefined;
  };
}

function askNext(nowMs: number): void {
  const { part, playing, settings } = dynamicsStore.getState();
  const passedS = Math.min(longestFrameS, (nowMs - askedMs) / 1_000);
  const isMeasuring = part === 'sphere' && newest.sphere?.measuredAll !== true;
  if (bridge === undefined || asking || !(fresh || playing || isMeasuring)) return;
  const its = bridge;
  const told = fresh || nowMs - toldMs > tellEveryMs;
  [asking, fresh, askedMs] = [true, false, nowMs];
  its
    .call(async (api) => questions[part](api, settings, playing ? passedS * pace[part] : 0))
    .then((look) => {
      if (bridge !== its) return;
      asking = false;
      newest = { ...newest, ...look };
      // What was measured to its end is told to React even if nothing else moves.
      if (isMeasuring && newest.sphere?.measuredAll === true) fresh = true;
      for (const paint of painters) paint();
      if (!told) return;
      toldMs = nowMs;
      dynamicsStore.setState({ looks: newest });
    })
    .catch((error: unknown) => {
      // A death was told through `onLost`.
      if (!(error instanceof WorkerLost)) throw error;
    });
}

export function setPart(part: PartName): void {
  dynamicsStore.setState({ part });
  fresh = true;
}

export function setDynamics<P extends PartName>(part: P, change: Partial<AllSettings[P]>): void {
  dynamicsStore.setState(({ settings }) => ({ settings: { ...settings, [part]: { ...settings[part], ...change } } }));
  fresh = true;
}

export function setDynamicsPlaying(playing: boolean): void {
  dynamicsStore.setState({ playing });
  fresh = true;
}

/** From the beginning, with the settings as they are. */
export function restartPart(): void {
  const { part } = dynamicsStore.getState();
  bridge?.call(async (api) => api.restart(part)).catch(() => undefined);
  fresh = true;
}
