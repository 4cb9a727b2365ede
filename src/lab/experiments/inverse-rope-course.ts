/** One replicate of Inverse-RoPE: carriers of drawn positions, whole, cut or with the encoded phases coupled, and how well they are read. */
import { bandFrequencies } from '../../rope/rotary.ts';
import { createCarriers } from '../rope/carriers.ts';
import { drawPositions } from '../rope/positions.ts';
import { createReader, pairsOf } from '../rope/reading.ts';

export interface Task {
  readonly kind: 'whole' | 'cut' | 'naive';
  readonly seed: number;
  /** K over K_c = σ². */
  readonly ratio: number;
  readonly agents: number;
  readonly noise: number;
  readonly bands: number;
  readonly span: number;
}
/** One row a look. */
export interface Look {
  readonly timeS: number;
  readonly grossShare: number;
  readonly rmsError: number;
  readonly phaseNoiseRad: number;
}

export const base = 10_000;
const stepS = 0.02;
export const settleS = 20;
const lookEveryS = 2;
const looks = 5;
export const pairsLookedAt = 60;
export const cutFromS = 20;
export const cutToS = 60;
export const endS = 80;

export function readThrough({ kind, seed, ratio, agents, noise, bands, span }: Task): readonly Look[] {
  const frequencies = bandFrequencies(2 * bands, base);
  const positions = drawPositions(seed, agents, span);
  const reader = createReader(frequencies, span);
  const carriers = createCarriers({ seed, positions, frequencies, coupled: kind === 'naive' ? 'encoded' : 'carriers', stepS });
  const half = Math.floor(agents / 2);
  const pairs = pairsOf(agents, pairsLookedAt, (m, n) => kind !== 'cut' || m < half !== n < half);
  const [firstS, lastS] = kind === 'cut' ? [lookEveryS, endS] : [settleS + lookEveryS, settleS + looks * lookEveryS];
  const seen: Look[] = [];
  for (let timeS = lookEveryS; timeS <= lastS; timeS += lookEveryS) {
    if (kind === 'cut' && timeS === cutFromS + lookEveryS) carriers.partition({ shape: 'halves' });
    if (kind === 'cut' && timeS === cutToS + lookEveryS) carriers.heal();
    carriers.advance(lookEveryS / stepS, ratio * noise * noise, noise);
    if (timeS < firstS) continue;
    const { grossShare, rmsError, phaseNoiseRad } = reader.quality(carriers.transmitted(), positions, pairs);
    seen.push({ timeS, grossShare, rmsError, phaseNoiseRad });
  }
  return seen;
}
