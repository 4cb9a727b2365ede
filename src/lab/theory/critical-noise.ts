/** The other side of the threshold: the noise σ at which a given coupling only just holds the oscillators together. */
import { known, unknown, type Answer } from '../../field/theory/answer.ts';
import { parameters } from '../scenario/parameters.ts';

/** Steps of the search from above; for every law here the threshold crosses the coupling at most once in each. */
const steps = 100;
/** 20 · 2⁻⁴⁰ is far below what anybody reads. */
const halvings = 40;

/**
 * The largest σ, 1/√s, at which K_c(σ) is not above `coupling`.
 *
 * @param thresholdAt K_c, 1/s, at a noise σ, 1/√s.
 */
export function criticalNoise(coupling: number, thresholdAt: (noise: number) => Answer): Answer {
  const { max } = parameters.noise;
  const gathers = (threshold: Answer): boolean => threshold.known && threshold.value <= coupling;
  for (let step = steps; step >= 0; step--) {
    let low = (max * step) / steps;
    const threshold = thresholdAt(low);
    if (!threshold.known || threshold.value > coupling) continue;
    let high = Math.min(max, low + max / steps);
    for (let i = 0; i < halvings; i++) {
      const middle = (low + high) / 2;
      if (gathers(thresholdAt(middle))) low = middle;
      else high = middle;
    }
    const { formula, regime, source } = threshold;
    return known(low, { formula: `K = K_c(σ), ${formula}`, regime, source });
  }
  return unknown('At this coupling they do not gather even without noise.');
}
