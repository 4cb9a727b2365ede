/**
 * Which parameters a person has changed, so that it can be taken back and done again. What is taken back is a further change of the
 * run: nothing that has happened is undone. What has been changed by anything else meanwhile (a preset, a file, another moment of the
 * run) is left alone.
 */
import { createStore } from 'zustand/vanilla';
import type { Scenario } from '../../lab/scenario/schema.ts';
import { parameters } from '../../lab/scenario/parameters.ts';
import { valueAt } from '../session/value-at.ts';

export interface Change {
  readonly before: Scenario;
  readonly after: Scenario;
}

interface Changes {
  /** Latest last. */
  readonly done: readonly Change[];
  /** Taken back; latest last. */
  readonly undone: readonly Change[];
}

const maxChanges = 200;
/** Changes of one parameter that follow each other so fast are one: a drag, a key that is held down. */
const togetherMs = 1_000;

export const changeStore = createStore<Changes>(() => ({ done: [], undone: [] }));
let lastMs = -Infinity;

export function noteChange(before: Scenario, after: Scenario, nowMs: number): void {
  const change = { before, after };
  if (changedPaths(change).length === 0) return;
  changeStore.setState(({ done }) => {
    const last = done.at(-1);
    const goesOn = last !== undefined && nowMs - lastMs < togetherMs && sameText(changedPaths(last), changedPaths(change));
    return { done: goesOn ? [...done.slice(0, -1), { before: last.before, after }] : [...done, change].slice(-maxChanges), undone: [] };
  });
  lastMs = nowMs;
}

/** What can be taken back of the values as they are. */
export function undoable(now: Scenario): Change | undefined {
  const last = changeStore.getState().done.at(-1);
  return last !== undefined && holds(now, last.after, last) ? last : undefined;
}

export function redoable(now: Scenario): Change | undefined {
  const last = changeStore.getState().undone.at(-1);
  return last !== undefined && holds(now, last.before, last) ? last : undefined;
}

export function movedBack(): void {
  lastMs = -Infinity;
  changeStore.setState(({ done, undone }) => ({ done: done.slice(0, -1), undone: [...undone, ...done.slice(-1)] }));
}

export function movedForth(): void {
  lastMs = -Infinity;
  changeStore.setState(({ done, undone }) => ({ done: [...done, ...undone.slice(-1)], undone: undone.slice(0, -1) }));
}

/** Parameters in which the two differ, as paths. */
export function changedPaths({ before, after }: Change): readonly string[] {
  const all = Object.values(parameters).map(({ path }) => path);
  return all.filter((path) => valueAt(before, path) !== valueAt(after, path));
}

function holds(now: Scenario, expected: Scenario, change: Change): boolean {
  return changedPaths(change).every((path) => valueAt(now, path) === valueAt(expected, path));
}

function sameText(a: readonly string[], b: readonly string[]): boolean {
  return a.join() === b.join();
}
