/** What the observer has seen in the run that must never happen. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Violation } from '../../worker/live-api.ts';

export interface ViolationState {
  /** Of the run that they were seen in. */
  readonly generation: number;
  readonly count: number;
  /** The first that each check found, in the order in which they happened. */
  readonly first: readonly Violation[];
}

export const violationStore = createStore<ViolationState>(() => ({ generation: 0, count: 0, first: [] }));

export function useViolations(): ViolationState {
  return useStore(violationStore);
}
