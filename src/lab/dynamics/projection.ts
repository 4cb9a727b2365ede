/**
 * How vectors of D dimensions are seen in three. Up to D = 3 as they are. Beyond, along ρ and along two directions across it: a fixed
 * choice of three components would lose sight of the mean, which wanders off into the others. The frame is carried along with ρ by the
 * least turn, so that what moves in the picture is the vectors.
 */
export interface Projection {
  /** Turns the frame after the mean, where there is enough of it to have a direction. */
  follow(mean: Readonly<Float64Array>): void;
  point(vector: Readonly<Float64Array>): readonly [number, number, number];
  /** Of vectors of shape [N × D], shape [N × 3]. A new array. */
  points(vectors: Readonly<Float64Array>): Float32Array;
}

/** Below this length the mean is chance, and its direction too. */
const leastMean = 0.02;

export function createProjection(dimension: number): Projection {
  const axes = Math.min(3, dimension);
  const frame = Array.from({ length: axes }, (_, axis) => Float64Array.from({ length: dimension }, (_, d) => (d === axis ? 1 : 0)));

  function along(axis: number, vectors: Readonly<Float64Array>, at: number): number {
    const its = frame[axis];
    if (its === undefined) return 0;
    let sum = 0;
    for (let d = 0; d < dimension; d++) sum += (its[d] as number) * (vectors[at + d] as number);
    return sum;
  }

  return {
    follow(mean) {
      if (dimension <= 3 || length(mean) < leastMean) return;
      for (const [axis, its] of frame.entries()) {
        if (axis === 0) its.set(mean);
        // Gram & Schmidt: whatever lies along those before is taken out.
        for (const before of frame.slice(0, axis)) {
          const share = dot(before, its);
          for (let d = 0; d < dimension; d++) its[d] = (its[d] as number) - share * (before[d] as number);
        }
        const size = length(its);
        for (let d = 0; d < dimension; d++) its[d] = (its[d] as number) / size;
      }
    },
    point: (vector) => [along(0, vector, 0), along(1, vector, 0), along(2, vector, 0)],
    points(vectors) {
      const count = vectors.length / dimension;
      const out = new Float32Array(3 * count);
      for (let i = 0; i < count; i++) for (let axis = 0; axis < axes; axis++) out[3 * i + axis] = along(axis, vectors, i * dimension);
      return out;
    },
  };
}

function dot(a: Readonly<Float64Array>, b: Readonly<Float64Array>): number {
  let sum = 0;
  for (const [d, value] of a.entries()) sum += value * (b[d] as number);
  return sum;
}

const length = (a: Readonly<Float64Array>): number => Math.sqrt(dot(a, a));
