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

/** A setup as somebody asks for it, with or without faults. */
export type SetupDocument = Readonly<Record<string, unknown>>;

/** One experiment's page of the notebook. */
export interface Page {
  /** What it is where nobody has chosen otherwise. */
  readonly usual: Setup;
  /** What the next run will be; sound. */
  readonly setup: Setup;
  /** Why the last change was not taken. */
  readonly faults: readonly Fault[];
  /** Real time that what is left of the setup is expected to take here; NaN until a job of its kind has been measured. */
  readonly expectedS: number;
  /** While it runs. */
  readonly progress: Progress | undefined;
  readonly report: Report | undefined;
}

export interface Experiments {
  /** Undefined until they have come. */
  readonly cards: readonly Card[] | undefined;
  readonly chosen: string;
  /** What the address asks for, until the desk has read it. */
  readonly asked: SetupDocument | undefined;
  readonly pages: Readonly<Record<string, Page>>;
  /** What broke the notebook altogether. */
  readonly broken: string | undefined;
}

export const experimentsStore = createStore<Experiments>(() => ({
  cards: undefined,
  chosen: '',
  asked: undefined,
  pages: {},
  broken: undefined,
}));

export function useExperiments<T>(select: (experiments: Experiments) => T): T {
  return useStore(experimentsStore, select);
}

export function pageOf(name: string): Page | undefined {
  const { pages } = experimentsStore.getState();
  return Object.hasOwn(pages, name) ? pages[name] : undefined;
}

export function updatePage(name: string, change: Partial<Page>): void {
  const page = pageOf(name);
  const { pages } = experimentsStore.getState();
  if (page !== undefined) experimentsStore.setState({ pages: { ...pages, [name]: { ...page, ...change } } });
}
