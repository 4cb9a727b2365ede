/** What theory says of the order of vectors on a sphere at these settings, and the curve of it where it has one. */
import { known, unknown, type Answer, type Provenance } from '../../field/theory/answer.ts';
import { criticalCoupling, stationaryOrder, type Population } from '../../field/theory/stationary-order.ts';
import { rotatedOrder, sphereJump, sphereOrder, sphereOrderWithRotations, sphereThreshold } from '../../field/sphere/theory.ts';
import type { OrderCurve, SphereSettings, SphereTheory } from './types.ts';

/** Standard deviation of the entries of W where vectors have matrices of their own, rad/s. */
export const width = 1;

const chandra = 'Chandra, Girvan & Ott, Phys. Rev. X 9, 011002 (2019)';
const vonMises: Provenance = {
  formula: 'ρ = I_{D/2}(κ)/I_{D/2−1}(κ), κ = 2Kρ/σ²; K_c = Dσ²/2',
  regime: 'N → ∞, identical vectors with noise',
  source: chandra,
};
const onCircle = { law: 'normal', widthRadS: width } as const;
const curvePoints = 64;

export function sphereTheory(settings: Omit<SphereSettings, 'oscillators' | 'start'>, mostCoupling: number): SphereTheory {
  const { dimension, noise, frequencies } = settings;
  if (frequencies === 'none') return noise > 0 ? withNoise(settings, mostCoupling) : without(settings.coupling);
  if (dimension === 2) return circle(settings, mostCoupling);
  if (noise > 0) return { ...noTheory('With matrices and noise together there is no closed form; what is measured stands in the figure.') };
  if (dimension === 3) return ball(settings.coupling, mostCoupling);
  if (dimension % 2 === 1) return oddSphere(dimension);
  return noTheory('Even dimensions have a threshold, but no closed form here; what is measured stands in the figure.');
}

function noTheory(reason: string): SphereTheory {
  return { order: unknown(reason), threshold: unknown(reason), jump: undefined, curve: undefined };
}

function without(coupling: number): SphereTheory {
  const regime: Provenance = { formula: 'ρ = 1', regime: 'identical vectors without noise, any K > 0', source: chandra };
  return {
    order: coupling > 0 ? known(1, regime) : unknown('Without coupling every vector stays where it is.'),
    threshold: known(0, regime),
    jump: undefined,
    curve: undefined,
  };
}

function withNoise({ dimension, coupling, noise }: Pick<SphereSettings, 'dimension' | 'coupling' | 'noise'>, most: number): SphereTheory {
  return {
    order: known(sphereOrder(dimension, coupling, noise), vonMises),
    threshold: known(sphereThreshold(dimension, noise), vonMises),
    jump: undefined,
    curve: curveOf(most, (k) => sphereOrder(dimension, k, noise)),
  };
}

function circle({ coupling, noise }: Pick<SphereSettings, 'coupling' | 'noise'>, most: number): SphereTheory {
  const population: Population = { ...onCircle, noise };
  const valueOf = (answer: Answer): number => (answer.known ? answer.value : NaN);
  return {
    order: stationaryOrder(population, coupling),
    threshold: criticalCoupling(population),
    jump: undefined,
    curve: curveOf(most, (k) => valueOf(stationaryOrder(population, k))),
  };
}

const jumpOf = (dimension: number): Provenance => ({
  formula: `ρ = ${String(sphereJump(dimension))} at K = 0⁺`,
  regime: `N → ∞, D = ${String(dimension)} is odd: every rotation leaves an axis alone`,
  source: chandra,
});

function ball(coupling: number, most: number): SphereTheory {
  // By the pull k = Kρ, of which both are functions.
  const points = Array.from({ length: curvePoints }, (_, i) => rotatedOrder(((i + 1) / curvePoints) * most, width));
  const its = points.filter((point) => point.coupling <= most);
  return {
    order: coupling > 0 ? known(sphereOrderWithRotations(coupling, width), jumpOf(3)) : unknown('Without coupling all only turn.'),
    threshold: known(0, jumpOf(3)),
    jump: sphereJump(3),
    curve: { coupling: [0, ...its.map((point) => point.coupling)], order: [sphereJump(3), ...its.map(({ order }) => order)] },
  };
}

function oddSphere(dimension: number): SphereTheory {
  return {
    ...noTheory('A closed form is known only at K = 0⁺, where order jumps; what is measured stands in the figure.'),
    threshold: known(0, jumpOf(dimension)),
    jump: sphereJump(dimension),
  };
}

function curveOf(most: number, order: (coupling: number) => number): OrderCurve {
  const coupling = Array.from({ length: curvePoints + 1 }, (_, i) => (i / curvePoints) * most);
  return { coupling, order: coupling.map((k) => (k === 0 ? 0 : order(k))) };
}
