import { useSyncExternalStore } from 'react';
import { liveStore } from '../store/live.ts';
import { settingsStore } from '../store/settings.ts';
import type { Command } from './command.ts';

/** Whether a command can be done now. */
export function useAllowed(command: Command): boolean {
  return useSyncExternalStore(subscribe, command.allowed);
}

function subscribe(changed: () => void): () => void {
  const stops = [liveStore.subscribe(changed), settingsStore.subscribe(changed)];
  return () => {
    for (const stop of stops) stop();
  };
}
