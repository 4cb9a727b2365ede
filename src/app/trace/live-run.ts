/** The live run, as what brings its events to the diagram meets it. */
import { ask } from '../session/link.ts';
import { currentFrame, liveStore } from '../store/live.ts';
import { series } from '../store/series.ts';
import { violationStore } from '../store/violations.ts';
import type { FeedOptions } from './history-feed.ts';

export const liveRun: Pick<FeedOptions, 'run' | 'now' | 'events'> = {
  run: 'live',
  now() {
    const { phase, generation, scenario, interventions } = liveStore.getState();
    const isThere = phase === 'ready' || phase === 'replaying';
    return {
      generation: isThere ? `${String(generation)} ${String(series.branch)}` : undefined,
      agents: scenario.mesh.agents,
      timeS: currentFrame()?.timeS ?? 0,
      interventions,
      violations: violationStore.getState().first,
    };
  },
  events: (from, max) => ask((api) => api.events(from, max)),
};
