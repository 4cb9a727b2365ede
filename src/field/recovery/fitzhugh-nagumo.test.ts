import { describe, expect, it } from 'vitest';
import { couplingShare, cubicNullcline, hopfCurrents, lineNullcline, restPoint, stepExcitation } from './fitzhugh-nagumo.ts';

/** Range of v over the last 200 s of 600, started a little off the rest point. */
function swing(current: number): number {
  const state = { ...restPoint(current), v: restPoint(current).v + 0.01 };
  let [low, high] = [Infinity, -Infinity];
  for (let n = 0; n < 12_000; n++) {
    stepExcitation(state, current, 0.05);
    if (n < 8_000) continue;
    low = Math.min(low, state.v);
    high = Math.max(high, state.v);
  }
  return high - low;
}

describe('FitzHugh and Nagumo’s excitation', () => {
  it('has its Hopf points at I ≈ 0.331 and 1.419', () => {
    const [low, high] = hopfCurrents();
    expect([low, high]).toEqual([expect.closeTo(0.331, 3), expect.closeTo(1.419, 3)]);
    for (const current of [low, high]) {
      const { v } = restPoint(current);
      expect(1 - v * v - 0.8 / 12.5).toBeCloseTo(0, 12);
    }
  });

  it('rests where the nullclines meet outside of them, and goes round between them', () => {
    const { v, w } = restPoint(0.2);
    expect([cubicNullcline(v, 0.2), lineNullcline(v)]).toEqual([expect.closeTo(w, 12), w]);
    for (const current of [0, 0.3, 1.45, 1.8]) expect(swing(current)).toBeLessThan(1e-3);
    for (const current of [0.35, 0.8, 1.4]) expect(swing(current)).toBeGreaterThan(0.3);
  });

  it('is followed by a step of fourth order', () => {
    const after = (stepS: number): number => {
      const state = { v: 1, w: 0 };
      for (let n = 0; n < Math.round(20 / stepS); n++) stepExcitation(state, 0.5, stepS);
      return state.v;
    };
    const exact = after(0.0025);
    const ratio = (after(0.04) - exact) / (after(0.02) - exact);
    expect(Math.log2(Math.abs(ratio))).toBeCloseTo(4, 0);
  });

  it('leaves the exhausted hardly any coupling and the recovered all of it', () => {
    expect(couplingShare(-0.6)).toBeLessThan(0.02);
    expect(couplingShare(0.5)).toBe(0.5);
    expect(couplingShare(2)).toBeGreaterThan(0.99);
  });
});
