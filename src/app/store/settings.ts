/** What a person prefers on this page and would want to find again: kept in the browser, never in a scenario. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { PartitionShape } from '../../lab/scenario/schema.ts';

export const colourings = ['frequency', 'agent', 'component', 'phase'] as const;
export type ColourBy = (typeof colourings)[number];
export type Theme = 'light' | 'dark';
export const views = ['live', 'experiments', 'trace', 'rope', 'guide'] as const;
export type View = (typeof views)[number];

export interface Settings {
  readonly theme: Theme;
  readonly colourBy: ColourBy;
  readonly partitionShape: PartitionShape;
  readonly view: View;
}

/** `index.html` reads the same key before the first paint. */
const themeKey = 'chorus.theme';

export const settingsStore = createStore<Settings>(() => ({
  theme: typeof document !== 'undefined' && document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light',
  colourBy: 'frequency',
  // One side keeps a quorum and goes on, the other waits: the cut that shows most.
  partitionShape: 'minority',
  view: 'live',
}));

export function useSettings<T>(select: (settings: Settings) => T): T {
  return useStore(settingsStore, select);
}

export function setTheme(theme: Theme): void {
  settingsStore.setState({ theme });
  document.documentElement.dataset['theme'] = theme;
  try {
    localStorage.setItem(themeKey, theme);
  } catch {
    // A browser that keeps nothing (private windows, blocked storage) shows the theme all the same, until it is closed.
  }
}
