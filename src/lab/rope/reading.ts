/** Distances read from what the agents transmit, and how far they are off. */
import { wrapPhase } from '../../base/math.ts';
import { quantileSorted } from '../../base/quantile.ts';
import { createMatchedFilter, grossErrorFrom, type MatchedFilter } from '../../rope/matched-filter.ts';
import type { ReadingQuality } from './types.ts';

/** Two agents: the distance that is read is the first one's position less the second one's. */
export type Pair = readonly [number, number];

export interface Reader {
  readonly filter: MatchedFilter;
  /** ψ_k = what m sends less what n sends, wrapped, shape [bands]; from `transmitted` of shape [M × bands]. A new array. */
  difference(transmitted: Readonly<Float64Array>, m: number, n: number): Float64Array;
  quality(transmitted: Readonly<Float64Array>, positions: readonly number[], pairs: readonly Pair[]): ReadingQuality;
}

export function createReader(frequencies: Readonly<Float64Array>, range: number): Reader {
  const filter = createMatchedFilter(frequencies, range);
  const bands = frequencies.length;
  const gross = grossErrorFrom(frequencies);

  function difference(transmitted: Readonly<Float64Array>, m: number, n: number): Float64Array {
    return Float64Array.from({ length: bands }, (_, k) =>
      wrapPhase((transmitted[m * bands + k] as number) - (transmitted[n * bands + k] as number)),
    );
  }

  function quality(transmitted: Readonly<Float64Array>, positions: readonly number[], pairs: readonly Pair[]): ReadingQuality {
    let grossErrors = 0;
    let squares = 0;
    let phaseSquares = 0;
    const errors = Float64Array.from(pairs, ([m, n]) => {
      const distance = (positions[m] as number) - (positions[n] as number);
      const psi = difference(transmitted, m, n);
      for (let k = 0; k < bands; k++) {
        const off = wrapPhase((psi[k] as number) - distance * (frequencies[k] as number));
        phaseSquares += off * off;
      }
      const error = Math.abs(filter.estimate(psi).distance - distance);
      if (error > gross) grossErrors++;
      squares += error * error;
      return error;
    }).sort();
    return {
      pairs: pairs.length,
      grossShare: grossErrors / pairs.length,
      rmsError: Math.sqrt(squares / pairs.length),
      medianError: quantileSorted(errors, 0.5, errors.length),
      phaseNoiseRad: Math.sqrt(phaseSquares / (pairs.length * bands)),
    };
  }

  return { filter, difference, quality };
}

/** All pairs of agents that are wanted, or so many of them, evenly spread. */
export function pairsOf(agents: number, most: number, wanted: (m: number, n: number) => boolean = () => true): readonly Pair[] {
  const all: Pair[] = [];
  for (let m = 0; m < agents; m++) for (let n = 0; n < m; n++) if (wanted(m, n)) all.push([m, n]);
  if (all.length <= most) return all;
  return Array.from({ length: most }, (_, i) => all[Math.floor((i * all.length) / most)] as Pair);
}
