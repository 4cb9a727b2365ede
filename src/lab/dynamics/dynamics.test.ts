import { describe, expect, it } from 'vitest';
import { hopfCurrents } from '../../field/recovery/fitzhugh-nagumo.ts';
import { defaultsOf } from '../scenario/parameter.ts';
import { noiseLawParameters, recoveryParameters, sphereParameters, tokenClockParameters } from '../scenario/parameters-dynamics.ts';
import { createNoiseBench } from './noise-bench.ts';
import { createRecoveryBench } from './recovery-bench.ts';
import { createSphereBench } from './sphere-bench.ts';
import { createTokenBench } from './token-bench.ts';

const sphere = { ...defaultsOf(sphereParameters), start: 'uniform' as const };
const recovery = defaultsOf(recoveryParameters);
const noise = defaultsOf(noiseLawParameters);
const tokens = { ...defaultsOf(tokenClockParameters), silent: false };

describe('vectors on a sphere, live,', () => {
  it('have the order that theory has in D = 3 soon, stay on the sphere, and say that it jumps', () => {
    const look = createSphereBench().look(sphere, 40);
    expect(look.theory.jump).toBe(0.5);
    expect(look.theory.order).toMatchObject({ known: true });
    // N = 512, one field, a mean of 10 s.
    expect(look.theory.order.known && Math.abs(look.meanOrder - look.theory.order.value)).toBeLessThan(0.06);
    expect(look.offSphere).toBeLessThan(1e-12);
    expect(look.verdict).toMatchObject({ tone: 'holds', text: expect.stringContaining('jumps to 0.5') as string });
  });

  it.each([4, 8])('are seen by their mean in D = %i: it points along the first axis, and nothing sticks out of the ball', (dimension) => {
    const look = createSphereBench().look({ ...sphere, dimension, frequencies: 'none', noise: 0.5, coupling: 3 }, 5);
    expect(look.mean[0]).toBeCloseTo(look.order, 9);
    expect(Math.abs(look.mean[1]) + Math.abs(look.mean[2])).toBeLessThan(1e-9);
    for (let i = 0; i < look.points.length; i += 3)
      expect(Math.hypot(look.points[i] ?? 9, look.points[i + 1] ?? 9, look.points[i + 2] ?? 9)).toBeLessThan(1 + 1e-6);
  });

  it('measure order against coupling a little with every look, down to the jump of D = 3', { timeout: 60_000 }, () => {
    const bench = createSphereBench();
    let look = bench.look(sphere, 0);
    expect(look.measured.order).toEqual([]);
    for (let n = 0; n < 500 && !look.measuredAll; n++) look = bench.look(sphere, 0);
    expect(look.measuredAll).toBe(true);
    expect(look.measured.coupling.at(-1)).toBeCloseTo(4 / 14, 9);
    // 256 vectors: 0.5 and a little more at K = 0.29.
    expect(look.measured.order.at(-1)).toBeGreaterThan(0.42);
    expect(look.measured.order[0]).toBeGreaterThan(0.8);
  });

  it('say why there is no theory where there is none', () => {
    const { order } = createSphereBench().look({ ...sphere, noise: 1 }, 0).theory;
    expect(order).toMatchObject({ known: false, reason: expect.stringContaining('no closed form') as string });
  });

  it('begin anew in another dimension, and go on with another coupling', () => {
    const bench = createSphereBench();
    bench.look(sphere, 2);
    expect(bench.look({ ...sphere, coupling: 3 }, 1).timeS).toBeCloseTo(3, 9);
    expect(bench.look({ ...sphere, dimension: 2 }, 1).timeS).toBeCloseTo(1, 9);
  });
});

