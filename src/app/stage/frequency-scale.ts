/**
 * From natural frequencies to places in the diverging colour map. The law may be Lorentzian, whose extremes are
 * arbitrarily far out: the scale ends where 80% of the oscillators lie and is centred on the median, so that one
 * outlier does not paint everyone else grey.
 */

export interface FrequencyScale {
  readonly medianRadS: number;
  /** Distance from the median at which the colour ends; 0 when all are alike. */
  readonly reachRadS: number;
}

/** Share of the oscillators that lie beyond either end of the scale. */
const beyond = 0.1;

/** Sorting more than this many takes longer than a frame; an even sample of it moves a quantile by less than a colour. */
const maxSorted = 20_000;

export function frequencyScale(frequencyRadS: Readonly<Float32Array>): FrequencyScale {
  const sorted = sampleOf(frequencyRadS).sort();
  const medianRadS = quantile(sorted, 0.5);
  return { medianRadS, reachRadS: Math.max(medianRadS - quantile(sorted, beyond), quantile(sorted, 1 - beyond) - medianRadS) };
}

/** Writes 0 … 255 for each frequency: 0 and 255 the ends of the scale, 127.5 the median. */
export function writePlaces(target: Uint8Array, frequencyRadS: Readonly<Float32Array>, { medianRadS, reachRadS }: FrequencyScale): void {
  const perRadS = reachRadS > 0 ? 127.5 / reachRadS : 0;
  for (let i = 0; i < frequencyRadS.length; i++) {
    const place = 127.5 + ((frequencyRadS[i] as number) - medianRadS) * perRadS;
    target[i] = Math.min(255, Math.max(0, Math.round(place)));
  }
}

function sampleOf(values: Readonly<Float32Array>): Float32Array {
  if (values.length <= maxSorted) return Float32Array.from(values);
  return Float32Array.from({ length: maxSorted }, (_, k) => values[Math.floor((k * values.length) / maxSorted)] as number);
}

/** Linear between the two nearest ranks; 0 of nothing. */
function quantile(sorted: Readonly<Float32Array>, share: number): number {
  if (sorted.length === 0) return 0;
  const rank = share * (sorted.length - 1);
  const below = sorted[Math.floor(rank)] as number;
  const above = sorted[Math.ceil(rank)] as number;
  return below + (above - below) * (rank - Math.floor(rank));
}
