/** The mistakes that public Kuramoto programs make, planted one by one: the oracle that stands against each must see it. */
import { expect, it } from 'vitest';
import { deviation, estimate, mean, orderOf, run, seeds, unwrapped } from '../field.fixture.ts';
import type { Field } from '../field.ts';
import type { Drive } from '../engine.ts';
import { createReference } from '../reference.ts';
import { eulerMaruyama } from '../schemes/euler-maruyama.ts';
import type { Scheme } from '../schemes/scheme.ts';
import { identicalOrder } from './oracles.fixture.ts';

/** Euler–Maruyama with something done to what drives it. */
const spoilt =
  (spoil: (drive: Readonly<Drive>, stepS: number) => Drive): Scheme =>
  (state) => {
    const step = eulerMaruyama(state);
    return (drive) => step(spoil(drive, state.stepS));
  };
const scaledForce = (drive: Readonly<Drive>, factor: number): Drive => ({
  ...drive,
  forceRe: drive.forceRe.map((x) => factor * x),
  forceIm: drive.forceIm.map((x) => factor * x),
});

/** Oracle 2: deviation of the unwrapped variance from σ²t, in standard errors. */
function varianceDeviation(scheme: Scheme): number {
  const [noise, steps] = [1, 50];
  const initial = { kind: 'synchronised', r0: 0 } as const;
  const squares = seeds(60).map((seed) => {
    const field = run({ seed, initial }, { coupling: 0, noise, to: steps }, (its) => createReference(its, { scheme }));
    return mean(unwrapped(field).map((x) => x * x));
  });
  return deviation(estimate(squares), noise * noise * steps * 0.01);
}

/** Oracle 5: relative deviation of r from its stationary value at K = 2, σ = 1. */
function orderDeviation(scheme: Scheme): number {
  const orders: number[] = [];
  const each = (field: Field, n: number): void => {
    if (n > 300) orders.push(orderOf(field));
  };
  const initial = { kind: 'synchronised', r0: 0 } as const;
  run({ oscillators: 1000, initial }, { coupling: 2, noise: 1, to: 1000, each }, (its) => createReference(its, { scheme }));
  return Math.abs(mean(orders) / identicalOrder(2, 1) - 1);
}

it('nothing planted, nothing seen', () => {
  expect(varianceDeviation(spoilt((drive) => ({ ...drive })))).toBeLessThan(4.5);
  expect(orderDeviation(spoilt((drive) => ({ ...drive })))).toBeLessThan(0.015);
});

it('noise times dt instead of √dt is seen', () => {
  expect(varianceDeviation(spoilt((drive, stepS) => ({ ...drive, noise: drive.noise * Math.sqrt(stepS) })))).toBeGreaterThan(20);
});

it('noise that is worked out and never added is seen', () => {
  expect(varianceDeviation(spoilt((drive) => ({ ...drive, noise: 0 })))).toBeGreaterThan(20);
});

it('the same noise at every step is seen', () => {
  expect(varianceDeviation(spoilt((drive) => ({ ...drive, step: 0 })))).toBeGreaterThan(20);
});

it('a coupling of the wrong size or sign is seen', () => {
  for (const factor of [2, 0.5, -1, 1.1]) expect(orderDeviation(spoilt((drive) => scaledForce(drive, factor)))).toBeGreaterThan(0.015);
});
