/** Brings the events of the live run to the worker that holds histories, some at a time, and starts anew with a new run. */
import * as Comlink from 'comlink';
import type { EventBatch } from '../../lab/trace/types.ts';
import { onAct } from '../frame-loop.ts';
import { ask, ignoreLost } from '../session/link.ts';
import { currentFrame, liveStore } from '../store/live.ts';
import { askTrace, onTraceLost } from './link.ts';
import { traceStore } from './trace-store.ts';

const pullMs = 150;
/** At about ten million a second in either worker, some milliseconds. */
const maxBatch = 50_000;

/** @param grown is called when the history has more events, or is a new one. */
export function feedLive(grown: (isNew: boolean) => void): () => void {
  let generation = -1;
  /** Of a run that went back the events after that moment are not shown. */
  let shownS = -Infinity;
  let length = 0;
  let pulledMs = -Infinity;
  let isBusy = false;
  let told: unknown;

  async function pull(): Promise<void> {
    const { phase, generation: current, scenario, interventions } = liveStore.getState();
    if (phase !== 'ready' && phase !== 'replaying') return;
    const timeS = currentFrame()?.timeS ?? 0;
    const isNew = current !== generation || timeS < shownS;
    shownS = timeS;
    if (isNew) {
      await askTrace((api) => api.begin(scenario.mesh.agents));
      generation = current;
      length = 0;
      told = undefined;
      traceStore.setState({ isDropped: false });
    }
    if (told !== interventions) {
      await askTrace((api) => api.interventions(interventions));
      told = interventions;
    }
    const batch = await ask((api) => api.events(length, maxBatch));
    // Another run may have begun while this one was asked.
    if (liveStore.getState().generation !== generation) return;
    if (batch === undefined) traceStore.setState({ isDropped: true });
    else if (batch.count > 0) {
      length = await askTrace((api) => api.append(Comlink.transfer(batch, buffersOf(batch))));
      // There is more where this came from.
      if (batch.count === maxBatch) pulledMs = -Infinity;
    }
    if (isNew || (batch?.count ?? 0) > 0) grown(isNew);
  }

  const stop = onAct((nowMs) => {
    if (isBusy || nowMs - pulledMs < pullMs) return;
    isBusy = true;
    pulledMs = nowMs;
    pull()
      .catch(ignoreLost)
      .finally(() => {
        isBusy = false;
      });
  });
  // A fresh worker holds nothing: all is told again.
  const stopListening = onTraceLost(() => {
    generation = -1;
  });
  return () => {
    stop();
    stopListening();
  };
}

function buffersOf({ count: _, ...columns }: EventBatch): ArrayBuffer[] {
  return Object.values(columns).map(({ buffer }) => buffer as ArrayBuffer);
}
