import { openDialog } from '../store/dialogs.ts';
import type { UnkeyedCommand } from './command.ts';

export const presetGallery: UnkeyedCommand = {
  title: 'Gallery',
  help: 'The presets as pictures, to choose one.',
  run: () => {
    openDialog({ kind: 'presets' });
  },
  allowed: () => true,
};
