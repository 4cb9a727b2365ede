/** Keeps the page's address and its state the same: a link opens the run, and a reload finds it again. */
import { defaultScenario } from '../../lab/scenario/parse.ts';
import { liveStore } from '../store/live.ts';
import { notify } from '../store/notices.ts';
import { settingsStore } from '../store/settings.ts';
import { startRun } from './session.ts';
import { decodeAddress, encodeAddress, type PageState } from './url-code.ts';

/** Browsers allow few changes of the address in a short time; a drag makes many. */
const settledMs = 400;

/** What the address asks for; the defaults, and a notice, when it cannot be read. */
export function readAddress(): PageState {
  const decoded = decodeAddress(location.hash);
  if (!decoded.ok) notify('danger', 'This link could not be read', [decoded.error, 'The laboratory opens with its defaults.']);
  const state: PageState = decoded.ok ? decoded.value : { scenario: defaultScenario, preset: undefined, view: 'live' };
  settingsStore.setState({ view: state.view });
  return state;
}

export function followAddress(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = (): void => {
    clearTimeout(timer);
    timer = setTimeout(writeAddress, settledMs);
  };
  liveStore.subscribe((state, before) => {
    if (state.now !== before.now || state.preset !== before.preset) settle();
  });
  settingsStore.subscribe((state, before) => {
    if (state.view !== before.view) settle();
  });
  window.addEventListener('hashchange', () => {
    const { scenario, preset } = readAddress();
    startRun({ scenario, preset, playing: liveStore.getState().playing });
  });
}

/** The address of the page as it is; also what `Copy link` copies. */
export function writeAddress(): string {
  const { now, preset } = liveStore.getState();
  // Replacing, unlike assigning, fires no `hashchange` and leaves the way back alone.
  history.replaceState(null, '', encodeAddress({ scenario: now, preset, view: settingsStore.getState().view }));
  return location.href;
}
