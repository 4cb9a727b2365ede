/** Every experiment, in the order in which they are offered. To add one: one file, one line here. */
import { ablation } from './ablation.ts';
import { couplingSweep } from './coupling-sweep.ts';
import { decay } from './decay.ts';
import type { Experiment } from './define.ts';
import { inverseRope } from './inverse-rope.ts';
import { latencyBudget } from './latency-budget.ts';
import { noiseLaws } from './noise-laws.ts';
import { paperTable } from './paper-table.ts';
import { partition } from './partition.ts';
import { phaseDiagram } from './phase-diagram.ts';
import { sphere } from './sphere.ts';
import { splitBrainHunt } from './split-brain-hunt.ts';
import { stalePhases } from './stale-phases.ts';
import { tokenClock } from './token-clock.ts';

export const experiments: readonly Experiment[] = [
  paperTable,
  partition,
  couplingSweep,
  phaseDiagram,
  ablation,
  latencyBudget,
  stalePhases,
  splitBrainHunt,
  inverseRope,
  sphere,
  noiseLaws,
  tokenClock,
  decay,
];

export function experimentNamed(name: string): Experiment | undefined {
  return experiments.find(({ card }) => card.name === name);
}
