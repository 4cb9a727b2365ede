import { describe, expect, it } from 'vitest';
import { at } from '../../base/assert.ts';
import { bandFrequencies } from '../../rope/rotary.ts';
import { createCarriers } from './carriers.ts';
import { drawPositions } from './positions.ts';
import { createReader, pairsOf } from './reading.ts';
import type { Coupled } from './types.ts';

const frequencies = bandFrequencies(64, 10_000);
const agents = 64;
const positions = drawPositions(7, agents, 2000);
const reader = createReader(frequencies, 2000);
const stepS = 0.02;

function carriers(seed = 3, coupled: Coupled = 'carriers', its = positions) {
  return createCarriers({ seed, positions: its, frequencies, coupled, stepS });
}

/** Mean share of gross errors over `looks` moments 2 s apart, after 20 s. */
function grossShareAt(coupling: number, looks: number): number {
  const field = carriers();
  field.advance(20 / stepS, coupling, 1);
  let sum = 0;
  for (let look = 0; look < looks; look++) {
    field.advance(2 / stepS, coupling, 1);
    sum += reader.quality(field.transmitted(), positions, pairsOf(agents, 150)).grossShare;
  }
  return sum / looks;
}

describe('positions on carriers', () => {
  it('are read exactly while nothing disturbs the carriers', () => {
    const field = carriers();
    field.advance(100, 2, 0);
    expect(reader.quality(field.transmitted(), positions, pairsOf(agents, 50))).toMatchObject({ grossShare: 0, pairs: 50 });
    expect(reader.quality(field.transmitted(), positions, pairsOf(agents, 50)).rmsError).toBeLessThan(1e-9);
    expect(field.order()).toBeCloseTo(1, 12);
  });

  // Oracle 17: N = 64, σ = 1, d = 64, seed 3; 900 readings each in 6 looks, which share their carriers.
  it.each([
    [0.9, 0.99],
    [1.6, 0.26],
    [2, 0.06],
    [4, 0],
    [8, 0],
  ])('are lost at K = %f in a share of %f', { timeout: 120_000 }, (coupling, share) => {
    expect(Math.abs(grossShareAt(coupling, 6) - share)).toBeLessThan(0.05);
  });

  it('have the phase error of deep synchrony, s² = σ²/(K r)', () => {
    const field = carriers();
    field.advance(20 / stepS, 8, 1);
    let squares = 0;
    for (let look = 0; look < 6; look++) {
      field.advance(1 / stepS, 8, 1);
      squares += reader.quality(field.transmitted(), positions, pairsOf(agents, 200)).phaseNoiseRad ** 2 / 6;
    }
    // 2048 carriers at 6 moments that are 8 relaxation times apart: 1.3%; Euler–Maruyama's factor 1/(1 − K r dt/2) is 1.08.
    expect(squares / (1 / (8 * 0.935)) / (1 / (1 - (8 * 0.935 * stepS) / 2))).toBeCloseTo(1, 1);
  });

  it('drift apart under a cut by σ²t(1/n₁ + 1/n₂) a band, and are back after the heal', () => {
    const field = carriers(11);
    field.advance(10 / stepS, 8, 1);
    const whole = reader.quality(field.transmitted(), positions, pairsOf(agents, 300));
    field.partition({ shape: 'halves' });
    expect(field.groups.filter((group) => group === 0)).toHaveLength(32);
    const cutS = 8;
    field.advance(cutS / stepS, 8, 1);
    const sent = field.transmitted();
    // The mean phase of each half, band by band, by its offsets from the first agent of that half.
    const bands = frequencies.length;
    const carrier = (a: number, k: number) => at(sent, a * bands + k) - at(positions, a) * at(frequencies, k);
    const turn = 2 * Math.PI;
    const apart = Array.from({ length: bands }, (_, k) => {
      const mean = (from: number) => {
        const list = Array.from({ length: 32 }, (_, i) => carrier(from + i, k));
        return Math.atan2(
          list.reduce((sum, x) => sum + Math.sin(x), 0),
          list.reduce((sum, x) => sum + Math.cos(x), 0),
        );
      };
      const d = mean(0) - mean(32);
      return d - turn * Math.round(d / turn);
    });
    const variance = apart.reduce((sum, x) => sum + x * x, 0) / bands;
    // 32 independent bands: a variance is known to a quarter (one standard error).
    expect(variance / (cutS * (1 / 32 + 1 / 32))).toBeGreaterThan(0.4);
    expect(variance / (cutS * (1 / 32 + 1 / 32))).toBeLessThan(2.2);
    field.advance(40 / stepS, 8, 1);
    const cut = reader.quality(field.transmitted(), positions, pairsOf(agents, 300));
    field.heal();
    field.advance(10 / stepS, 8, 1);
    const healed = reader.quality(field.transmitted(), positions, pairsOf(agents, 300));
    expect(whole.grossShare).toBeLessThan(0.01);
    expect(cut.grossShare).toBeGreaterThan(0.3);
    expect(healed.grossShare).toBeLessThan(0.01);
  });

  it('are erased where the encoded phases themselves are coupled', () => {
    const near = positions.map((position) => position / 2000);
    const naive = carriers(3, 'encoded', near);
    naive.advance(30 / stepS, 4, 0);
    const erased = reader.difference(naive.transmitted(), 5, 9);
    for (const psi of erased) expect(Math.abs(psi)).toBeLessThan(1e-6);
  });
});
