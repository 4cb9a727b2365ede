import { describe, expect, it } from 'vitest';
import { PI } from '../base/math.ts';
import { fillNormals, streams } from '../base/random.ts';
import { plain, run, unwrapped } from './field.fixture.ts';
import { agentStarts } from './agent-starts.ts';
import { createField, type Field, type FieldOptions } from './field.ts';
import { allToAll, type MeanField } from './mean-field.ts';
import { schemeTables, type SchemeName } from './schemes/tables.ts';

const names = Object.keys(schemeTables) as SchemeName[];
const spread = { law: 'normal', centre: 1, width: 2, sampling: 'random' } as const;

/** Largest difference between two phases, the short way round. */
function farthest(a: Field, b: ArrayLike<number>): number {
  return a.phaseRad.reduce((most, x, i) => {
    const difference = Math.abs(x - (b[i] ?? NaN)) % (2 * PI);
    return Math.max(most, Math.min(difference, 2 * PI - difference));
  }, 0);
}

describe('a field', () => {
  it('moves by the paper’s equation, written out pair by pair', () => {
    // Over a chunk long, and blocks of agents that begin anywhere.
    const options: FieldOptions = { ...plain, oscillators: 1101, agents: 7, frequency: spread };
    const [coupling, noise, steps] = [3, 0.8, 4];
    const start = createField(options);
    const phase = Array.from(start.phaseRad);
    const xi = new Float64Array(1104);
    for (let n = 0; n < steps; n++) {
      fillNormals(options.seed, streams.fieldNoise, n, 0, 0, 69, xi);
      const pull = phase.map((own) => phase.reduce((sum, other) => sum + Math.sin(other - own), 0));
      for (let i = 0; i < phase.length; i++) {
        const drift = (start.frequencyRadS[i] ?? NaN) + (coupling / phase.length) * (pull[i] ?? NaN);
        phase[i] = (phase[i] ?? NaN) + drift * options.stepS + noise * Math.sqrt(options.stepS) * (xi[i] ?? NaN);
      }
    }
    // Rounding of 1101-term sums, a few steps long.
    expect(farthest(run(options, { coupling, noise, to: steps }), phase)).toBeLessThan(1e-12);
  });

  it.each(names)('with %s has the same bits again, and others with another seed', (scheme) => {
    const course = { coupling: 2, noise: 0.5, to: 20 };
    const options = { scheme, oscillators: 700, agents: 16, frequency: spread };
    const once = run(options, course);
    const again = run(options, course);
    expect(again.phaseRad).toEqual(once.phaseRad);
    expect(again.winding).toEqual(once.winding);
    expect(run({ ...options, seed: 2 }, course).phaseRad).not.toEqual(once.phaseRad);
  });

  it.each(names)('with %s and no coupling has the same bits on any number of agents', (scheme) => {
    const course = { coupling: 0, noise: 0.5, to: 20 };
    const options = { scheme, oscillators: 700, frequency: spread };
    const one = run({ ...options, agents: 1 }, course);
    for (const agents of [3, 128, 700]) {
      const other = run({ ...options, agents }, course);
      expect(other.phaseRad).toEqual(one.phaseRad);
      expect(other.winding).toEqual(one.winding);
    }
  });

  it.each(names)('with %s moves every agent’s oscillators by that agent’s own mean field', (scheme) => {
    const agents = 7;
    const options = { scheme, oscillators: 1101, frequency: spread };
    const fixed = (of: (agent: number) => number) => (): MeanField => ({
      meanField(_timeS, _re, _im, outRe, outIm) {
        outRe.forEach((_, a) => (outRe[a] = Math.cos(of(a))));
        outIm.forEach((_, a) => (outIm[a] = Math.sin(of(a))));
      },
    });
    const course = { coupling: 2, noise: 0.5, to: 10 };
    const all = run({ ...options, agents }, { ...course, exchange: fixed((a) => a) });
    for (let agent = 0; agent < agents; agent++) {
      const alone = run({ ...options, agents: 1 }, { ...course, exchange: fixed(() => agent) });
      const [from, to] = [all.agentStart[agent], all.agentStart[agent + 1]];
      expect(all.phaseRad.subarray(from, to)).toEqual(alone.phaseRad.subarray(from, to));
    }
  });

  it('coupled all to all depends on the number of agents by the rounding of sums only', () => {
    const course = { coupling: 2, noise: 0.5, to: 50 };
    const one = run({ oscillators: 700, agents: 1, frequency: spread }, course);
    // Documented: H is added up agent by agent. 50 steps of strong coupling magnify last bits by less than e.
    for (const agents of [3, 128]) {
      const other = run({ oscillators: 700, agents, frequency: spread }, course);
      expect(farthest(other, one.phaseRad)).toBeLessThan(1e-12);
    }
  });

  it('keeps phases in [−π, π) and counts the turns, however fast an oscillator is', () => {
    const frequency = { law: 'uniform', centre: 5000, width: 5000, sampling: 'quantile' } as const;
    const field = run({ frequency, initial: { kind: 'synchronised', r0: 0 } }, { coupling: 0, noise: 0, to: 100 });
    expect(field.phaseRad.every((x) => x >= -PI && x < PI)).toBe(true);
    // One second of turning; a hundred roundings of numbers up to 50.
    unwrapped(field).forEach((x, i) => expect(Math.abs(x - (field.frequencyRadS[i] ?? NaN))).toBeLessThan(1e-10));
  });

  it('tells every agent’s z and mean frequency at the boundary', () => {
    const field = createField({ ...plain, oscillators: 50, frequency: spread });
    const uneven = {
      meanField: (_t: number, re: Float64Array, im: Float64Array, outRe: Float64Array, outIm: Float64Array): void => {
        for (let a = 0; a < outRe.length; a++) {
          outRe[a] = (re[(a + 1) % 8] ?? NaN) * 0.5;
          outIm[a] = (im[(a + 3) % 8] ?? NaN) + 0.1 * a;
        }
      },
    };
    const [hRe, hIm] = [new Float64Array(8), new Float64Array(8)];
    for (let n = 0; n < 3; n++) {
      field.begin(n, 1.7, uneven);
      uneven.meanField(0, field.agentRe, field.agentIm, hRe, hIm);
      for (let a = 0; a < 8; a++) {
        const [from, to] = [field.agentStart[a] ?? NaN, field.agentStart[a + 1] ?? NaN];
        const own = field.phaseRad.subarray(from, to);
        const drift = own.reduce((sum, x, k) => {
          const pull = (hIm[a] ?? NaN) * Math.cos(x) - (hRe[a] ?? NaN) * Math.sin(x);
          return sum + (field.frequencyRadS[from + k] ?? NaN) + 1.7 * pull;
        }, 0);
        expect(field.agentFrequencyRadS[a]).toBeCloseTo(drift / (to - from), 12);
        expect(field.agentRe[a]).toBeCloseTo(own.reduce((sum, x) => sum + Math.cos(x), 0) / (to - from), 13);
        expect(field.agentIm[a]).toBeCloseTo(own.reduce((sum, x) => sum + Math.sin(x), 0) / (to - from), 13);
      }
      field.finish(0.3);
    }
  });

  it('asks the exchange at n·stepS, and at the inner stage of schemes that have one', () => {
    const times = (scheme: SchemeName): number[] => {
      const asked: number[] = [];
      const exchange = (field: Field): MeanField => {
        const all = allToAll(field.agentStart);
        const meanField: MeanField['meanField'] = (timeS, ...rest) => {
          asked.push(timeS);
          all.meanField(timeS, ...rest);
        };
        return { meanField };
      };
      run({ scheme, stepS: 0.1 }, { coupling: 1, noise: 0, from: 3, to: 5, exchange });
      return asked;
    };
    const [t3, t4] = [3 * 0.1, 4 * 0.1];
    expect(times('euler-maruyama')).toEqual([t3, t4]);
    expect(times('heun')).toEqual([t3, t3 + 0.1, t4, t4 + 0.1]);
    expect(times('sra1')).toEqual([t3, t3 + 0.75 * 0.1, t4, t4 + 0.75 * 0.1]);
  });

  it('refuses to finish what has not begun', () => {
    const field = createField(plain);
    expect(() => field.finish(0)).toThrow('begin before finish');
    field.begin(0, 1, allToAll(field.agentStart));
    field.finish(0);
    expect(() => field.finish(0)).toThrow('begin before finish');
    expect(() => createField({ ...plain, oscillators: 7 })).toThrow('at least one oscillator');
  });
});

it('agents host contiguous blocks whose sizes differ by one at most', () => {
  for (const [oscillators, agents] of [
    [2, 2],
    [17, 5],
    [1_048_576, 127],
    [128, 128],
  ] as const) {
    const starts = agentStarts(oscillators, agents);
    const sizes = Array.from(starts.subarray(1), (end, a) => end - (starts[a] ?? NaN));
    expect([starts[0], starts[agents]]).toEqual([0, oscillators]);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  }
});
