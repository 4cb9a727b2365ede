/** Unit vectors in D dimensions, live: how they stand, how much order there is, and what theory and a measured curve say of it. */
import { createSphere, type Sphere } from '../../field/sphere/sphere.ts';
import { createProjection, type Projection } from './projection.ts';
import { createSphereCurve, type SphereCurve } from './sphere-curve.ts';
import { sphereTheory, width } from './sphere-theory.ts';
import { sphereVerdict } from './sphere-verdict.ts';
import { createSteps, type Steps } from './steps.ts';
import type { Bench, SphereLook, SphereSettings, SphereTheory } from './types.ts';

const seed = 42;
const stepS = 0.01;
/** Order is told as the mean over so long. */
const windowS = 10;
/** Steps of the measured curve that a look pays for: a few milliseconds. */
const curveSteps = 120;
/** The figure of order against coupling goes at least so far. */
const leastMostCoupling = 4;

interface Parts {
  readonly key: string;
  readonly sphere: Sphere;
  readonly steps: Steps;
  readonly projection: Projection;
  readonly recent: Float64Array;
}

export function createSphereBench(): Bench<SphereSettings, SphereLook> {
  let parts: Parts | undefined;
  let curve: { readonly key: string; readonly its: SphereCurve; readonly most: number } | undefined;
  let theory: { readonly key: string; readonly its: SphereTheory } | undefined;

  function partsOf(settings: SphereSettings): Parts {
    const { dimension, oscillators, frequencies, start } = settings;
    const key = JSON.stringify([dimension, oscillators, frequencies, start]);
    if (parts?.key === key) return parts;
    const sphere = createSphere({ seed, oscillators, dimension, width: frequencies === 'matrices' ? width : 0, start, stepS });
    const recent = new Float64Array(Math.round(windowS / stepS));
    parts = { key, sphere, steps: createSteps(stepS), projection: createProjection(dimension), recent };
    return parts;
  }

  function curveOf(settings: SphereSettings): NonNullable<typeof curve> {
    const { dimension, noise, frequencies } = settings;
    const key = JSON.stringify([dimension, noise, frequencies]);
    if (curve?.key === key) return curve;
    const most = Math.min(8, Math.max(leastMostCoupling, Math.ceil(dimension * noise * noise)));
    curve = { key, its: createSphereCurve(settings, most), most };
    return curve;
  }

  function theoryOf(settings: SphereSettings, most: number): SphereTheory {
    const key = JSON.stringify([settings, most]);
    if (theory?.key !== key) theory = { key, its: sphereTheory(settings, most) };
    return theory.its;
  }

  return {
    look(settings, advanceS) {
      const { sphere, steps, projection, recent } = partsOf(settings);
      const from = steps.done;
      const count = steps.take(advanceS);
      for (let n = 0; n < count; n++) {
        sphere.step(settings.coupling, settings.noise);
        recent[(from + n) % recent.length] = sphere.order();
      }
      const { its, most } = curveOf(settings);
      its.measure(curveSteps);
      const order = sphere.order();
      const meanOrder = steps.done === 0 ? order : meanOf(recent, Math.min(steps.done, recent.length));
      const expected = theoryOf(settings, most);
      projection.follow(sphere.mean);
      return {
        timeS: steps.timeS,
        points: projection.points(sphere.vectors),
        mean: projection.point(sphere.mean),
        order,
        meanOrder,
        offSphere: offSphere(sphere.vectors, settings.dimension),
        theory: expected,
        measured: its.measured,
        measuredAll: its.complete,
        mostCoupling: most,
        verdict: sphereVerdict(settings, meanOrder, steps.timeS, expected),
      };
    },
    restart() {
      parts = undefined;
    },
  };
}

function meanOf(values: Float64Array, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += values[i] as number;
  return sum / count;
}

function offSphere(vectors: Float64Array, dimension: number): number {
  let most = 0;
  for (let i = 0; i < vectors.length; i += dimension) {
    let square = 0;
    for (let d = 0; d < dimension; d++) square += (vectors[i + d] as number) * (vectors[i + d] as number);
    most = Math.max(most, Math.abs(Math.sqrt(square) - 1));
  }
  return most;
}
