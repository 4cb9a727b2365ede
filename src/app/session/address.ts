/** Keeps the page's address and its state the same: a link opens the run, and a reload finds it again. */
import { benchStore } from '../store/benches.ts';
import { experimentsStore, pageOf, type SetupDocument } from '../store/experiments.ts';
import { liveStore } from '../store/live.ts';
import { settingsStore } from '../store/settings.ts';
import { differenceOf } from './experiment-code.ts';
import { tellLinkFaults } from './link-faults.ts';
import { startRun } from './session.ts';
import { decodeAddress, defaultState, encodeAddress, type PageState } from './url-code.ts';

/** Browsers allow few changes of the address in a short time; a drag makes many. */
const settledMs = 400;

/** What the address asks for, as far as it makes sense; the rest is as by default, and told. */
export function readAddress(): PageState {
  const decoded = decodeAddress(location.hash);
  if (decoded.ok) tellLinkFaults('Part of this link could not be read', decoded.value.faults, 'What else it says is as it says.');
  else tellLinkFaults('This link could not be read', [decoded.error], 'The laboratory opens with its defaults.');
  const state = decoded.ok ? decoded.value.state : defaultState;
  settingsStore.setState({ view: state.view });
  experimentsStore.setState({ asked: state.experiment });
  benchStore.setState({ asked: state.bench });
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
  experimentsStore.subscribe((state, before) => {
    if (state.chosen !== before.chosen || state.pages[state.chosen]?.setup !== before.pages[state.chosen]?.setup) settle();
  });
  benchStore.subscribe(({ told }, before) => {
    if (told !== before.told) settle();
  });
  window.addEventListener('hashchange', () => {
    const { scenario, preset } = readAddress();
    startRun({ scenario, preset, playing: liveStore.getState().playing });
  });
}

/** The address of the page as it is; also what `Copy link` copies. */
export function writeAddress(): string {
  const { now, preset } = liveStore.getState();
  const { view } = settingsStore.getState();
  // Replacing, unlike assigning, fires no `hashchange` and leaves the way back alone.
  const { asked, told } = benchStore.getState();
  const experiment = view === 'experiments' ? openAt() : undefined;
  history.replaceState(null, '', encodeAddress({ scenario: now, preset, view, experiment, bench: asked ?? told[view] }));
  return location.href;
}

function openAt(): SetupDocument | undefined {
  const { asked, chosen } = experimentsStore.getState();
  const page = pageOf(chosen);
  return asked ?? (page === undefined ? undefined : differenceOf(page.setup, page.usual));
}
