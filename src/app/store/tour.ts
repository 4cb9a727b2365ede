/** Where a person stands in the tour; that it was seen is kept, so that it bothers nobody twice. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { keep, readKept } from './kept.ts';
import { settingsStore } from './settings.ts';

export interface TourState {
  /** From 0; undefined while nobody takes it. */
  readonly step: number | undefined;
  /** Whether somebody asked for it: then it may take the focus. */
  readonly asked: boolean;
}

const store = createStore<TourState>(() => ({ step: undefined, asked: false }));

export function useTour(): TourState {
  return useStore(store);
}

export function startTour(): void {
  settingsStore.setState({ view: 'live' });
  store.setState({ step: 0, asked: true });
}

/** For a first visit: not to whoever follows a link to something, and not where it cannot be kept that it was seen. */
export function offerTour(): void {
  const { readable, text } = readKept('tour');
  if (!readable || text !== undefined || location.hash !== '') return;
  keep('tour', 'seen');
  store.setState({ step: 0, asked: false });
}

export function goOn(): void {
  store.setState(({ step }) => ({ step: step === undefined ? undefined : step + 1 }));
}

export function endTour(): void {
  store.setState({ step: undefined });
}
