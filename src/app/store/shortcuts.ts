/** The keys of the commands: as they are declared, until a person gives one another key. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Command } from '../commands/command.ts';
import { keep, readKept } from './kept.ts';

/** By the command's title; null where its key was taken away. */
export type OwnKeys = Readonly<Record<string, string | null>>;

const store = createStore<{ readonly own: OwnKeys }>(() => ({ own: parseOwnKeys(readKept('keys').text) }));

/** The chord that does it now. */
export function keyOf({ title, key }: Command): string | undefined {
  const own = store.getState().own[title];
  return own === undefined ? key : (own ?? undefined);
}

export function useKeyOf(command: Command): string | undefined {
  return useStore(store, () => keyOf(command));
}

/** @param key the chord as `chordOf` writes it; null: none. */
export function giveKey(title: string, key: string | null): void {
  setOwn({ ...store.getState().own, [title]: key });
}

export function resetKeys(): void {
  setOwn({});
}

export function useOwnKeys(): OwnKeys {
  return useStore(store, ({ own }) => own);
}

/** Calls when a person has given keys, before or now. */
export function followOwnKeys(given: () => void): void {
  store.subscribe(given);
  if (Object.keys(store.getState().own).length > 0) given();
}

function setOwn(own: OwnKeys): void {
  store.setState({ own });
  keep('keys', JSON.stringify(own));
}

/** Any text can be read: what is no table of keys counts as none. */
export function parseOwnKeys(text: string | undefined): OwnKeys {
  try {
    const read: unknown = JSON.parse(text ?? '{}');
    if (typeof read !== 'object' || read === null) return {};
    return Object.fromEntries(Object.entries(read).filter(([, key]) => key === null || (typeof key === 'string' && key !== '')));
  } catch {
    return {};
  }
}
