/** What the tests of the field share. */
import { TWO_PI } from '../base/math.ts';
import { createField, type CreateEngine, type Field, type FieldOptions } from './field.ts';
import { allToAll, type MeanField } from './mean-field.ts';
import { orderParameter } from './order.ts';

export const plain: FieldOptions = {
  seed: 1,
  oscillators: 64,
  agents: 8,
  frequency: { law: 'identical', centre: 0, width: 0, sampling: 'random' },
  initial: { kind: 'uniform', r0: 0 },
  scheme: 'euler-maruyama',
  stepS: 0.01,
};

export interface Course {
  readonly coupling: number;
  readonly noise: number;
  /** First step and the one after the last. */
  readonly from?: number;
  readonly to: number;
  readonly exchange?: (field: Field) => MeanField;
  readonly each?: (field: Field, stepsDone: number) => void;
}

export function run(options: Partial<FieldOptions>, course: Course, createEngine?: CreateEngine): Field {
  const field = createField({ ...plain, ...options }, createEngine);
  const exchange = course.exchange?.(field) ?? allToAll(field.agentStart);
  for (let n = course.from ?? 0; n < course.to; n++) {
    field.begin(n, course.coupling, exchange);
    field.finish(course.noise);
    course.each?.(field, n + 1);
  }
  return field;
}

const z = { re: 0, im: 0 };

/** Order parameter of the whole field. */
export function orderOf(field: Field): number {
  orderParameter(field.agentStart, field.agentRe, field.agentIm, z);
  return Math.sqrt(z.re * z.re + z.im * z.im);
}

export function unwrapped(field: Field): Float64Array {
  return field.phaseRad.map((phase, i) => phase + TWO_PI * (field.winding[i] ?? NaN));
}

export const mean = (list: ArrayLike<number>): number => Array.from(list).reduce((sum, x) => sum + x, 0) / list.length;

/** Mean over independent replicates, and its standard error. */
export interface Estimate {
  readonly mean: number;
  readonly error: number;
}

export function estimate(replicates: readonly number[]): Estimate {
  const centre = mean(replicates);
  const variance = replicates.reduce((sum, x) => sum + (x - centre) * (x - centre), 0) / (replicates.length - 1);
  return { mean: centre, error: Math.sqrt(variance / replicates.length) };
}

/** How far an estimate is from what it should be, in standard errors. */
export const deviation = (found: Estimate, expected: number): number => Math.abs(found.mean - expected) / found.error;

export const seeds = (count: number): number[] => Array.from({ length: count }, (_, k) => 1000 + k);
