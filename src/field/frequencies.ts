/** Natural frequencies of the oscillators. */
import { fillUniforms, streams } from '../base/random.ts';
import { laws, type LawName } from './laws/registry.ts';

export interface FrequencyOptions {
  readonly law: LawName;
  /** rad/s. */
  readonly centre: number;
  /** rad/s, ≥ 0. */
  readonly width: number;
  /** Independent draws, or the law's (i + ½)/N quantiles, shuffled over the oscillators. */
  readonly sampling: 'random' | 'quantile';
}

/** Writes the frequencies, rad/s, of so many oscillators as `frequencyRadS` is long. */
export function sampleFrequencies(seed: number, { law, centre, width, sampling }: FrequencyOptions, frequencyRadS: Float64Array): void {
  const count = frequencyRadS.length;
  const quantile = laws[law];
  if (sampling === 'random') fillUniforms(seed, streams.frequencies, frequencyRadS);
  else for (let i = 0; i < count; i++) frequencyRadS[i] = (i + 0.5) / count;
  for (let i = 0; i < count; i++) frequencyRadS[i] = centre + width * quantile(frequencyRadS[i] as number);
  if (sampling === 'quantile') shuffle(seed, frequencyRadS);
}

/** Fisher & Yates 1938 (Durstenfeld 1964), its choices drawn all at once. */
function shuffle(seed: number, list: Float64Array): void {
  const choices = new Float64Array(list.length);
  fillUniforms(seed, streams.shuffle, choices);
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor((choices[i] as number) * (i + 1));
    const value = list[i] as number;
    list[i] = list[j] as number;
    list[j] = value;
  }
}
