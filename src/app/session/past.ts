/** Walks through what the run has been through: to any moment of it, back to its end, to the branch that was left. */
import { liveStore } from '../store/live.ts';
import type { Action } from '../../lab/scenario/schema.ts';
import type { Frame } from '../../worker/frame.ts';
import { notify } from '../store/notices.ts';
import { pullSoon } from './frames.ts';
import { ask, ignoreLost } from './link.ts';

/** Where a person wants to go, until the run is there. */
let goalS: number | undefined;
let asking = false;
let askedS: number | undefined;
/** Whether the run was playing when it was left for its past. */
let wasPlaying = false;
let swapped = false;

/** Pauses, and shows the run as it was at this moment, or as it is at its end if that is earlier. */
export function goTo(timeS: number): void {
  const { playing, inPast } = liveStore.getState();
  if (!inPast && goalS === undefined) wasPlaying = playing;
  liveStore.setState({ playing: false });
  goalS = timeS;
  if (!asking) travel().catch(ignoreLost);
}

/** Shows the end of the run, and plays on if it did. */
export function goToEnd(): void {
  const { inPast } = liveStore.getState();
  if (!inPast && goalS === undefined) return;
  goTo(Infinity);
  if (wasPlaying) liveStore.setState({ playing: true });
}

/** Goes to the end of the branch that was left last, and leaves this one. */
export function swapBranches(): void {
  liveStore.setState({ playing: false });
  ask(async (api) => api.swapBranches())
    .then((undone) => {
      tellUndone(undone);
      swapped = true;
      pullSoon();
    })
    .catch(ignoreLost);
}

/** Whether the branches have been swapped since this was asked last. */
export function haveSwapped(): boolean {
  const have = swapped;
  swapped = false;
  return have;
}

/** The moment that is wanted; undefined once it is shown. */
export function wantedS(): number | undefined {
  return goalS;
}

/** A drag asks for many moments; the run goes to the latest as soon as it has answered the one before. Each of them pauses it. */
async function travel(): Promise<void> {
  asking = true;
  try {
    while (goalS !== undefined && goalS !== askedS) {
      const timeS = goalS;
      askedS = timeS;
      tellUndone(await ask(async (api) => api.goTo(timeS)));
      pullSoon();
    }
  } finally {
    asking = false;
    askedS = undefined;
  }
  if (liveStore.getState().playing) await ask(async (api) => api.play(true));
}

function tellUndone(undone: readonly Action[]): void {
  if (undone.length === 0) return;
  const names = new Set(undone.map((action) => (action.do === 'set' ? action.path : action.do)));
  notify('danger', `Not done: ${[...names].join(', ')}`, ['The run went elsewhere before it was at the moment where that was asked for.']);
}

/** A run that is new, or that died, is nowhere else than where it is. */
export function forgetPast(): void {
  goalS = undefined;
  wasPlaying = false;
}

/** Half of the shortest step that a run may take. */
const nothingS = 5e-5;

/** Called with every frame. */
export function followPast(frame: Frame): void {
  if (!asking && Number.isNaN(frame.replayToS)) goalS = undefined;
  const inPast = frame.headS - frame.timeS > nothingS;
  const before = liveStore.getState();
  if (before.inPast !== inPast) liveStore.setState({ inPast });
  const isLeft = !Number.isNaN(frame.otherFromS);
  if (before.left?.fromS === (isLeft ? frame.otherFromS : undefined) && before.left?.toS === (isLeft ? frame.otherToS : undefined)) return;
  liveStore.setState({ left: isLeft ? { fromS: frame.otherFromS, toS: frame.otherToS } : undefined });
}
