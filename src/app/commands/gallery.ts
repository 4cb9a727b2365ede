import { openDialog } from '../store/dialogs.ts';
import type { Command } from './command.ts';

export const presetGallery: Command = {
  title: 'Gallery',
  help: 'The presets as pictures, to choose one.',
  run: () => {
    openDialog({ kind: 'presets' });
  },
  allowed: () => true,
};
