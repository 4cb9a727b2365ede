import { expect, it } from 'vitest';
import { pairOfOscillators } from './two-oscillators.ts';

it('two oscillators lock iff |Δω| ≤ K, with sin φ = Δω/K and r = |cos(φ/2)|', () => {
  for (const [difference, coupling] of [[1, 2] as const, [-1, 2] as const, [2, 2] as const, [0, 1] as const]) {
    const pair = pairOfOscillators(difference, coupling);
    if (!pair.locked) throw new Error('does not lock');
    expect(Math.sin(pair.phaseRad)).toBeCloseTo(difference / coupling, 14);
    expect(pair.order).toBeCloseTo(Math.abs(Math.cos(pair.phaseRad / 2)), 14);
    // On the stable side: cos φ ≥ 0.
    expect(Math.cos(pair.phaseRad)).toBeGreaterThan(-1e-15);
  }
});

it('two oscillators drift with period 2π/√(Δω² − K²) otherwise', () => {
  expect(pairOfOscillators(-1.25, 1)).toEqual({ locked: false, periodS: expect.closeTo((2 * Math.PI) / 0.75, 14) });
  expect(pairOfOscillators(2, 0)).toEqual({ locked: false, periodS: expect.closeTo(Math.PI, 14) });
});
