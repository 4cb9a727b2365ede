/**
 * The way back from phase differences to a distance: Δ̂ = argmax_Δ Σ_k cos(ψ_k − Δθ_k), the maximum of the likelihood for
 * errors that are normal about the angle (von Mises). Phases are only known modulo 2π, so the sum has many peaks: the slow
 * bands tell them apart, the fast ones say where the highest one stands.
 */
import { assert } from '../base/assert.ts';
import { cos, PI, sin, sincosRange, TWO_PI, wrapPhase } from '../base/math.ts';
import { sumOfSquares } from './rotary.ts';

export interface Peak {
  readonly distance: number;
  /** Mean of cos(ψ_k − Δθ_k) there: 1 where every band agrees. */
  readonly score: number;
}

export interface MatchedFilter {
  /** Distances at which the score is worked out, shape [G], ascending from −range to range. */
  readonly grid: Float64Array;
  /** The score at every distance of the grid, for phase differences of shape [bands]. The same array at every call. */
  scores(differenceRad: Readonly<Float64Array>): Float64Array;
  /** The highest peak. */
  estimate(differenceRad: Readonly<Float64Array>): Peak;
  /** The highest peaks, best first, at most so many. */
  peaks(differenceRad: Readonly<Float64Array>, most: number): readonly Peak[];
}

/** An estimate further off than half a turn of the fastest band stands on another peak: a gross error. */
export function grossErrorFrom(frequencies: Readonly<Float64Array>): number {
  return PI / (frequencies[0] as number);
}

/** @param range distances −range … range are looked at. */
export function createMatchedFilter(frequencies: Readonly<Float64Array>, range: number): MatchedFilter {
  assert(range > 0, 'a range above 0');
  const bands = frequencies.length;
  // Half a radian of the fastest band: the highest peak is never further than a quarter from a point of the grid.
  const step = 0.5 / (frequencies[0] as number);
  const half = Math.ceil(range / step);
  const grid = Float64Array.from({ length: 2 * half + 1 }, (_, g) => (g - half) * step);
  const { sine, cosine } = circleOf(grid, frequencies);
  const score = new Float64Array(grid.length);
  /** A peak between two points of the grid is at most so much higher than the nearer one: ½δ²Σθ² at δ = step/2. */
  const missedAtMost = (step * step * sumOfSquares(frequencies)) / (8 * bands);

  function scores(differenceRad: Readonly<Float64Array>): Float64Array {
    score.fill(0);
    for (let k = 0; k < bands; k++) {
      const c = cos(differenceRad[k] as number) / bands;
      const s = sin(differenceRad[k] as number) / bands;
      const offset = k * grid.length;
      for (let g = 0; g < grid.length; g++) {
        score[g] = (score[g] as number) + c * (cosine[offset + g] as number) + s * (sine[offset + g] as number);
      }
    }
    return score;
  }

  /** Peaks of the grid that are no lower than `least`, refined. */
  function refinedPeaks(differenceRad: Readonly<Float64Array>, least: number): Peak[] {
    const found: Peak[] = [];
    for (let g = 0; g < grid.length; g++) {
      const here = score[g] as number;
      const isPeak = here >= (score[g - 1] ?? -Infinity) && here > (score[g + 1] ?? -Infinity);
      if (isPeak && here >= least) found.push(refine(differenceRad, frequencies, grid[g] as number, step));
    }
    return found.sort((a, b) => b.score - a.score);
  }

  function peaks(differenceRad: Readonly<Float64Array>, most: number): readonly Peak[] {
    scores(differenceRad);
    return refinedPeaks(differenceRad, -Infinity).slice(0, most);
  }

  function estimate(differenceRad: Readonly<Float64Array>): Peak {
    scores(differenceRad);
    let highest = -Infinity;
    for (const value of score) highest = Math.max(highest, value);
    const best = refinedPeaks(differenceRad, highest - missedAtMost)[0];
    assert(best !== undefined, 'a peak among finite scores');
    return best;
  }

  return { grid, scores, estimate, peaks };
}

/** sin and cos of Δθ_k over the grid, shape [bands × G]. */
function circleOf(grid: Float64Array, frequencies: Readonly<Float64Array>): { readonly sine: Float64Array; readonly cosine: Float64Array } {
  const angle = new Float64Array(grid.length * frequencies.length);
  frequencies.forEach((frequency, k) => {
    grid.forEach((distance, g) => (angle[k * grid.length + g] = distance * frequency));
  });
  const sine = new Float64Array(angle.length);
  const cosine = new Float64Array(angle.length);
  sincosRange(angle, 0, angle.length, sine, cosine);
  return { sine, cosine };
}

/** Newton's method from a point of the grid, never further than a step from it. */
function refine(differenceRad: Readonly<Float64Array>, frequencies: Readonly<Float64Array>, start: number, step: number): Peak {
  let distance = start;
  for (let i = 0; i < 8; i++) {
    let slope = 0;
    let curvature = 0;
    for (let k = 0; k < frequencies.length; k++) {
      const theta = frequencies[k] as number;
      const apart = (differenceRad[k] as number) - distance * theta;
      slope += theta * sin(apart);
      curvature += theta * theta * cos(apart);
    }
    if (curvature <= 0) break;
    distance = Math.min(start + step, Math.max(start - step, distance + slope / curvature));
  }
  const at = scoreAt(differenceRad, frequencies, distance);
  const atStart = scoreAt(differenceRad, frequencies, start);
  return at >= atStart ? { distance, score: at } : { distance: start, score: atStart };
}

function scoreAt(differenceRad: Readonly<Float64Array>, frequencies: Readonly<Float64Array>, distance: number): number {
  let sum = 0;
  for (let k = 0; k < frequencies.length; k++) sum += cos((differenceRad[k] as number) - distance * (frequencies[k] as number));
  return sum / frequencies.length;
}

/** Whole turns that each band's difference has to be given so that it lies nearest to Δθ_k, shape [bands]. */
export function turnsAt(differenceRad: Readonly<Float64Array>, frequencies: Readonly<Float64Array>, distance: number): Int32Array {
  return Int32Array.from(frequencies, (theta, k) => Math.round((distance * theta - wrapPhase(differenceRad[k] as number)) / TWO_PI));
}
