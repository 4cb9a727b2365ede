/** What is looked at: the live run, or a log that others made. */
import type { ImportOptions } from '../../lab/import/shiviz.ts';
import type { Fault } from '../../lab/scenario/fault.ts';
import { maxLogBytes } from '../../lab/texts/shiviz-formats.ts';
import type { Source } from '../../worker/trace-api.ts';
import { ignoreLost } from '../session/link.ts';
import { openDialog } from '../store/dialogs.ts';
import { showWhole } from './actions.ts';
import { compareWith } from './compare.ts';
import { asItIs } from './lanes.ts';
import { firstWindow } from './layout.ts';
import { askTrace as ask } from './link.ts';
import { nothingAsked, traceStore } from './trace-store.ts';

export function showSource(source: Source): void {
  compareWith(undefined);
  ask((api) => api.textOf(source))
    .then((text) => {
      traceStore.setState({
        ...text,
        ...nothingAsked,
        source,
        arrangement: asItIs,
        sides: undefined,
        axis: source === 'live' ? 'time' : 'depth',
        follows: source === 'live',
        window: firstWindow,
      });
      if (source !== 'live') showWholeSoon();
    })
    .catch(ignoreLost);
}

/** How far a log goes is only known when it has been looked at. */
function showWholeSoon(): void {
  const stop = traceStore.subscribe((state, before) => {
    if (state.extent === before.extent || state.extent.length === 0) return;
    stop();
    showWhole();
  });
}

export function chooseLog(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.log,.txt,text/plain';
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file !== undefined) openLog(file);
  });
  input.click();
}

/** What takes longer than this is told to be on its way. */
const patienceMs = 400;

/** Opens it at once where its form is known; else a person is asked for the expressions, unless none could read it. */
export function openLog(file: File): void {
  const timer = setTimeout(() => {
    traceStore.setState({ reading: file.name });
  }, patienceMs);
  readLog(file, {})
    .then((faults) => {
      if (faults.length === 0) return;
      if (file.size === 0 || file.size > maxLogBytes) openDialog({ kind: 'faults', name: file.name, faults });
      // The dialog of expressions tells what is wrong.
      else traceStore.setState({ asked: file });
    })
    .catch(ignoreLost)
    .finally(() => {
      clearTimeout(timer);
      traceStore.setState({ reading: undefined });
    });
}

/** @returns what is wrong; nothing when the log is open. */
export async function readLog(file: File, options: ImportOptions): Promise<readonly Fault[]> {
  const read = await ask(async (api) => api.openLog(file, options));
  if (!read.ok) return read.error;
  traceStore.setState({ log: { ...read.value, file } });
  const first = read.value.executions.findIndex(({ faults }) => faults.count === 0);
  if (first >= 0) showSource(first);
  else showSource('live');
  return [];
}

export function told({ path, found, allowed }: Fault): string {
  return `${path === '' ? '' : `${path}: `}found ${found}; allowed: ${allowed}`;
}
