/** What drives the run in time. */
import { resetRun, setPlaying, stepOnce } from '../session/session.ts';
import { liveStore } from '../store/live.ts';
import type { Command } from './command.ts';

const ready = (): boolean => liveStore.getState().phase === 'ready';

export const playPause: Command = {
  title: 'Play / Pause',
  help: 'Lets simulated time go on, or stops it.',
  key: ' ',
  keyName: 'Space',
  run: () => {
    setPlaying(!liveStore.getState().playing);
  },
  allowed: ready,
};

export const step: Command = {
  title: 'Step',
  help: 'Pauses and takes one integration step, Δt.',
  key: '.',
  run: stepOnce,
  allowed: ready,
};

export const reset: Command = {
  title: 'Reset',
  help: 'Starts the run again from time 0, with the parameters as they are.',
  run: resetRun,
  allowed: ready,
};
