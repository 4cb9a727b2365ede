import { describe, expect, it } from 'vitest';
import { defaultScenario } from '../scenario/parse.ts';
import type { Scenario } from '../scenario/schema.ts';
import { predictCourse } from './course.ts';

const withField = (field: Partial<Scenario['field']>): Scenario => ({ ...defaultScenario, field: { ...defaultScenario.field, ...field } });
const times = Float64Array.of(0, 0.5, 2, 8);
const valuesOf = (field: Partial<Scenario['field']>, order0?: number): readonly number[] => {
  const answer = predictCourse(withField(field), times, order0);
  return answer.known ? Array.from(answer.value) : [];
};
const poisson = { kind: 'poisson', r0: 0.5 } as const;
const law = (name: Scenario['field']['frequency']['law']) => ({ law: name, centre: 3, width: 0.5, sampling: 'random' }) as const;

describe('the course of r', () => {
  it('is Ott and Antonsen’s for the Lorentzian law without noise, and may be taken up anywhere on the way', () => {
    const field = { coupling: 2, noise: 0, initial: poisson };
    const course = valuesOf(field);
    const expected = Array.from(times, (t) => Math.sqrt(0.5 / (1 + (0.5 / 0.25 - 1) * Math.exp(-t))));
    course.forEach((r, k) => expect(r).toBeCloseTo(expected[k] ?? NaN, 12));
    const later = predictCourse(withField(field), Float64Array.of(1.5), course[1]);
    expect(later.known ? later.value[0] : NaN).toBeCloseTo(course[2] ?? NaN, 12);
  });

  it('is the decay of free phases without coupling, for every law', () => {
    const free = { coupling: 0, noise: 0.5, initial: { kind: 'synchronised', r0: 0 } } as const;
    const of = (name: Parameters<typeof law>[0]): number => valuesOf({ ...free, frequency: law(name) })[2] ?? NaN;
    const noise = Math.exp(-0.25);
    expect(of('identical')).toBeCloseTo(noise, 14);
    expect(of('lorentzian')).toBeCloseTo(noise * Math.exp(-1), 14);
    expect(of('normal')).toBeCloseTo(noise * Math.exp(-0.5), 14);
    expect(of('uniform')).toBeCloseTo(noise * Math.sin(1), 14);
    expect(of('bimodal')).toBeCloseTo(noise * Math.cos(1), 14);
    expect(valuesOf({ ...free, frequency: law('uniform') })[0]).toBe(1);
  });

  it('is not known from random phases, nor with coupling and noise, nor for other laws', () => {
    expect(valuesOf({ coupling: 2, noise: 0 })).toEqual([]);
    expect(valuesOf({ coupling: 2, noise: 0.1, initial: poisson })).toEqual([]);
    expect(valuesOf({ coupling: 2, noise: 0, initial: poisson, frequency: law('normal') })).toEqual([]);
    expect(predictCourse(withField({}), times)).toMatchObject({ reason: expect.stringContaining('chance') as string });
  });
});
