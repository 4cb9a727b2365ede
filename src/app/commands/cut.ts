/** What cuts the mesh and heals it. */
import { shapeOptions } from '../../lab/scenario/shapes.ts';
import { act } from '../session/session.ts';
import { liveStore } from '../store/live.ts';
import { settingsStore } from '../store/settings.ts';
import type { Command } from './command.ts';

export const partition: Command = {
  title: 'Partition',
  help: 'Cuts the mesh into the chosen shape: messages across the cut are lost.',
  key: 'p',
  run: () => {
    act({ do: 'partition', shape: settingsStore.getState().partitionShape });
  },
  allowed: () => {
    const { phase, scenario } = liveStore.getState();
    const { partitionShape } = settingsStore.getState();
    const minAgents = shapeOptions.find(({ value }) => value === partitionShape)?.minAgents ?? 0;
    return phase === 'ready' && scenario.mesh.agents >= minAgents;
  },
};

export const heal: Command = {
  title: 'Heal',
  help: 'Ends the partition: everyone reaches everyone again.',
  key: 'h',
  run: () => {
    act({ do: 'heal' });
  },
  allowed: () => {
    const { phase, partitioned } = liveStore.getState();
    return phase === 'ready' && partitioned;
  },
};
