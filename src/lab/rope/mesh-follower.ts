/**
 * Carriers that share the mesh of a live run: its K and σ, its cuts and crashes, each from the moment that it took effect. They follow
 * the run's time, and are made again from what was done to it, so that opening the view late shows what a cut has done meanwhile.
 */
import type { Intervention } from '../scenario/schema.ts';
import type { Carriers, Cut, MeshRun } from './types.ts';

/** Carriers begin at most so long before the moment at which they are first looked at: that far back their past no longer matters. */
const memoryS = 120;

export interface Follower {
  /** Time of the run at which the carriers began. */
  readonly beganS: number;
  /** K and σ of the run at the carriers' time. */
  now(run: MeshRun): { readonly coupling: number; readonly noise: number };
  /** Goes on towards the run's time, by so many seconds at most. Returns the steps that were taken. */
  follow(run: MeshRun, mostS: number): number;
}

interface State {
  readonly coupling: number;
  readonly noise: number;
  /** With the time of its onset, which tells two cuts of one shape apart. */
  readonly cut: Extract<Intervention, { do: 'partition' }> | undefined;
  readonly down: ReadonlySet<number>;
}

/** @param firstS time of the run when its carriers are first looked at */
export function createFollower(carriers: Carriers, stepS: number, firstS: number): Follower {
  const beganS = Math.max(0, Math.floor((firstS - memoryS) / stepS) * stepS);
  let cutKey: string | undefined;
  const timeS = (): number => beganS + carriers.timeS;
  const stepAt = (atS: number): number => Math.round((atS - beganS) / stepS);

  function apply({ cut, down }: State): void {
    carriers.setDown(down);
    const key = cut === undefined ? undefined : JSON.stringify(cut);
    if (key === cutKey) return;
    cutKey = key;
    if (cut === undefined) carriers.heal();
    else carriers.partition(cutOf(cut));
  }

  return {
    beganS,
    now: (run) => stateAt(run, timeS()),
    follow(run, mostS) {
      const from = carriers.stepsDone;
      const end = Math.min(Math.floor((run.timeS - beganS) / stepS + 1e-9), from + Math.round(mostS / stepS));
      // From one change to the next; what is told late takes effect when it is told.
      const changes = run.interventions.map(({ atS }) => stepAt(atS)).filter((step) => step > from && step < end);
      for (const until of [...changes, end]) {
        const state = stateAt(run, timeS());
        apply(state);
        if (until > carriers.stepsDone) carriers.advance(until - carriers.stepsDone, state.coupling, state.noise);
      }
      return carriers.stepsDone - from;
    },
  };
}

/** What holds in the run at a time, by what was done until then. */
function stateAt({ coupling, noise, interventions }: MeshRun, timeS: number): State {
  const start: State = { coupling, noise, cut: undefined, down: new Set() };
  return interventions.filter(({ atS }) => atS <= timeS + 1e-9).reduce(after, start);
}

function after(state: State, intervention: Intervention): State {
  switch (intervention.do) {
    case 'partition':
      return { ...state, cut: intervention };
    case 'heal':
      return { ...state, cut: undefined };
    case 'crash':
      return { ...state, down: new Set([...state.down, intervention.agent]) };
    case 'restart':
      return { ...state, down: new Set([...state.down].filter((agent) => agent !== intervention.agent)) };
    case 'set':
      return typeof intervention.value === 'number' ? withSetting(state, intervention.path, intervention.value) : state;
    // A paused agent's oscillators go on with what they hear; no clock moves a phase.
    case 'pause':
    case 'resume':
    case 'jump':
      return state;
  }
}

function withSetting(state: State, path: string, value: number): State {
  if (path === 'field.coupling') return { ...state, coupling: value };
  return path === 'field.noise' ? { ...state, noise: value } : state;
}

function cutOf({ shape, groups }: NonNullable<State['cut']>): Cut {
  return shape === undefined ? { groups: groups ?? [] } : { shape };
}
