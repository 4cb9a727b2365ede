/** What a person prefers on this page and would want to find again: kept in the browser, never in a scenario. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { PartitionShape } from '../../lab/scenario/schema.ts';
import { keep, readKept } from './kept.ts';

export const colourings = ['frequency', 'agent', 'component', 'phase'] as const;
export type ColourBy = (typeof colourings)[number];
export const themeChoices = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themeChoices)[number];
export const views = ['live', 'experiments', 'trace', 'rope', 'dynamics', 'guide'] as const;
export type View = (typeof views)[number];

export interface Settings {
  /** What the person asked for. */
  readonly themeChoice: ThemeChoice;
  readonly colourBy: ColourBy;
  readonly partitionShape: PartitionShape;
  readonly view: View;
}

export const settingsStore = createStore<Settings>(() => ({
  themeChoice: themeChoices.find((choice) => choice === readKept('theme').text) ?? 'system',
  colourBy: 'frequency',
  // One side keeps a quorum and goes on, the other waits: the cut that shows most.
  partitionShape: 'minority',
  view: 'live',
}));

export function useSettings<T>(select: (settings: Settings) => T): T {
  return useStore(settingsStore, select);
}

export function setTheme(themeChoice: ThemeChoice): void {
  settingsStore.setState({ themeChoice });
  keep('theme', themeChoice);
  showTheme();
}

/** Follows the system where the person leaves it to that. `index.html` has shown the theme already. Called once. */
export function followTheme(): void {
  systemIsDark().addEventListener('change', showTheme);
}

function showTheme(): void {
  const { themeChoice } = settingsStore.getState();
  const theme = themeChoice === 'system' ? (systemIsDark().matches ? 'dark' : 'light') : themeChoice;
  document.documentElement.dataset['theme'] = theme;
}

function systemIsDark(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: dark)');
}
