/** The notebook of experiments: opens it, takes changes of a setup from wherever they come, and gives out what came of it. */
import type { Setup } from '../../worker/experiment-api.ts';
import { parseScenario } from '../../lab/scenario/parse.ts';
import type { Fault } from '../../lab/scenario/fault.ts';
import { openDialog } from '../store/dialogs.ts';
import { experimentsStore, pageOf, updatePage, type Page, type SetupDocument } from '../store/experiments.ts';
import { notify } from '../store/notices.ts';
import { settingsStore, type View } from '../store/settings.ts';
import { download } from './download.ts';
import { desk, whatBroke } from './experiment-desk.ts';
import { tellLinkFaults } from './link-faults.ts';
import { startRun } from './session.ts';

const schema = 'chorus.experiment/1';

let opening: Promise<void> | undefined;

/** Brings the cards, each with its usual setup; the first experiment is chosen where none is asked for. */
export async function openExperiments(): Promise<void> {
  opening ??= open();
  return opening;
}

async function open(): Promise<void> {
  const cards = await desk().cards();
  const pages: Record<string, Page> = {};
  for (const { name } of cards) {
    const usual = await desk().check({ schema, experiment: name });
    if (usual.ok)
      pages[name] = { usual: usual.value, setup: usual.value, faults: [], expectedS: NaN, progress: undefined, report: undefined };
  }
  experimentsStore.setState({ cards, pages, chosen: cards[0]?.name ?? '' });
  await takeAsked(experimentsStore.getState().asked);
  experimentsStore.subscribe(({ asked }, before) => {
    if (asked !== before.asked) takeAsked(asked).catch(whatBroke);
  });
}

/** What the address asks for, as far as it makes sense; the rest is as usual, and told. */
async function takeAsked(asked: SetupDocument | undefined): Promise<void> {
  if (asked === undefined) return;
  const { setup, faults } = await desk().keep(asked);
  if (setup !== undefined) show(setup);
  const rest = setup === undefined ? 'The notebook opens with its usual settings.' : 'They are as usual.';
  tellLinkFaults(
    setup === undefined ? 'The experiment of this link could not be read' : 'Some settings of this link could not be read',
    faults,
    rest,
  );
  experimentsStore.setState({ asked: undefined });
}

/** Opens the page of a setup that is sound, with the setup. */
function show(setup: Setup): boolean {
  const { experiment } = setup;
  experimentsStore.setState({ chosen: experiment });
  const page = pageOf(experiment);
  if (page?.progress !== undefined) {
    notify('danger', 'This experiment is running', ['Cancel it first: what is done is kept. Its settings are as they were.']);
    return false;
  }
  replaceSetup(experiment, setup);
  return true;
}

function replaceSetup(name: string, setup: Setup): void {
  const same = JSON.stringify(pageOf(name)?.setup) === JSON.stringify(setup);
  // What came of another setup is no answer to this one; what was done for it is kept, should it be asked for again.
  updatePage(name, same ? { faults: [] } : { setup, faults: [], expectedS: NaN, report: undefined });
}

type Change = Partial<Pick<Setup, 'seed' | 'replicates' | 'settings'>>;

/** One change after the other: each is of what the one before has left. */
let changes: Promise<void> = Promise.resolve();

/** Takes a change of the setup, or says what is wrong with it and keeps the old one. */
export async function changeSetup(name: string, change: Change): Promise<void> {
  const mine = changes.then(async () => takeChange(name, change));
  changes = mine.catch(() => undefined);
  return mine;
}

/** Resolves when every change that was made is taken or refused. */
export async function changesTaken(): Promise<void> {
  return changes;
}

async function takeChange(name: string, change: Change): Promise<void> {
  const page = pageOf(name);
  if (page === undefined || page.progress !== undefined) return;
  const checked = await desk().check({ ...page.setup, ...change, settings: { ...page.setup.settings, ...change.settings } });
  if (checked.ok) replaceSetup(name, checked.value);
  else updatePage(name, { faults: checked.error });
}

/** Opens a file `chorus.experiment/1`; or changes nothing and shows every fault of it. */
export async function openExperimentFile(file: File): Promise<void> {
  settingsStore.setState({ view: 'experiments' });
  await openExperiments();
  const read = await desk().read(file);
  if (!read.ok) openFaults(file.name, read.error);
  else if (show(read.value)) notify('good', `${file.name} is open`, ['Its settings are in the notebook, ready to run.']);
}

/** Lets the person choose one. */
export function chooseExperiment(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,application/json';
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file !== undefined) openExperimentFile(file).catch(whatBroke);
  });
  input.click();
}

/** Runs the counterexample that was found in place of the live run, to be seen in this view. */
export function openCounterexample(name: string, view: Extract<View, 'live' | 'trace'>): void {
  const scenario = parseScenario(pageOf(name)?.report?.counterexample ?? '');
  if (!scenario.ok) {
    openFaults('counterexample.json', scenario.error);
    return;
  }
  settingsStore.setState({ view });
  startRun({ scenario: scenario.value, preset: undefined, playing: true });
}

/** Everything that the page shows, and the raw replicates, as one zip. */
export async function saveReport(name: string): Promise<void> {
  const found = pageOf(name)?.report;
  if (found === undefined) return;
  download(await desk().zip(found), `chorus-${name}-${String(found.setup.seed)}.zip`);
}

/** One table of it: `table.csv`, `replicates.csv`, `figure-order.csv`. */
export async function saveTable(name: string, file: string): Promise<void> {
  const found = pageOf(name)?.report;
  if (found === undefined) return;
  download(await desk().file(found, file), `chorus-${name}-${String(found.setup.seed)}-${file}`);
}

/** The setup as the document that `chorus experiment` takes too. */
export function saveSetup(name: string): void {
  const page = pageOf(name);
  if (page === undefined) return;
  const text = `${JSON.stringify(page.setup, null, 2)}\n`;
  download(new Blob([text], { type: 'application/json' }), `chorus-${name}.json`);
}

function openFaults(name: string, faults: readonly Fault[]): void {
  openDialog({ kind: 'faults', name, faults });
}
