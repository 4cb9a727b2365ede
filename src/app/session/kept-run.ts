/**
 * What the run is made of, kept in the browser while the tab lives: the scenario, what was done on the way, and how far it came. After a
 * reload it can be brought back from that, to the same bits.
 */
import { checkScenario } from '../../lab/scenario/parse.ts';
import { currentFrame, liveStore } from '../store/live.ts';
import { keptStore, type KeptRun } from '../store/kept-run.ts';
import { startRun } from './session.ts';

const key = 'chorus.run';
/** A crash of the browser loses no more than this. */
const everyMs = 5_000;
/** What is over so soon is seen again sooner than it is brought back. */
const leastS = 5;

/** Offers what was kept before a reload, and keeps the run from now on. Called once. */
export function keepRun(): void {
  const [navigation] = performance.getEntriesByType('navigation');
  if (navigation instanceof PerformanceNavigationTiming && navigation.type !== 'navigate') keptStore.setState({ kept: read() });
  setInterval(write, everyMs);
  window.addEventListener('pagehide', write);
}

export function bringBack(): void {
  const { kept } = keptStore.getState();
  if (kept === undefined) return;
  keptStore.setState({ kept: undefined });
  startRun({ scenario: kept.scenario, preset: kept.preset, playing: liveStore.getState().playing, replayToS: kept.reachedS });
}

export function letGo(): void {
  keptStore.setState({ kept: undefined });
}

function write(): void {
  const { phase, scenario, interventions, preset } = liveStore.getState();
  const frame = currentFrame();
  // Until the person has decided, what was kept before stays.
  if (phase !== 'ready' || frame === undefined || keptStore.getState().kept !== undefined) return;
  const run: KeptRun = { scenario: { ...scenario, interventions: [...interventions] }, preset, reachedS: frame.headS };
  try {
    sessionStorage.setItem(key, JSON.stringify(run));
  } catch {
    // A browser that keeps nothing, or a run with more done to it than fits: it goes on all the same.
  }
}

/** Undefined where nothing was kept that is worth bringing back, or that an older page wrote and this one cannot read. */
function read(): KeptRun | undefined {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    if (typeof found !== 'object' || found === null || !('scenario' in found) || !('reachedS' in found)) return undefined;
    const checked = checkScenario({ schema: 'chorus.scenario/1', ...(found.scenario as object) });
    const { reachedS } = found;
    if (!checked.ok || typeof reachedS !== 'number' || !(reachedS >= leastS)) return undefined;
    const preset = 'preset' in found && typeof found.preset === 'string' ? found.preset : undefined;
    return { scenario: checked.value, preset, reachedS };
  } catch {
    return undefined;
  }
}
