/** Files out of the run and into it. Both are made and read in the worker; the page only hands them over. */
import * as Comlink from 'comlink';
import { liveStore, type Exporting } from '../store/live.ts';
import { notify } from '../store/notices.ts';
import { settingsStore } from '../store/settings.ts';
import { download } from './download.ts';
import { ask, ignoreLost } from './link.ts';

/** `chorus-<preset or run>-<seed>`, without its ending. */
export function exportName(): string {
  const { preset, scenario } = liveStore.getState();
  return `chorus-${preset ?? 'run'}-${String(scenario.seed)}`;
}

export function exportCsv(): void {
  exportAs('CSV', `${exportName()}.csv`);
}

export function exportZip(): void {
  exportAs('run', `${exportName()}.zip`);
}

function exportAs(what: Exporting['what'], name: string): void {
  if (liveStore.getState().exporting !== undefined) return;
  liveStore.setState({ exporting: { what, share: 0 } });
  const onProgress = Comlink.proxy((share: number) => {
    if (liveStore.getState().exporting !== undefined) liveStore.setState({ exporting: { what, share } });
  });
  ask(async (api) => (what === 'CSV' ? api.exportCsv : api.exportZip)(onProgress))
    .then((made) => {
      if (made.ok) download(made.value, name);
      else notify('danger', `${name} could not be written`, [made.error, 'The run goes on. The command line writes files of any size.']);
    })
    .catch(ignoreLost)
    .finally(() => {
      liveStore.setState({ exporting: undefined });
    });
}

/** Lets the person choose a scenario or an exported run. */
export function chooseFile(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,.zip,application/json,application/zip';
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file !== undefined) openFile(file);
  });
  input.click();
}

/** A file that is dropped anywhere on the page is opened. */
export function listenForDrops(): void {
  document.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
  });
  document.addEventListener('drop', (event) => {
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    openFile(file);
  });
}

function openFile(file: File): void {
  isExperiment(file)
    .then(async (yes) =>
      yes ? (await import('./experiments.ts')).openExperimentFile(file) : (await import('./open-run.ts')).openRun(file),
    )
    .catch((error: unknown) => {
      notify('danger', `${file.name} could not be read`, [String(error)]);
    });
}

/** A scenario and a run may be long; what an experiment is stands within its first lines. */
const headBytes = 2_000;

/** What says nothing of itself is meant for the notebook while that is open, so that its faults are told there. */
async function isExperiment(file: File): Promise<boolean> {
  const says = /^PK|"schema"\s*:\s*"chorus\.(\w+)/.exec(await file.slice(0, headBytes).text());
  return says === null ? settingsStore.getState().view === 'experiments' : says[1] === 'experiment';
}
