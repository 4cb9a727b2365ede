/**
 * The live run once more with another protocol: same seed, same faults, in a worker of its own, always as far as the live run
 * has come. What a person does to the live run is done to it too: it begins anew and hurries to the same moment.
 */
import { faultText } from '../../lab/scenario/fault.ts';
import type { Scenario } from '../../lab/scenario/schema.ts';
import { setParameter } from '../../lab/scenario/set.ts';
import { parameters } from '../../lab/scenario/parameters.ts';
import type { LiveApi, Violation } from '../../worker/live-api.ts';
import { openBridge, type Bridge } from '../bridge.ts';
import { onAct } from '../frame-loop.ts';
import { ignoreLost } from '../session/link.ts';
import { reachedS } from '../session/session.ts';
import { spawnWorker } from '../session/spawn-worker.ts';
import { liveStore, type LiveState } from '../store/live.ts';
import { notify } from '../store/notices.ts';
import { feed } from './history-feed.ts';

const noViolations: readonly Violation[] = [];
/** A drag makes many settings: it begins anew when they have come to rest. */
const restMs = 400;

export interface OtherRun {
  readonly protocol: string;
  stop(): void;
}

/** @param grown when there is more of it. @param lost with a sentence for people, when it cannot go on. */
export function startOther(protocol: string, grown: () => void, lost: (why: string) => void): OtherRun {
  let generation = 0;
  let isReady = false;
  let violations = noViolations;
  let askedS = 0;
  let begun: Pick<LiveState, 'generation' | 'interventions' | 'scenario'> | undefined;
  let seen: unknown;
  let changedMs = -Infinity;
  let scenario: Scenario | undefined;
  const bridge: Bridge<LiveApi> = openBridge<LiveApi>(() => spawnWorker('live'), lost);

  async function begin(live: LiveState): Promise<void> {
    begun = live;
    isReady = false;
    askedS = reachedS();
    const durationS = Math.max(live.scenario.durationS, Math.ceil(askedS));
    const base = { ...live.scenario, durationS, interventions: [...live.interventions] };
    const next = setParameter(base, parameters.protocol.path, protocol);
    if (!next.ok) {
      lost(next.error.map((fault) => faultText(fault)).join('; '));
      return;
    }
    const wanted = { generation: generation + 1, playing: false, speed: 1, replayToS: askedS };
    const started = await bridge.call(async (api) => api.start(next.value, wanted));
    if (!started.ok) {
      lost(started.error);
      return;
    }
    scenario = next.value;
    violations = noViolations;
    generation++;
    isReady = true;
  }

  const stopActing = onAct((nowMs) => {
    const live = liveStore.getState();
    if (live.phase !== 'ready' || (begun !== undefined && !isReady)) return;
    if (seen !== live.interventions) {
      seen = live.interventions;
      changedMs = nowMs;
    }
    const isSame = begun?.generation === live.generation;
    if (!isSame || (begun?.interventions !== live.interventions && nowMs - changedMs > restMs)) begin(live).catch(ignoreLost);
    else if (begun?.interventions === live.interventions && reachedS() > askedS) {
      askedS = reachedS();
      bridge.call((api) => api.replayTo(askedS)).catch(ignoreLost);
    }
  });
  const stopFeeding = feed({
    run: 'other',
    now: () => ({
      generation: isReady ? String(generation) : undefined,
      agents: scenario?.mesh.agents ?? 0,
      timeS: askedS,
      interventions: scenario?.interventions ?? [],
      violations,
    }),
    async events(from, maxEvents) {
      const first = await bridge.call((api) => api.violations());
      if (first.length !== violations.length) violations = first;
      return bridge.call((api) => api.events(from, maxEvents));
    },
    grown,
    dropped() {
      notify('danger', 'The run beside this one has made more events than are kept');
    },
  });
  return {
    protocol,
    stop() {
      stopActing();
      stopFeeding();
      bridge.close();
    },
  };
}