describe('agents that tire, live,', () => {
  it('go round between the Hopf points, and their coupling with them', () => {
    const look = createRecoveryBench().look(recovery, 100);
    expect(look.goesRound).toBe(true);
    const shares = look.rows.slice(-250).map(({ share }) => share);
    expect(Math.max(...shares) - Math.min(...shares)).toBeGreaterThan(0.5);
    expect(look.verdict.text).toMatch(/goes round, and has \d+% to \d+% of its coupling/);
  });

  it.each([hopfCurrents()[0] - 0.05, hopfCurrents()[1] + 0.1])(
    'come to rest beyond them, with the order of what is left, I = %f',
    (current) => {
      const look = createRecoveryBench().look({ ...recovery, current, agents: 32, coupling: 6 }, 200);
      expect(look.goesRound).toBe(false);
      for (const { v, w } of look.agents) {
        expect(v).toBeCloseTo(look.rest.v, 1);
        expect(w).toBeCloseTo(look.rest.w, 1);
      }
      expect(look.verdict.text).toContain('all come to rest');
      expect(look.verdict.tone).toBe('holds');
    },
  );
});

describe('laws of noise, live,', () => {
  it('have their densities, but for the clamp; what turns stays on the circle, its tangent does not', () => {
    const look = createNoiseBench().look(noise, 40);
    expect(look.reflected.distance).toBeLessThan(look.chance);
    expect(look.clamped.distance).toBeGreaterThan(3 * look.chance);
    expect(look.onWall).toBeGreaterThan(0.1);
    expect(look.turning.off).toBeLessThan(1e-12);
    expect(look.tangent.off).toBeGreaterThan(0.1);
    expect(look.verdict.tone).toBe('holds');
    const area = ({ measured, from, to }: typeof look.additive): number =>
      measured.reduce((sum, x) => sum + (x * (to - from)) / measured.length, 0);
    for (const histogram of [look.additive, look.reflected, look.clamped]) expect(area(histogram)).toBeCloseTo(1, 9);
  });

  it('have von Mises’ density on the phase where steps are short', () => {
    const { additive, chance } = createNoiseBench().look({ ...noise, stepS: 0.02 }, 30);
    expect(additive.distance).toBeLessThan(1.5 * chance);
  });

  it('refuse a drift that has no stationary law, with the reason', () => {
    const look = createNoiseBench().look({ ...noise, drift: 0.4, noise: 1 }, 1);
    expect(look.reflected.law).toBeUndefined();
    expect(look.verdict).toMatchObject({ tone: 'fails', text: expect.stringContaining('not above σ²/2 = 0.50') as string });
  });
});

describe('the token-driven clock, live,', () => {
  it('scatters phases below K/2 and tells a wrong turning below ω/π, where the loop does neither', () => {
    const look = createTokenBench().look(tokens, 30);
    expect(look.driven.order).toBeLessThan(0.99);
    expect(look.loop.order).toBeGreaterThan(0.999);
    expect(look.driven.apparentRadS).toBeCloseTo(look.aliasRadS, 6);
    expect(look.aliasRadS).toBeCloseTo(8 - 2 * Math.PI * 1.6, 9);
    expect(look.verdict.text).toMatch(/below K\/2 = 2\.0: .* above πf = 5\.0/);
  });

  it('holds with tokens enough', () => {
    const look = createTokenBench().look({ ...tokens, rate: 8 }, 20);
    expect(look.driven.order).toBeGreaterThan(0.999);
    expect(look.driven.apparentRadS).toBeCloseTo(8, 6);
    expect(look.verdict.tone).toBe('holds');
  });

  it('stands still while nobody makes a token, and the loop goes on', () => {
    const bench = createTokenBench();
    bench.look({ ...tokens, rate: 8 }, 10);
    const before = bench.look({ ...tokens, rate: 8, silent: true }, 0);
    const after = bench.look({ ...tokens, rate: 8, silent: true }, 5);
    expect(after.driven.phases).toEqual(before.driven.phases);
    expect(after.loop.phases).not.toEqual(before.loop.phases);
    expect(after.verdict.text).toContain('For 5 s nobody has made a token');
  });
});
