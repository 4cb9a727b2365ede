/** Settings of the views beside the run, by their paths: what the address asks for, and what it is to tell. */
import { createStore } from 'zustand/vanilla';
import type { View } from './settings.ts';

export type Fields = Readonly<Record<string, unknown>>;

interface Benches {
  /** What the address asks for, until the view that it belongs to has judged it. */
  readonly asked: Fields | undefined;
  /** Of each view, what is not as usual. */
  readonly told: Readonly<Partial<Record<View, Fields>>>;
}

export const benchStore = createStore<Benches>(() => ({ asked: undefined, told: {} }));

/** Told by a view of its own kind, or asked for by an address. */
const prefixes = { dynamics: /^(dynamics|sphere|recovery|noise|token-clock)\./, rope: /^rope\./ } as const;
export type BenchView = keyof typeof prefixes;

export const isBenchKey = (name: string): boolean => Object.values(prefixes).some((prefix) => prefix.test(name));
export const isKeyOf = (view: BenchView, name: string): boolean => prefixes[view].test(name);
