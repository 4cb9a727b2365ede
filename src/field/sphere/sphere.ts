/**
 * Kuramoto in D dimensions: N unit vectors in ℝ^D, turned by matrices of their own and drawn to their mean ρ,
 *
 *   dx_i = [W_i x_i + K (ρ − (x_i·ρ) x_i)] dt + σ P_{x_i} ∘ dB_i,   ρ = (1/N) Σ x_i,   W_i antisymmetric, P_x = 1 − x xᵀ
 *
 * (Chandra, Girvan & Ott, Phys. Rev. X 9 (2019) 011002). In D = 2 this is the circle. A step first turns x by e^{hW}, exactly, for
 * a tangent step of W would spiral outwards; then it goes along the great circle that pull and noise point at. So |x| stays 1 whatever the
 * step; the noise is a geodesic random walk, Brownian motion for steps → 0.
 */
import { assert } from '../../base/assert.ts';
import { cos, sin } from '../../base/math.ts';
import { fillNormals, NORMALS_A_BLOCK, streams } from '../../base/random.ts';
import { writeRotation } from './rotation.ts';

export interface SphereOptions {
  readonly seed: number;
  readonly oscillators: number;
  /** 2 … 8. */
  readonly dimension: number;
  /** Standard deviation of the entries of W above its diagonal, rad/s; 0 for none. */
  readonly width: number;
  readonly start: 'synchronised' | 'uniform';
  readonly stepS: number;
}

export interface Sphere {
  /** Shape [N × D], vector after vector. */
  readonly vectors: Float64Array;
  /** ρ as the last step left it, shape [D]. */
  readonly mean: Float64Array;
  /** |ρ|. */
  order(): number;
  step(coupling: number, noise: number): void;
}

export function createSphere({ seed, oscillators, dimension, width, start, stepS }: SphereOptions): Sphere {
  assert(dimension >= 2 && dimension <= 8, 'a dimension of 2 to 8');
  const blocks = Math.ceil(oscillators / NORMALS_A_BLOCK);
  const lane = blocks * NORMALS_A_BLOCK;
  /** Component d of all oscillators stands at d · lane. */
  const normals = new Float64Array(dimension * lane);
  const draw = (stream: (typeof streams)[keyof typeof streams], step: number): void => {
    for (let d = 0; d < dimension; d++) fillNormals(seed, stream, step, d, 0, blocks, normals, d * lane);
  };
  const vectors = new Float64Array(oscillators * dimension);
  if (start === 'uniform') draw(streams.sphereStart, 0);
  for (let i = 0; i < oscillators; i++) {
    for (let d = 0; d < dimension; d++)
      vectors[i * dimension + d] = start === 'uniform' ? (normals[d * lane + i] as number) : d === 0 ? 1 : 0;
    normalise(vectors, i * dimension, dimension);
  }
  const rotations = width === 0 ? undefined : drawRotations(seed, oscillators, dimension, width * stepS);
  const mean = new Float64Array(dimension);
  const tangent = new Float64Array(dimension);
  const turned = new Float64Array(dimension);
  let stepsDone = 0;
  takeMean(vectors, mean);

  function step(coupling: number, noise: number): void {
    const amplitude = noise * Math.sqrt(stepS);
    if (amplitude !== 0) draw(streams.sphereNoise, stepsDone);
    stepsDone++;
    for (let i = 0; i < oscillators; i++) {
      const at = i * dimension;
      for (let d = 0; d < dimension; d++) {
        tangent[d] = stepS * coupling * (mean[d] as number) + (amplitude === 0 ? 0 : amplitude * (normals[d * lane + i] as number));
      }
      if (rotations !== undefined) turn(vectors, at, rotations, at * dimension, turned);
      project(tangent, vectors, at);
      moveAlong(vectors, at, tangent);
    }
    takeMean(vectors, mean);
  }

  return { vectors, mean, step, order: () => lengthOf(mean, 0, dimension) };
}

/** Takes the part along x out: afterwards the increment is tangent to the sphere there. */
function project(tangent: Float64Array, vectors: Float64Array, at: number): void {
  let along = 0;
  for (let d = 0; d < tangent.length; d++) along += (tangent[d] as number) * (vectors[at + d] as number);
  for (let d = 0; d < tangent.length; d++) tangent[d] = (tangent[d] as number) - along * (vectors[at + d] as number);
}

/** x ← R x for the matrix that begins at a place of `rotations`. */
function turn(vectors: Float64Array, at: number, rotations: Float64Array, matrix: number, turned: Float64Array): void {
  const dimension = turned.length;
  for (let row = 0; row < dimension; row++) {
    let sum = 0;
    for (let d = 0; d < dimension; d++) sum += (rotations[matrix + row * dimension + d] as number) * (vectors[at + d] as number);
    turned[row] = sum;
  }
  vectors.set(turned, at);
}

/** x cos|v| + v/|v| sin|v|; what rounding left over is taken out, so that no drift adds up. */
function moveAlong(vectors: Float64Array, at: number, tangent: Float64Array): void {
  const dimension = tangent.length;
  const length = lengthOf(tangent, 0, dimension);
  if (length === 0) return;
  const [c, s] = [cos(length), sin(length) / length];
  for (let d = 0; d < dimension; d++) vectors[at + d] = c * (vectors[at + d] as number) + s * (tangent[d] as number);
  normalise(vectors, at, dimension);
}

function lengthOf(values: Float64Array, at: number, count: number): number {
  let sum = 0;
  for (let d = 0; d < count; d++) sum += (values[at + d] as number) * (values[at + d] as number);
  return Math.sqrt(sum);
}

function normalise(values: Float64Array, at: number, count: number): void {
  const length = lengthOf(values, at, count);
  for (let d = 0; d < count; d++) values[at + d] = (values[at + d] as number) / length;
}

function takeMean(vectors: Float64Array, mean: Float64Array): void {
  const dimension = mean.length;
  mean.fill(0);
  for (let i = 0; i < vectors.length; i += dimension) {
    for (let d = 0; d < dimension; d++) mean[d] = (mean[d] as number) + (vectors[i + d] as number);
  }
  for (let d = 0; d < dimension; d++) mean[d] = ((mean[d] as number) * dimension) / vectors.length;
}

/** e^{hW} of every oscillator, shape [N × D × D]; the entries of hW have this standard deviation. */
function drawRotations(seed: number, oscillators: number, dimension: number, deviation: number): Float64Array {
  const entries = (dimension * (dimension - 1)) / 2;
  const drawn = new Float64Array(Math.ceil((oscillators * entries) / NORMALS_A_BLOCK) * NORMALS_A_BLOCK);
  fillNormals(seed, streams.sphereRotations, 0, 0, 0, drawn.length / NORMALS_A_BLOCK, drawn);
  const size = dimension * dimension;
  const rotations = new Float64Array(oscillators * size);
  for (let i = 0; i < oscillators; i++) {
    const upper = drawn.subarray(i * entries, (i + 1) * entries).map((entry) => deviation * entry);
    writeRotation(upper, dimension, rotations.subarray(i * size, (i + 1) * size));
  }
  return rotations;
}
