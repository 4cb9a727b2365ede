/** The notebook of experiments: what may be chosen, what was chosen, how far it is and what came out. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Fault } from '../../lab/scenario/fault.ts';
import type { Card, Report, Setup } from '../../worker/experiment-api.ts';

export interface Progress {
  readonly done: number;
  readonly planned: number;
  /** Seconds of real time that are left, as measured on the jobs before. */
  readonly leftS: number;
}

/** One experiment's page of the notebook. */
export interface Page {
  /** What the next run will be; sound. */
  readonly setup: Setup;
  /** Why the last change was not taken. */
  readonly faults: readonly Fault[];
  /** Real time that the whole setup is expected to take here; NaN until a job of it has been measured. */
  readonly expectedS: number;
  /** While it runs. */
  readonly progress: Progress | undefined;
  readonly report: Report | undefined;
}

export interface Experiments {
  /** Undefined until they have come. */
  readonly cards: readonly Card[] | undefined;
  readonly chosen: string;
  readonly pages: Readonly<Record<string, Page>>;
  /** What broke the notebook altogether. */
  readonly broken: string | undefined;
}

export const experimentsStore = createStore<Experiments>(() => ({ cards: undefined, chosen: '', pages: {}, broken: undefined }));

export function useExperiments<T>(select: (experiments: Experiments) => T): T {
  return useStore(experimentsStore, select);
}

export function updatePage(name: string, change: Partial<Page>): void {
  const { pages } = experimentsStore.getState();
  const page = pages[name];
  if (page !== undefined) experimentsStore.setState({ pages: { ...pages, [name]: { ...page, ...change } } });
}
