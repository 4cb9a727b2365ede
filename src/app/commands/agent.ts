/** What a person does to one agent; recorded like every other intervention. */
import { act } from '../session/session.ts';
import { liveStore } from '../store/live.ts';
import type { Command } from './command.ts';

/** An agent as it is now. */
export interface AgentState {
  readonly agent: number;
  readonly up: boolean;
  readonly paused: boolean;
}

/** The commands for one agent, in the order of its card. */
export function agentCommands({ agent, up, paused }: AgentState): readonly Command[] {
  const ready = (): boolean => liveStore.getState().phase === 'ready';
  return [
    {
      title: 'Crash',
      help: 'The agent stops at once. What it has written to its disk stays.',
      run: () => {
        act({ do: 'crash', agent });
      },
      allowed: () => ready() && up,
    },
    {
      title: 'Restart',
      help: 'The agent goes on with what its disk has kept.',
      run: () => {
        act({ do: 'restart', agent, disk: 'kept' });
      },
      allowed: () => ready() && !up,
    },
    {
      title: 'Restart, disk lost',
      help: 'The agent starts as a new one with nothing: it has to re-join before it votes.',
      run: () => {
        act({ do: 'restart', agent, disk: 'lost' });
      },
      allowed: () => ready() && !up,
    },
    {
      title: paused ? 'Resume agent' : 'Pause agent',
      help: paused
        ? 'The agent handles all that has reached it meanwhile, at once.'
        : 'The agent handles nothing, and loses nothing, until it resumes.',
      run: () => {
        act(paused ? { do: 'resume', agent } : { do: 'pause', agent });
      },
      allowed: () => ready() && up,
    },
  ];
}
