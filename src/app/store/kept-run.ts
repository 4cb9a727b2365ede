/** A run of this tab from before it was loaded again, until the person has said what to do with it. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Scenario } from '../../lab/scenario/schema.ts';

export interface KeptRun {
  /** With everything that was done on the way. */
  readonly scenario: Scenario;
  readonly preset: string | undefined;
  readonly reachedS: number;
}

export const keptStore = createStore<{ readonly kept: KeptRun | undefined }>(() => ({ kept: undefined }));

export function useKeptRun(): KeptRun | undefined {
  return useStore(keptStore, (state) => state.kept);
}
