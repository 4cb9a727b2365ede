/** What theory says of a scenario's field as it stands: its threshold, and the order that each component settles at. */
import { delayedCriticalCoupling, delayedOrder } from '../../field/theory/delay.ts';
import { known, unknown, type Unknown } from '../../field/theory/answer.ts';
import { effectiveCoupling } from '../../field/theory/partition.ts';
import { criticalCoupling, stationaryOrder, type Population } from '../../field/theory/stationary-order.ts';
import type { PartitionShape, Scenario } from '../scenario/schema.ts';
import { criticalNoise } from './critical-noise.ts';
import type { Answer, Parts, Prediction } from './types.ts';

/**
 * For N → ∞ and ideal exchange. Under a cut every component is a population by itself, with the coupling that is left to it
 * (`effectiveCoupling`).
 */
export function predict({ field }: Pick<Scenario, 'field'>, { oscillators, shape }: Parts): Prediction {
  const population = populationOf(field);
  const uneven = unevenCut(shape);
  const share = (count: number): number => effectiveCoupling(field.coupling, count, field.oscillators, field.normalisation);
  const thresholdAt = (noise: number): Answer =>
    isLate(field) ? lateThreshold({ ...field, noise }) : criticalCoupling({ ...population, noise });
  return {
    criticalCoupling: thresholdAt(field.noise),
    criticalNoise: criticalNoise(field.coupling, thresholdAt),
    orders: oscillators.map(
      (count) => uneven ?? (isLate(field) ? lateOrder(field, share(count)) : stationaryOrder(population, share(count))),
    ),
  };
}

/** Whether coupling acts late or at an angle: then it matters how fast everybody turns. */
export function isLate({ delayS, phaseLagRad }: Scenario['field']): boolean {
  return delayS > 0 || phaseLagRad !== 0;
}

/** K_c where coupling acts late or at an angle, for the law that it is known for. */
export function lateThreshold({ frequency, noise, delayS, phaseLagRad }: Scenario['field']): Answer {
  const width = lorentzianWidth(frequency);
  if (width === undefined || width + noise === 0) return lateUnknown;
  const { coupling } = delayedCriticalCoupling(frequency.centre, width, noise, delayS, phaseLagRad);
  return coupling < Infinity
    ? known(coupling, late)
    : unknown('There is none: with a phase lag of a quarter turn or more, coupling drives phases apart.');
}

function lateOrder({ frequency, noise, delayS, phaseLagRad }: Scenario['field'], coupling: number): Answer {
  const width = lorentzianWidth(frequency);
  if (width === undefined || width + noise === 0) return lateUnknown;
  return known(coupling === 0 ? 0 : (delayedOrder(frequency.centre, width, noise, delayS, coupling, phaseLagRad)?.order ?? 0), late);
}

function lorentzianWidth({ law, width }: Scenario['field']['frequency']): number | undefined {
  if (law === 'identical') return 0;
  return law === 'lorentzian' || width === 0 ? width : undefined;
}

const late = {
  formula: 'K_c = 2(γ + σ²/2)/cos(Ωτ + α), Ω = ω₀ − (γ + σ²/2) tan(Ωτ + α)',
  regime: 'N → ∞, the same delay and lag for all, ideal exchange',
  source: 'Yeung & Strogatz, Phys. Rev. Lett. 82, 648 (1999); Sakaguchi & Kuramoto, Prog. Theor. Phys. 76, 576 (1986)',
};
const lateUnknown = unknown(
  'No closed form with a delay or a phase lag here: it is known for the Lorentzian law and for identical oscillators with noise.',
);

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
