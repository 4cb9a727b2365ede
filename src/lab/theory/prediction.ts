/** What theory says of a scenario's field as it stands: its threshold, and the order that each component settles at. */
import { unknown, type Unknown } from '../../field/theory/answer.ts';
import { effectiveCoupling } from '../../field/theory/partition.ts';
import { criticalCoupling, stationaryOrder, type Population } from '../../field/theory/stationary-order.ts';
import type { PartitionShape, Scenario } from '../scenario/schema.ts';
import type { Parts, Prediction } from './types.ts';

/**
 * For N → ∞ and coupling without delay. Under a cut every component is a population by itself, with the coupling that is left to it
 * (`effectiveCoupling`).
 */
export function predict({ field }: Pick<Scenario, 'field'>, { oscillators, shape }: Parts): Prediction {
  const population = populationOf(field);
  const uneven = unevenCut(shape);
  return {
    criticalCoupling: criticalCoupling(population),
    orders: oscillators.map(
      (count) => uneven ?? stationaryOrder(population, effectiveCoupling(field.coupling, count, field.oscillators, field.normalisation)),
    ),
  };
}

/** The scenario's field in the words of theory. */
export function populationOf({ frequency, noise }: Scenario['field']): Population {
  return { law: frequency.law, widthRadS: frequency.width, noise };
}

/** Why there is no theory for a shape of cut, where there is none. */
export function unevenCut(shape: PartitionShape | undefined): Unknown | undefined {
  return shape !== undefined && unevenShapes.has(shape) ? uneven : undefined;
}

/** Cuts in which agents of one component do not all hear the same ones: the mean field is no longer one number. */
const unevenShapes: ReadonlySet<PartitionShape> = new Set<PartitionShape>(['bridge', 'ring', 'one-way']);
const uneven = unknown('No closed form: in this cut agents of one component hear different ones.');
