/** Every command, in the order in which the sheet of keys and the palette list them. */
import type { Command, UnkeyedCommand } from './command.ts';
import { presetGallery } from './gallery.ts';
import { keyed } from './keyed.ts';
import { reset } from './run.ts';
import { copyCommand, copyLink, exportCsv, exportRun, importRun, saveFilm, savePicture, savePlotsPng, savePlotsSvg } from './share.ts';
import { otherBranch } from './time.ts';
import { takeTour } from './tour.ts';

const others: readonly UnkeyedCommand[] = [
  reset,
  otherBranch,
  exportCsv,
  exportRun,
  importRun,
  copyLink,
  copyCommand,
  savePlotsPng,
  savePlotsSvg,
  savePicture,
  saveFilm,
  presetGallery,
  takeTour,
];

export const commands: readonly Command[] = [...keyed, ...others];
