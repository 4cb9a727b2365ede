/** What concerns the page itself. */
import { openDialog } from '../store/dialogs.ts';
import { settingsStore, setTheme, themeChoices, type ThemeChoice } from '../store/settings.ts';
import type { Command } from './command.ts';

export const openPalette: Command = {
  title: 'Find',
  help: 'Finds what can be done here by its name: commands, views, presets, protocols, parameters.',
  key: 'Mod+k',
  evenInFields: true,
  run: () => {
    openDialog({ kind: 'palette' });
  },
  allowed: () => true,
};

export const keyboardShortcuts: Command = {
  title: 'Keyboard shortcuts',
  help: 'Lists the keys, and changes them.',
  key: '?',
  run: () => {
    openDialog({ kind: 'keys' });
  },
  allowed: () => true,
};

export const themeNames: Readonly<Record<ThemeChoice, string>> = { system: 'as the system', light: 'light', dark: 'dark' };

export const switchTheme: Command = {
  title: 'Theme',
  help: 'Goes from “as the system” to light to dark and round again.',
  key: 't',
  run: () => {
    const { themeChoice } = settingsStore.getState();
    setTheme(themeChoices[(themeChoices.indexOf(themeChoice) + 1) % themeChoices.length] ?? 'system');
  },
  allowed: () => true,
};
