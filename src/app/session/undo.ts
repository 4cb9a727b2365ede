/** Takes changes of parameters back, and does them again: as further changes of the same run, or of a new one where it needs one. */
import { parameterAt } from '../../lab/scenario/parameters.ts';
import type { Scenario } from '../../lab/scenario/schema.ts';
import { changedPaths, movedBack, movedForth, redoable, undoable, type Change } from '../store/changes.ts';
import { liveStore } from '../store/live.ts';
import { setOnTheWay, startRun } from './session.ts';
import { valueAt } from './value-at.ts';

export function undo(): void {
  const change = undoable(liveStore.getState().now);
  if (change === undefined) return;
  movedBack();
  apply(change, change.before);
}

export function redo(): void {
  const change = redoable(liveStore.getState().now);
  if (change === undefined) return;
  movedForth();
  apply(change, change.after);
}

function apply(change: Change, target: Scenario): void {
  const paths = changedPaths(change);
  if (paths.every((path) => parameterAt(path)?.live === true)) {
    for (const path of paths) {
      const value = valueAt(target, path);
      if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') setOnTheWay(path, value);
    }
    return;
  }
  const { preset, playing } = liveStore.getState();
  startRun({ scenario: target, preset, playing });
}
