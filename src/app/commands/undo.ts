/** What takes a change of a parameter back, and does it again. */
import { redo as redoChange, undo as undoChange } from '../session/undo.ts';
import { redoable, undoable } from '../store/changes.ts';
import { liveStore } from '../store/live.ts';
import type { Command } from './command.ts';

export const undo: Command = {
  title: 'Undo',
  help: 'Takes back what was changed last of the parameters: as a further change of the run, which has happened and stays so.',
  key: 'Mod+z',
  run: undoChange,
  allowed: () => liveStore.getState().phase === 'ready' && undoable(liveStore.getState().now) !== undefined,
};

export const redo: Command = {
  title: 'Redo',
  help: 'Changes the parameter again whose change was taken back last.',
  key: 'Mod+Shift+z',
  run: redoChange,
  allowed: () => liveStore.getState().phase === 'ready' && redoable(liveStore.getState().now) !== undefined,
};
