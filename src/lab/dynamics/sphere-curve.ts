/** Order against coupling, measured a few steps at a time: one field of its own, taken from the strongest coupling to the weakest. */
import { createSphere, type Sphere } from '../../field/sphere/sphere.ts';
import { width } from './sphere-theory.ts';
import type { OrderCurve, SphereSettings } from './types.ts';

export interface SphereCurve {
  readonly measured: OrderCurve;
  readonly complete: boolean;
  measure(steps: number): void;
}

const seed = 77;
const oscillators = 256;
/** A step of 0.05 s puts order 0.03 too high at K = 2, one of 0.01 s less than can be seen. */
const stepS = 0.01;
const points = 14;

/** Half of the time at a coupling is left to settle, the other half is measured. */
export function createSphereCurve({ dimension, noise, frequencies }: SphereSettings, mostCoupling: number): SphereCurve {
  const isNoisy = noise > 0;
  const sphere: Sphere = createSphere({
    seed,
    oscillators,
    dimension,
    width: frequencies === 'matrices' ? width : 0,
    start: 'synchronised',
    stepS,
  });
  const couplings: number[] = [];
  const orders: number[] = [];
  let [step, sum] = [0, 0];

  /** Order moves as fast as the coupling pulls; noise keeps it from being slower. */
  const stepsAt = (coupling: number): number => Math.ceil((isNoisy ? 20 : 30 / coupling) / stepS);
  const couplingAt = (point: number): number => mostCoupling * (1 - point / points);

  return {
    // Copies: what was told already does not grow.
    get measured() {
      return { coupling: [...couplings], order: [...orders] };
    },
    get complete() {
      return couplings.length === points;
    },
    measure(steps) {
      for (let n = 0; n < steps && couplings.length < points; n++) {
        const coupling = couplingAt(couplings.length);
        const all = stepsAt(coupling);
        sphere.step(coupling, noise);
        step++;
        if (step > all / 2) sum += sphere.order();
        if (step < all) continue;
        couplings.push(coupling);
        orders.push(sum / (all - Math.floor(all / 2)));
        [step, sum] = [0, 0];
      }
    },
  };
}
