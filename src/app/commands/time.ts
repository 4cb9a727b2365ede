/** What walks through the run's past. */
import { goTo, goToEnd, swapBranches, wantedS } from '../session/past.ts';
import { currentFrame, liveStore } from '../store/live.ts';
import type { Command, UnkeyedCommand } from './command.ts';

const ready = (): boolean => liveStore.getState().phase === 'ready' && liveStore.getState().exporting === undefined;

/** Far enough to see a difference, near enough to find a moment. */
const backS = 1;

export const stepBack: Command = {
  title: 'Back',
  help: 'Pauses and shows the run as it was a second before.',
  key: ',',
  run: () => {
    const frame = currentFrame();
    if (frame !== undefined) goTo(Math.max(0, Math.min(wantedS() ?? frame.timeS, frame.headS) - backS));
  },
  allowed: ready,
};

export const now: Command = {
  title: 'Now',
  help: 'Returns from the past to the end of the run, and plays on if it did.',
  key: 'n',
  run: goToEnd,
  allowed: () => ready() && liveStore.getState().inPast,
};

export const otherBranch: UnkeyedCommand = {
  title: 'Go back to it',
  help: 'Returns to the run as it was before something was changed in its past; what was made of it since can be gone back to in the same way.',
  run: swapBranches,
  allowed: () => ready() && liveStore.getState().left !== undefined,
};
