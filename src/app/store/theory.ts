/** What theory says of the field as its parameters are now, and since when of the run they have been so. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Prediction } from '../../worker/live-api.ts';

export interface Theory {
  /** Undefined until the worker has answered once. */
  readonly prediction: Prediction | undefined;
  /** Agents of each component that the prediction is for, in its order. */
  readonly agents: readonly number[];
  readonly sinceS: number;
}

export const theoryStore = createStore<Theory>(() => ({ prediction: undefined, agents: [], sinceS: 0 }));

export function useTheory<T>(select: (theory: Theory) => T): T {
  return useStore(theoryStore, select);
}
