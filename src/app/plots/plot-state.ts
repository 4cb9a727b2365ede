/** What all plots share: how much time they show, the moment that is read, and which lines are left out. */
import { createStore } from 'zustand/vanilla';
import type { TimeSpan } from './time-axis.ts';

export interface PlotState {
  /** The whole run, or the last minute. */
  readonly whole: boolean;
  /** A part of the run that stays in sight; undefined: what `whole` says. */
  readonly zoom: TimeSpan | undefined;
  /** What a pointer is just drawing: it becomes the zoom. */
  readonly drawn: TimeSpan | undefined;
  /** Simulated time that a person points at, in whichever plot. */
  readonly cursorS: number | undefined;
  /** Lines that are not shown, by `lineKey`. */
  readonly hidden: ReadonlySet<string>;
  readonly more: boolean;
}

export const plotStore = createStore<PlotState>(() => ({
  whole: false,
  zoom: undefined,
  drawn: undefined,
  cursorS: undefined,
  hidden: new Set(),
  more: false,
}));

export function toggleLine(key: string): void {
  plotStore.setState(({ hidden }) => {
    const next = new Set(hidden);
    if (!next.delete(key)) next.add(key);
    return { hidden: next };
  });
}
