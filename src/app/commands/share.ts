/** What takes a run out of the page and brings one in. */
import { chooseFile, exportCsv as exportCsvFile, exportZip } from '../session/files.ts';
import { writeAddress } from '../session/address.ts';
import { reachedS } from '../session/session.ts';
import { liveStore } from '../store/live.ts';
import { notify } from '../store/notices.ts';
import { settingsStore } from '../store/settings.ts';
import type * as Sharing from '../sharing/sharing.ts';
import type { UnkeyedCommand } from './command.ts';

const readyToExport = (): boolean => {
  const { phase, exporting } = liveStore.getState();
  return phase === 'ready' && exporting === undefined;
};

export const exportCsv: UnkeyedCommand = {
  title: 'Export CSV',
  help: 'Saves the time series of the run so far as timeseries.csv.',
  run: exportCsvFile,
  allowed: readyToExport,
};

export const exportRun: UnkeyedCommand = {
  title: 'Export run',
  help: 'Saves everything of the run so far in one zip; “chorus replay” runs it again to the same bits.',
  run: exportZip,
  allowed: readyToExport,
};

export const importRun: UnkeyedCommand = {
  title: 'Import',
  help: 'Opens a scenario (.json) or an exported run (.zip, run.json).',
  run: chooseFile,
  allowed: () => liveStore.getState().phase === 'ready',
};

export const copyLink: UnkeyedCommand = {
  title: 'Copy link',
  help: 'Copies an address that opens this page with these parameters.',
  run: () => {
    copyAddress().catch((error: unknown) => {
      notify('danger', 'The link could not be copied', ['Copy it from the address bar: it says the same.', String(error)]);
    });
  },
  allowed: () => true,
};

export const copyCommand: UnkeyedCommand = {
  title: 'Copy as command line',
  help: 'Copies a line for a terminal that runs the same, with what was done to it on the way, to the same bits.',
  run: () => {
    copyCommandLine().catch((error: unknown) => {
      notify('danger', 'The command line could not be copied', [String(error)]);
    });
  },
  allowed: () => liveStore.getState().phase === 'ready',
};

async function copyCommandLine(): Promise<void> {
  const { commandLine } = await import('../sharing/sharing.ts');
  const line = commandLine({ ...liveStore.getState(), reachedS: reachedS() });
  await navigator.clipboard.writeText(line);
  notify('good', 'The command line is copied', [line.length > longestShown ? `${line.slice(0, longestShown)}…` : line]);
}

/** More of it nobody reads in a notice. */
const longestShown = 200;

async function copyAddress(): Promise<void> {
  const { preset, scenario } = liveStore.getState();
  await navigator.clipboard.writeText(writeAddress());
  const more = scenario.interventions.length > 0 && preset === undefined && settingsStore.getState().view === 'live';
  notify('good', 'The link is copied', more ? ['It carries the parameters, not the interventions: “Export run” carries everything.'] : []);
}

export const savePlotsPng: UnkeyedCommand = {
  title: 'Plots as PNG',
  help: 'Saves the plots over time as they stand, under each other, as a picture.',
  run: () => {
    make(({ savePlots }) => savePlots('png'));
  },
  allowed: isLiveSeen,
};

export const savePlotsSvg: UnkeyedCommand = {
  title: 'Plots as SVG',
  help: 'Saves the plots over time as they stand, under each other, as a drawing that stays sharp at any size.',
  run: () => {
    make(({ savePlots }) => savePlots('svg'));
  },
  allowed: isLiveSeen,
};

export const savePicture: UnkeyedCommand = {
  title: 'Circle as PNG',
  help: 'Saves the phase circle as it stands, as PNG.',
  run: () => {
    make(({ saveStage }) => saveStage());
  },
  allowed: isLiveSeen,
};

export const saveFilm: UnkeyedCommand = {
  title: 'Film',
  help: 'Films the phase circle for 20 seconds and saves the video; pressed again, it ends before.',
  run: () => {
    make(({ filmStage }) => filmStage());
  },
  allowed: isLiveSeen,
};

function make(what: (sharing: typeof Sharing) => Promise<void> | void): void {
  import('../sharing/sharing.ts').then(what).catch((error: unknown) => {
    notify('danger', 'The file could not be made', [error instanceof Error ? error.message : String(error)]);
  });
}

function isLiveSeen(): boolean {
  return liveStore.getState().phase === 'ready' && settingsStore.getState().view === 'live';
}
