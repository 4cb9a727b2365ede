/** What concerns the page itself. */
import { openDialog } from '../store/dialogs.ts';
import { settingsStore, setTheme } from '../store/settings.ts';
import type { Command } from './command.ts';

export const keyboardShortcuts: Command = {
  title: 'Keyboard shortcuts',
  help: 'Lists the keys.',
  key: '?',
  run: () => {
    openDialog({ kind: 'keys' });
  },
  allowed: () => true,
};

export const switchTheme: Command = {
  title: 'Dark or light',
  help: 'Changes between the dark and the light page.',
  key: 't',
  run: () => {
    setTheme(settingsStore.getState().theme === 'dark' ? 'light' : 'dark');
  },
  allowed: () => true,
};
