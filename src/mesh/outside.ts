/** What is done to a mesh from outside, but for what befalls a single agent's life (`life.ts`). */
import type { Remembers } from '../base/remember.ts';
import type { Clocks } from './clock.ts';
import { eventNumber, type EventLog } from './event-log.ts';
import type { Life } from './life.ts';
import type { Network } from './network.ts';
import type { Observer } from './observer/observer.ts';
import type { Mesh, MeshSettings } from './types.ts';
import type { WallClocks } from './wall-clock.ts';

export interface OutsideParts {
  readonly clocks: Clocks;
  readonly wallClocks: WallClocks;
  readonly network: Network;
  readonly events: EventLog;
  readonly observer: Observer;
  readonly life: () => Life;
  readonly nowS: () => number;
  /** Moves an agent's clock by one event and answers its Lamport time. */
  readonly tick: (agent: number) => number;
  /** The rates of an agent's loop have changed. */
  readonly changedRates: (agent: number) => void;
}

export interface Outside extends Pick<Mesh, 'configure' | 'partition' | 'heal' | 'jump' | 'noteSet'>, Remembers {
  readonly settings: MeshSettings;
  /** Tells the observer whether the mesh is whole. */
  tellObserver(): void;
}

/** Above this loss no bound on convergence is stated. */
const calmLoss = 0.5;

export function createOutside(parts: OutsideParts, initial: MeshSettings): Outside {
  const { clocks, network, events, observer, nowS } = parts;
  let settings = initial;
  harm(initial);

  function configure(changed: MeshSettings): void {
    const before = settings;
    settings = changed;
    harm(changed);
    if (changed.loss !== before.loss) tellObserver();
    if (changed.tokenRateHz === before.tokenRateHz && changed.phaseRateHz === before.phaseRateHz) return;
    parts.life().up.forEach((isUp, agent) => {
      if (isUp === 1) parts.changedRates(agent);
    });
  }

  function harm({ loss, duplication, reordering, harmTo = 'all' }: MeshSettings): void {
    Object.assign(network.faults, { loss, duplication, reordering, harmTo });
  }

  function tellObserver(): void {
    observer.calm(!network.partitioned && network.faults.loss <= calmLoss && parts.life().allRun && !clocks.isTorn(), nowS());
  }

  function recordForAll(kind: 'partition' | 'heal' | 'set'): void {
    events.record(eventNumber[kind], nowS(), -1, -1);
  }

  return {
    remember(memory) {
      settings = memory.value(settings);
    },
    get settings() {
      return settings;
    },
    tellObserver,
    configure,
    partition(partition) {
      network.cut(partition, nowS());
      recordForAll('partition');
      tellObserver();
    },
    heal() {
      network.heal();
      recordForAll('heal');
      tellObserver();
    },
    jump(agent, ticks, wallMs) {
      if (parts.life().up[agent] === 0) return;
      clocks.jump(agent, ticks);
      parts.wallClocks.jump(agent, wallMs / 1000);
      events.record(eventNumber.jump, nowS(), agent, parts.tick(agent));
      tellObserver();
    },
    noteSet() {
      recordForAll('set');
    },
  };
}
