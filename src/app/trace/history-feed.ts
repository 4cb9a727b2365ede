/** Brings the events of a run to the worker that holds histories, some at a time, and starts anew with a new run. */
import * as Comlink from 'comlink';
import type { Intervention } from '../../lab/scenario/schema.ts';
import type { Violation } from '../../worker/live-api.ts';
import type { EventColumns } from '../../lab/trace/types.ts';
import type { RunSource } from '../../worker/trace-api.ts';
import { onAct } from '../frame-loop.ts';
import { ignoreLost } from '../session/link.ts';
import { askTrace, onTraceLost } from './link.ts';

const pullMs = 150;
/** At about ten million a second in either worker, 20 ms: between two of them whatever else is asked has its turn. */
const maxBatch = 200_000;

/** A run as its feed meets it. */
export interface FedRun {
  /** Which run it is, and which branch of it: with another name all begins anew. Undefined while there is nothing to ask. */
  readonly generation: string | undefined;
  readonly agents: number;
  /** The moment that is shown: of a run that went back the events after it are not. */
  readonly timeS: number;
  readonly interventions: readonly Intervention[];
  readonly violations: readonly Violation[];
}

export interface FeedOptions {
  readonly run: RunSource;
  now(): FedRun;
  events(from: number, maxEvents: number): Promise<EventColumns | undefined>;
  /** The history has more events, or is a new one. */
  grown(isNew: boolean): void;
  /** The run has made more events than are kept. Told once. */
  dropped(): void;
}

/** Returns the way to stop. */
export function feed({ run, now, events, grown, dropped }: FeedOptions): () => void {
  let generation: string | undefined;
  let shownS = -Infinity;
  let length = 0;
  let pulledMs = -Infinity;
  let isBusy = false;
  let isDropped = false;
  let toldInterventions: unknown;
  let toldViolations: unknown;

  async function pull(): Promise<void> {
    const { generation: current, agents, timeS, interventions, violations } = now();
    if (current === undefined) return;
    const isNew = current !== generation || timeS < shownS;
    shownS = timeS;
    if (isNew) {
      await askTrace((api) => api.begin(run, agents));
      generation = current;
      length = 0;
      isDropped = false;
      toldInterventions = undefined;
      toldViolations = undefined;
    }
    if (toldInterventions !== interventions) {
      await askTrace((api) => api.interventions(run, interventions));
      toldInterventions = interventions;
    }
    if (toldViolations !== violations) {
      await askTrace((api) => api.violations(run, violations));
      toldViolations = violations;
    }
    for (let isFirst = isNew, isMore = true; isMore; isFirst = false) {
      const batch = await events(length, maxBatch);
      // Another run may have begun while this one was asked.
      if (now().generation !== generation) return;
      if (batch !== undefined && batch.count > 0)
        length = await askTrace((api) => api.append(run, Comlink.transfer(batch, buffersOf(batch))));
      if (isFirst || (batch?.count ?? 0) > 0) grown(isFirst);
      if (batch === undefined && !isDropped) dropped();
      isDropped = batch === undefined;
      isMore = batch?.count === maxBatch;
    }
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
    generation = undefined;
  });
  return () => {
    stop();
    stopListening();
  };
}

function buffersOf({ count: _, ...columns }: EventColumns): ArrayBuffer[] {
  return Object.values(columns).map(({ buffer }) => buffer as ArrayBuffer);
}
