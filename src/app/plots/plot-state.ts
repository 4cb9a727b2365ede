/** What all plots share: how much time they show, and the moment that is read. */
import { createStore } from 'zustand/vanilla';

export interface PlotState {
  /** The whole run, or the last minute. */
  readonly whole: boolean;
  /** Simulated time that a person points at, in whichever plot. */
  readonly cursorS: number | undefined;
}

export const plotStore = createStore<PlotState>(() => ({ whole: false, cursorS: undefined }));
