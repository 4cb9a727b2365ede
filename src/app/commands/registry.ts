/** Every command, in the order in which the sheet of keys and the palette list them. */
import type { Command } from './command.ts';
import { heal, partition } from './cut.ts';
import { presetGallery } from './gallery.ts';
import { keyboardShortcuts, openPalette, switchTheme } from './page.ts';
import { playPause, reset, slowMotion, step } from './run.ts';
import { now, otherBranch, stepBack } from './time.ts';
import { redo, undo } from './undo.ts';
import { copyLink, exportCsv, exportRun, importRun } from './share.ts';
import { takeTour } from './tour.ts';

export const commands: readonly Command[] = [
  playPause,
  step,
  reset,
  slowMotion,
  stepBack,
  now,
  otherBranch,
  undo,
  redo,
  partition,
  heal,
  exportCsv,
  exportRun,
  importRun,
  copyLink,
  presetGallery,
  takeTour,
  openPalette,
  switchTheme,
  keyboardShortcuts,
];
