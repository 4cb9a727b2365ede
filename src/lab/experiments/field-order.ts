/** A field by itself, without a mesh: what order it settles at. */
import { allToAll } from '../../field/mean-field.ts';
import { createField, type FieldOptions } from '../../field/field.ts';
import { real } from '../scenario/parameter.ts';

/** Of a field that starts in order or in disorder and is left to itself. */
export interface FieldTask {
  readonly seed: number;
  readonly oscillators: number;
  readonly law: FieldOptions['frequency']['law'];
  readonly width: number;
  readonly noise: number;
  readonly coupling: number;
  /** From weak order, so that what grows need not grow out of chance first; or from synchrony. */
  readonly start: 'weak' | 'synchronised';
  readonly stepS: number;
  /** Left alone for so long, then looked at for so long. */
  readonly settleS: number;
  readonly measureS: number;
}

/** The setting that says how long a field is left alone. */
export const settling = (defaultS: number): ReturnType<typeof real> =>
  real({
    path: 'settleS',
    label: 'Settling',
    unit: 's',
    min: 1,
    max: 1000,
    step: 1,
    default: defaultS,
    live: false,
    help: 'Simulated time that every field is left alone before it is looked at.',
  });

/** Well above chance from 1000 oscillators on, well below the order of a synchronised field. */
const weakOrder = 0.1;

/** Mean of r over the window, one sample a step. Frequencies are the law's quantiles: no draw of them moves the threshold. */
export function settledOrder(task: FieldTask): number {
  const { seed, oscillators, law, width, noise, coupling, start, stepS, settleS, measureS } = task;
  const field = createField({
    seed,
    oscillators,
    agents: 1,
    frequency: { law, centre: 0, width, sampling: 'quantile' },
    initial: start === 'weak' ? { kind: 'poisson', r0: weakOrder } : { kind: 'synchronised', r0: 0 },
    scheme: 'euler-maruyama',
    stepS,
  });
  const exchange = allToAll(field.agentStart);
  const from = Math.round(settleS / stepS);
  const to = from + Math.max(1, Math.round(measureS / stepS));
  let sum = 0;
  for (let step = 0; step < to; step++) {
    field.begin(step, coupling, exchange);
    field.finish(noise);
    if (step < from) continue;
    const [re, im] = [field.agentRe[0] as number, field.agentIm[0] as number];
    sum += Math.sqrt(re * re + im * im);
  }
  return sum / (to - from);
}
