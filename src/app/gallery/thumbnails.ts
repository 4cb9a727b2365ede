/** The pictures that were taken since the page was opened; they are taken one after the other while somebody looks. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { presets } from '../../lab/scenario/presets.ts';
import { ignoreLost } from '../session/link.ts';
import { openSideRun } from '../session/side-run.ts';
import { takeThumbnail, type Thumbnail } from './thumbnail.ts';

/** `none`: this browser cannot carry the run. */
const store = createStore<Readonly<Record<string, Thumbnail | 'none'>>>(() => ({}));

export function useThumbnail(preset: string): Thumbnail | 'none' | undefined {
  return useStore(store, (taken) => taken[preset]);
}

/** Takes what is missing, the smallest runs first; the answer ends it. */
export function takeThumbnails(): () => void {
  const missing = presets
    .filter(({ name }) => store.getState()[name] === undefined)
    .sort((a, b) => a.scenario.field.oscillators - b.scenario.field.oscillators);
  if (missing.length === 0) return () => undefined;
  const run = openSideRun(() => undefined);
  const takeAll = async (): Promise<void> => {
    for (const { name, scenario } of missing) store.setState({ [name]: (await takeThumbnail(run, scenario)) ?? 'none' });
    run.close();
  };
  takeAll().catch(ignoreLost);
  return run.close;
}
