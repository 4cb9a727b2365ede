/**
 * What experiments came to, kept in the browser from visit to visit: what this program has computed once is there after a reload. What
 * another version of it computed is thrown away. A browser that keeps nothing works all the same.
 */
import { createStore, delMany, get, keys, set, type UseStore } from 'idb-keyval';
import type { Outcome, Setup } from '../../worker/experiment-api.ts';
import { desk } from './experiment-desk.ts';

interface Kept {
  /** Names the program. */
  readonly code: string;
  readonly store: UseStore;
}

let opened: Promise<Kept | undefined> | undefined;

/** By job; nothing where nothing was kept. */
export async function keptOutcomes(setup: Setup): Promise<readonly (Outcome | undefined)[]> {
  const outcomes = await attempt(async ({ code, store }) => get<unknown>(keyOf(code, setup), store));
  return Array.isArray(outcomes) ? (outcomes as (Outcome | undefined)[]) : [];
}

/** A job that failed is not kept: after a reload it is tried again. */
export async function keepOutcomes(setup: Setup, outcomes: readonly (Outcome | undefined)[]): Promise<void> {
  const sound = outcomes.map((outcome) => (outcome?.ok === true ? outcome : undefined));
  await attempt(async ({ code, store }) => set(keyOf(code, setup), sound, store));
}

export async function forgetOutcomes(setup: Setup): Promise<void> {
  await attempt(async ({ code, store }) => delMany([keyOf(code, setup)], store));
}

async function attempt<T>(act: (kept: Kept) => Promise<T>): Promise<T | undefined> {
  opened ??= open();
  const kept = await opened;
  return kept === undefined ? undefined : act(kept).catch(() => undefined);
}

async function open(): Promise<Kept | undefined> {
  // While it is being developed the name of a program does not tell what it is.
  if (!import.meta.env.PROD) return undefined;
  try {
    const code = await desk().code();
    const store = createStore('chorus-experiments', 'outcomes');
    const old = (await keys<string>(store)).filter((key) => !key.startsWith(code));
    await delMany(old, store);
    return { code, store };
  } catch {
    return undefined;
  }
}

const keyOf = (code: string, setup: Setup): string => `${code} ${JSON.stringify(setup)}`;
