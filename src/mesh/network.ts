/** What lies between the agents: delay, loss, duplication, reordering, and the cut. */
import { draw, normalFrom, streams } from '../base/random.ts';
import type { Remembers } from '../base/remember.ts';
import type { MessageKind } from './message.ts';
import { createLatency, type LatencyOptions } from './latency/registry.ts';
import type { Partition } from './partition/partition.ts';

export interface Straggler {
  readonly agent: number;
  /** Every message that the agent sends takes this much longer, ms. */
  readonly extraMs: number;
}

export interface NetworkOptions {
  readonly seed: number;
  readonly agents: number;
  readonly latency: LatencyOptions;
  readonly stragglers: readonly Straggler[];
}

/** Probabilities per message and receiver; may change while a run goes on. */
export interface NetworkFaults {
  loss: number;
  duplication: number;
  /** Held back by up to twice its delay. */
  reordering: number;
  /** The kind of message that is lost, doubled and held back: all kinds, or one. */
  harmTo: MessageKind | 'all';
}

export interface Network extends Remembers {
  readonly faults: NetworkFaults;
  readonly partitioned: boolean;
  cut(partition: Partition, timeS: number): void;
  heal(): void;
  /** Whether the cut lets a message pass at this time. */
  open(from: number, to: number, timeS: number): boolean;
  /** Draws what becomes of a message: afterwards `lost`, `delayS`, `heldBack` and `duplicateDelayS` (NaN: no duplicate) tell. */
  drawFate(messageId: number, kind: MessageKind, from: number, to: number): void;
  readonly lost: boolean;
  readonly delayS: number;
  /** Whether the delay is longer than it was drawn, so that later messages may overtake this one. */
  readonly heldBack: boolean;
  readonly duplicateDelayS: number;
  /** Delay that is typical of the pair, extra delay of a straggler included. */
  medianS(from: number, to: number): number;
}

export function createNetwork(options: NetworkOptions): Network {
  const { seed, agents } = options;
  const latency = createLatency(options.latency, agents);
  const extraS = new Float64Array(agents);
  for (const straggler of options.stragglers) extraS[straggler.agent] = straggler.extraMs / 1000;
  const faults: NetworkFaults = { loss: 0, duplication: 0, reordering: 0, harmTo: 'all' };
  const u = new Float64Array(4);
  let partition: Partition | undefined;
  let onsetS = 0;
  let lost = false;
  let delayS = 0;
  let heldBack = false;
  let duplicateDelayS = NaN;

  function drawFate(messageId: number, kind: MessageKind, from: number, to: number): void {
    draw(seed, streams.networkDelay, messageId, to, 0, u);
    const isHarmed = faults.harmTo === 'all' || faults.harmTo === kind;
    lost = isHarmed && (u[0] as number) < faults.loss;
    const duplicated = isHarmed && (u[1] as number) < faults.duplication;
    delayS = (extraS[from] as number) + latency.delayS(from, to, normalFrom(u[2] as number, u[3] as number));
    duplicateDelayS = NaN;
    heldBack = false;
    if (!isHarmed || (faults.reordering === 0 && !duplicated)) return;
    draw(seed, streams.networkDelay, messageId, to, 1, u);
    if (duplicated) duplicateDelayS = delayS * (1 + 2 * (u[2] as number));
    heldBack = (u[0] as number) < faults.reordering;
    if (heldBack) delayS *= 1 + 2 * (u[1] as number);
  }

  return {
    remember(memory) {
      partition = memory.value(partition);
      onsetS = memory.value(onsetS);
      memory.all(faults);
    },
    faults,
    get partitioned() {
      return partition !== undefined;
    },
    cut(itsPartition, timeS) {
      partition = itsPartition;
      onsetS = timeS;
    },
    heal() {
      partition = undefined;
    },
    open: (from, to, timeS) => partition === undefined || partition.open(from, to, timeS - onsetS),
    drawFate,
    get lost() {
      return lost;
    },
    get delayS() {
      return delayS;
    },
    get heldBack() {
      return heldBack;
    },
    get duplicateDelayS() {
      return duplicateDelayS;
    },
    medianS: (from, to) => (extraS[from] as number) + latency.medianS(from, to),
  };
}
