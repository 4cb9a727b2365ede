/**
 * Noise that keeps |X| ≤ 1. Two laws that do so by what they are, and one that only looks as if it did:
 *
 * - `turning`: dX = (iω − σ²/2) X dt + iσ X dW for X in the plane. Itô's formula gives d|X|² = 0: it turns X and keeps its length.
 * - `reflected`: geometric Brownian motion dX = μX dt + σX dW on (0, 1], ln X reflected at 0. Stationary for μ > σ²/2, with
 *   P(X ≤ x) = x^{2μ/σ²−1}: ln X is Brownian motion with drift, whose reflection is exponential (Harrison 1985, §5.6). A step has
 *   the law of the reflected path itself: its push is how far the path within the step got beyond the wall, whose law is known
 *   (Asmussen, Glynn & Pitman, Ann. Appl. Probab. 5 (1995) 875–896), so that no step is too long.
 * - `clamped`: the same with X set to 1 wherever it got beyond: time is lost at the wall, and the density is another.
 */
import { cos, exp, log, sin } from '../../base/math.ts';
import { fillNormals, NORMALS_A_BLOCK, streams } from '../../base/random.ts';

export type WallLaw = 'reflected' | 'clamped';

export interface WallOptions {
  readonly seed: number;
  readonly walkers: number;
  /** μ, 1/s. */
  readonly drift: number;
  /** σ, 1/√s. */
  readonly noise: number;
  readonly stepS: number;
  readonly law: WallLaw;
}

/** X of many walkers after so many steps from X = ½, shape [walkers]. */
export function walkToWall(options: WallOptions, steps: number): Float64Array {
  const walk = createWallWalk(options);
  for (let step = 0; step < steps; step++) walk.step(options.drift, options.noise);
  return walk.values();
}

export interface WallWalk {
  step(drift: number, noise: number): void;
  /** X of every walker, shape [walkers]. A new array. */
  values(): Float64Array;
}

/** Walkers that start at X = ½; drift and noise are those of each step. */
export function createWallWalk({ seed, walkers, stepS, law }: Omit<WallOptions, 'drift' | 'noise'>): WallWalk {
  const logX = new Float64Array(walkers).fill(-log(2));
  const [normals, first, second] = [paddedTo(walkers), paddedTo(walkers), paddedTo(walkers)];
  let stepsDone = 0;
  const fill = (component: number, out: Float64Array): void => {
    fillNormals(seed, streams.boundedNoise, stepsDone, component, 0, out.length / NORMALS_A_BLOCK, out);
  };

  function step(drift: number, noise: number): void {
    const [along, across] = [(drift - (noise * noise) / 2) * stepS, noise * Math.sqrt(stepS)];
    fill(0, normals);
    if (law === 'reflected') {
      fill(2, first);
      fill(3, second);
    }
    stepsDone++;
    for (let i = 0; i < walkers; i++) {
      const before = logX[i] as number;
      const change = along + across * (normals[i] as number);
      if (law === 'clamped') {
        logX[i] = Math.min(0, before + change);
        continue;
      }
      // Half the square of two normal numbers is −ln U: the highest point of a bridge from 0 to `change`.
      const [a, b] = [first[i] as number, second[i] as number];
      const highest = (change + Math.sqrt(change * change + across * across * (a * a + b * b))) / 2;
      logX[i] = before + change - Math.max(0, before + highest);
    }
  }

  return { step, values: () => logX.map((value) => exp(value)) };
}

/** P(X ≤ x) of the reflected law in the stationary state, μ > σ²/2. */
export function reflectedDistribution(x: number, drift: number, noise: number): number {
  return x <= 0 ? 0 : exp(((2 * drift) / (noise * noise) - 1) * log(Math.min(1, x)));
}

export interface TurningOptions {
  readonly seed: number;
  readonly walkers: number;
  /** ω, rad/s. */
  readonly frequencyRadS: number;
  readonly noise: number;
  readonly stepS: number;
  /** `exact` turns by ω h + σ√h ξ; `euler` takes the equation's tangent, as is often done. */
  readonly step: 'exact' | 'euler';
}

/** |X| of many walkers after so many steps from X = 1, shape [walkers]. */
export function turn(options: TurningOptions, steps: number): Float64Array {
  const { re, im, step } = createTurning(options);
  for (let n = 0; n < steps; n++) step(options.noise);
  return re.map((x, i) => Math.sqrt(x * x + (im[i] as number) * (im[i] as number)));
}

export interface Turning {
  /** X of every walker in the plane, shape [walkers] each; written in place. */
  readonly re: Float64Array;
  readonly im: Float64Array;
  step(noise: number): void;
}

/** Walkers that start at X = 1; the noise is that of each step. */
export function createTurning({ seed, walkers, frequencyRadS, stepS, step: kind }: Omit<TurningOptions, 'noise'>): Turning {
  const re = new Float64Array(walkers).fill(1);
  const im = new Float64Array(walkers);
  const normals = paddedTo(walkers);
  let stepsDone = 0;

  function step(noise: number): void {
    const across = noise * Math.sqrt(stepS);
    fillNormals(seed, streams.boundedNoise, stepsDone, 1, 0, normals.length / NORMALS_A_BLOCK, normals);
    stepsDone++;
    for (let i = 0; i < walkers; i++) {
      const angle = frequencyRadS * stepS + across * (normals[i] as number);
      const [x, y] = [re[i] as number, im[i] as number];
      const c = kind === 'exact' ? cos(angle) : 1 - (noise * noise * stepS) / 2;
      const s = kind === 'exact' ? sin(angle) : angle;
      re[i] = x * c - y * s;
      im[i] = x * s + y * c;
    }
  }

  return { re, im, step };
}

function paddedTo(count: number): Float64Array {
  return new Float64Array(Math.ceil(count / NORMALS_A_BLOCK) * NORMALS_A_BLOCK);
}
