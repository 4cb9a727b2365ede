/** What drives the run in time. */
import { resetRun, setPlaying, setSpeed, stepOnce } from '../session/session.ts';
import { liveStore } from '../store/live.ts';
import type { Command, UnkeyedCommand } from './command.ts';

const ready = (): boolean => liveStore.getState().phase === 'ready';

export const playPause: Command = {
  title: 'Play / Pause',
  help: 'Lets simulated time go on, or stops it.',
  key: ' ',
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

let speedBefore = 1;

export const slowMotion: Command = {
  title: 'Slow motion',
  help: 'Slows simulated time down, so that single messages can be followed; once more, and it is as fast as before.',
  key: 's',
  run: () => {
    const { speed } = liveStore.getState();
    if (speed >= 1) speedBefore = speed;
    setSpeed(speed >= 1 ? slowSpeed : speedBefore);
  },
  allowed: () => true,
};

/** A message between two continents, 70 ms on its way, takes a second and a half. */
const slowSpeed = 0.05;

export const reset: UnkeyedCommand = {
  title: 'Reset',
  help: 'Starts the run again from time 0, with the parameters as they are.',
  run: resetRun,
  allowed: ready,
};
