/**
 * What the page knows of the run in the worker. What changes with every frame lies outside React (`currentFrame`); what
 * changes when a person does something lies in a store that components subscribe to.
 */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { defaultScenario } from '../../lab/scenario/parse.ts';
import type { Intervention, Scenario } from '../../lab/scenario/schema.ts';
import type { Frame } from '../../worker/frame.ts';
import type { ShownOscillators } from '../../worker/live-api.ts';
import { speed } from './speeds.ts';

/** `replaying`: hurries to where a lost run stood. `lost`: the worker died and waits for the person. `refused`: it cannot run this here. */
export type LivePhase = 'starting' | 'ready' | 'replaying' | 'lost' | 'refused';

export interface Exporting {
  readonly what: 'CSV' | 'run';
  /** From 0 to 1. */
  readonly share: number;
}

export interface LiveState {
  readonly phase: LivePhase;
  /** What the worker died of, or why it cannot run this, as a sentence; only while `lost` or `refused`. */
  readonly loss: string | undefined;
  /** Counts the runs that this page has started; frames of an earlier run are thrown away. */
  readonly generation: number;
  /** As it was started: what was changed on the way is among `interventions`. */
  readonly scenario: Scenario;
  /** The preset that the run was started from, even if something was changed since. */
  readonly preset: string | undefined;
  /** What the controls show: the scenario with every setting made so far, and without its interventions. */
  readonly now: Scenario;
  /** The scenario's own and those made on the page, in the order of their times; its own may lie in the future. */
  readonly interventions: readonly Intervention[];
  /** For each oscillator of a frame its agent and natural frequency; fixed while a run lasts. */
  readonly shown: ShownOscillators;
  readonly playing: boolean;
  /** Simulated seconds per real second that are wanted. */
  readonly speed: number;
  /** Whether the mesh is cut by an intervention at this moment. */
  readonly partitioned: boolean;
  /** Whether a moment is shown that the run has been through already. */
  readonly inPast: boolean;
  /** The branch that was left when something was done in the past: from where it is another one, and how far it came. */
  readonly left: { readonly fromS: number; readonly toS: number } | undefined;
  readonly exporting: Exporting | undefined;
}

export const liveStore = createStore<LiveState>(() => ({
  phase: 'starting',
  loss: undefined,
  generation: 0,
  scenario: defaultScenario,
  preset: undefined,
  now: defaultScenario,
  interventions: [],
  shown: { agent: new Uint8Array(0), frequencyRadS: new Float32Array(0) },
  playing: false,
  speed: speed.default,
  partitioned: false,
  inPast: false,
  left: undefined,
  exporting: undefined,
}));

/** Subscribes a component to a part of the state; the selector must give the same object for the same state. */
export function useLive<T>(select: (state: LiveState) => T): T {
  return useStore(liveStore, select);
}

let frame: Frame | undefined;

/** The newest frame, valid until the next animation frame; undefined until a run has answered. */
export function currentFrame(): Frame | undefined {
  return frame;
}

export function setCurrentFrame(next: Frame | undefined): void {
  frame = next;
}
