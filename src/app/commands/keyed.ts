/** The commands that have a key: they are heard from the first moment. All others come with the palette. */
import type { Command } from './command.ts';
import { heal, partition } from './cut.ts';
import { keyboardShortcuts, openPalette, switchTheme } from './page.ts';
import { playPause, slowMotion, step } from './run.ts';
import { now, stepBack } from './time.ts';
import { redo, undo } from './undo.ts';

export const keyed: readonly Command[] = [
  playPause,
  step,
  slowMotion,
  stepBack,
  now,
  undo,
  redo,
  partition,
  heal,
  openPalette,
  switchTheme,
  keyboardShortcuts,
];
