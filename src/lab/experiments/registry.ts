/** Every experiment, in the order in which they are offered. To add one: one file, one line here. */
import { couplingSweep } from './coupling-sweep.ts';
import type { Experiment } from './define.ts';
import { inverseRope } from './inverse-rope.ts';
import { paperTable } from './paper-table.ts';
import { phaseDiagram } from './phase-diagram.ts';

export const experiments: readonly Experiment[] = [paperTable, couplingSweep, phaseDiagram, inverseRope];

export function experimentNamed(name: string): Experiment | undefined {
  return experiments.find(({ card }) => card.name === name);
}
