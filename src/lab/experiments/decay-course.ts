/** One replicate of decay and recovery: a field on agents whose coupling tires, as FitzHugh–Nagumo has it. */
import { at } from '../../base/assert.ts';
import { couplingShare } from '../../field/recovery/fitzhugh-nagumo.ts';
import { createTiredField } from '../dynamics/tired-field.ts';

export interface Task {
  readonly seed: number;
  readonly current: number;
  readonly oscillators: number;
  readonly agents: number;
  readonly coupling: number;
  readonly noise: number;
}
export interface Seen {
  /** Range of v over the second half. */
  readonly swing: number;
  /** Means over the second half. */
  readonly share: number;
  readonly order: number;
}

export const stepS = 0.02;
const durationS = 240;

export function runTired({ seed, current, oscillators, agents, coupling, noise }: Task): Seen {
  const field = createTiredField({ seed, oscillators, agents, stepS, current });
  const steps = Math.round(durationS / stepS);
  let [low, high, share, order] = [Infinity, -Infinity, 0, 0];
  for (let step = 0; step < steps; step++) {
    field.step(current, coupling, noise);
    if (step < steps / 2) continue;
    const first = at(field.states, 0);
    low = Math.min(low, first.v);
    high = Math.max(high, first.v);
    share += couplingShare(first.w);
    order += field.order();
  }
  return { swing: high - low, share: share / (steps / 2), order: order / (steps / 2) };
}
