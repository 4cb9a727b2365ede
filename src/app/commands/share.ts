/** What takes a run out of the page and brings one in. */
import { chooseFile, exportCsv as exportCsvFile, exportZip } from '../session/files.ts';
import { writeAddress } from '../session/address.ts';
import { liveStore } from '../store/live.ts';
import { notify } from '../store/notices.ts';
import { settingsStore } from '../store/settings.ts';
import type { Command } from './command.ts';

const readyToExport = (): boolean => {
  const { phase, exporting } = liveStore.getState();
  return phase === 'ready' && exporting === undefined;
};

export const exportCsv: Command = {
  title: 'Export CSV',
  help: 'Saves the time series of the run so far as timeseries.csv.',
  run: exportCsvFile,
  allowed: readyToExport,
};

export const exportRun: Command = {
  title: 'Export run',
  help: 'Saves everything of the run so far in one zip; “chorus replay” runs it again to the same bits.',
  run: exportZip,
  allowed: readyToExport,
};

export const importRun: Command = {
  title: 'Import',
  help: 'Opens a scenario (.json) or an exported run (.zip, run.json).',
  run: chooseFile,
  allowed: () => liveStore.getState().phase === 'ready',
};

export const copyLink: Command = {
  title: 'Copy link',
  help: 'Copies an address that opens this page with these parameters.',
  run: () => {
    copyAddress().catch((error: unknown) => {
      notify('danger', 'The link could not be copied', ['Copy it from the address bar: it says the same.', String(error)]);
    });
  },
  allowed: () => true,
};

async function copyAddress(): Promise<void> {
  const { preset, scenario } = liveStore.getState();
  await navigator.clipboard.writeText(writeAddress());
  const more = scenario.interventions.length > 0 && preset === undefined && settingsStore.getState().view === 'live';
  notify('good', 'The link is copied', more ? ['It carries the parameters, not the interventions: “Export run” carries everything.'] : []);
}
