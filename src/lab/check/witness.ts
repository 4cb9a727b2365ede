/** What really happened to the mesh of a trial: that a fault was asked for proves nothing. */
import { maxClockJump } from '../../mesh/clock.ts';
import type { Mesh } from '../../mesh/types.ts';
import { partitionShapes, type Intervention, type Scenario } from '../scenario/schema.ts';

/** Ways to cut the mesh; `groups` are drawn by chance. */
export const cutNames = [...partitionShapes, 'groups'] as const;
/** Everything else that can happen. */
export const faultNames = [
  'crash',
  'disk loss',
  'blackout',
  'pause',
  'clock jump',
  'wild clock',
  'loss',
  'duplication',
  'reordering',
  'straggler',
  'long tail',
  'load change',
  'kind filter',
] as const;
export type CutName = (typeof cutNames)[number];
export type FaultName = (typeof faultNames)[number];

export interface Witness {
  /** To be called before an intervention is done. */
  see(intervention: Intervention): void;
  /** Each name once, when the trial is over. */
  cuts(): ReadonlySet<CutName>;
  faults(): ReadonlySet<FaultName>;
}

/** A log-normal delay of this spread or more has a long tail: one message in a hundred takes ten times the median. */
const longTailSigma = 1;

export function createWitness(mesh: Mesh, scenario: Scenario): Witness {
  const cuts = new Set<CutName>();
  const faults = new Set<FaultName>();
  const { harm } = mesh.messages;
  const { stragglers, latency } = scenario.mesh;
  let cut: CutName | undefined;
  let stoppedBefore = 0;
  let isFiltered = scenario.mesh.harmTo !== 'all';
  let harmedBefore = 0;

  /** A filter counts when a message of its kind was harmed. */
  function endFilter(): void {
    const harmed = harm.dropped + harm.doubled + harm.heldBack;
    if (isFiltered && harmed > harmedBefore) faults.add('kind filter');
    harmedBefore = harmed;
  }

  /** A cut counts when it has stopped a message. */
  function endCut(): void {
    if (cut !== undefined && harm.cut > stoppedBefore) cuts.add(cut);
    cut = undefined;
    stoppedBefore = harm.cut;
  }

  return {
    see(intervention) {
      switch (intervention.do) {
        case 'partition':
          endCut();
          cut = intervention.shape ?? 'groups';
          break;
        case 'heal':
          endCut();
          break;
        case 'crash':
          if (mesh.up[intervention.agent] === 1) faults.add('crash');
          break;
        case 'restart':
          // By now those that crashed together are all down.
          if (2 * mesh.up.filter((is) => is === 0).length > mesh.up.length) faults.add('blackout');
          break;
        case 'pause':
          if (mesh.up[intervention.agent] === 1) faults.add('pause');
          break;
        case 'resume':
          break;
        case 'jump':
          if (mesh.up[intervention.agent] === 1 && intervention.ticks <= maxClockJump) faults.add('clock jump');
          break;
        case 'set':
          if (intervention.path === 'mesh.tokenRateHz') faults.add('load change');
          if (intervention.path === 'mesh.harmTo') {
            endFilter();
            isFiltered = intervention.value !== 'all';
          }
      }
    },
    cuts() {
      endCut();
      return cuts;
    },
    faults() {
      endFilter();
      if (harm.unbelieved > 0) faults.add('wild clock');
      if (mesh.disksLost > 0) faults.add('disk loss');
      if (harm.dropped > 0) faults.add('loss');
      if (harm.doubled > 0) faults.add('duplication');
      if (harm.heldBack > 0) faults.add('reordering');
      if (stragglers.length > 0) faults.add('straggler');
      if (latency.kind === 'lognormal' && latency.sigma >= longTailSigma) faults.add('long tail');
      return faults;
    },
  };
}
