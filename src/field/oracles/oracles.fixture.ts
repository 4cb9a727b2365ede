/**
 * What the oracles share: many small fields in one, exchanges with a delay or an error in them, generators with an error in them.
 *
 * Bounds: a mean over independent replicates may be off by 4.5 of its standard errors (chance exceeds that once in 10⁵ comparisons)
 * plus the bias that the test states; a planted error must be seen at more than twice the bound.
 */
import { fillNormals, streams } from '../../base/random.ts';
import type { Estimate } from '../field.fixture.ts';
import { createField, type Field, type FieldOptions } from '../field.ts';
import type { MeanField } from '../mean-field.ts';
import { createReference } from '../reference.ts';
import type { NormalSource } from '../schemes/scheme.ts';
import { stationaryOrder } from '../theory/stationary-order.ts';

/** What may be done to a field before an oracle looks at it. */
export interface Planted {
  /** On every mean field. */
  readonly force?: (exchange: MeanField) => MeanField;
  /** On σ, as the scheme sees it. */
  readonly noise?: (noise: number, stepS: number) => number;
  readonly normals?: NormalSource;
}

export interface Setting {
  readonly options: FieldOptions;
  readonly coupling: number;
  readonly noise: number;
  readonly exchange: (field: Field) => MeanField;
  readonly planted?: Planted;
}

/** Takes a field through `steps` steps and shows it after each. */
export function observe(setting: Setting, steps: number, each: (field: Field, stepsDone: number) => void = () => undefined): Field {
  const { options, coupling, noise, planted = {} } = setting;
  const { normals } = planted;
  const field = createField(options, normals && ((its) => createReference(its, { normals })));
  const plain = setting.exchange(field);
  const exchange = planted.force?.(plain) ?? plain;
  const amplitude = planted.noise?.(noise, options.stepS) ?? noise;
  for (let n = 0; n < steps; n++) {
    field.begin(n, coupling, exchange);
    field.finish(amplitude);
    each(field, n + 1);
  }
  return field;
}

/** Every agent is a field of its own, coupled all to all inside: as many replicates as agents, in one run. */
export function eachAlone(): MeanField {
  return {
    meanField(_timeS, re, im, outRe, outIm) {
      outRe.set(re);
      outIm.set(im);
    },
  };
}

/** H times a factor: a wrong constant, or with −1 the sine of θ_i − θ_j. */
export const scaled =
  (factor: number) =>
  (exchange: MeanField): MeanField => ({
    meanField(timeS, re, im, outRe, outIm) {
      exchange.meanField(timeS, re, im, outRe, outIm);
      for (let a = 0; a < outRe.length; a++) {
        outRe[a] = factor * (outRe[a] ?? NaN);
        outIm[a] = factor * (outIm[a] ?? NaN);
      }
    },
  });

/** H as it was a fixed number of steps ago, and before there was one, as it was at first. One question a step: Euler–Maruyama only. */
export function late(exchange: MeanField, steps: number): MeanField {
  const past: (readonly [Float64Array, Float64Array])[] = [];
  let asked = 0;
  return {
    meanField(timeS, re, im, outRe, outIm) {
      exchange.meanField(timeS, re, im, outRe, outIm);
      past[asked % (steps + 1)] = [outRe.slice(), outIm.slice()];
      asked++;
      const [thenRe, thenIm] = past[asked % (steps + 1)] ?? past[0] ?? [outRe, outIm];
      outRe.set(thenRe);
      outIm.set(thenIm);
    },
  };
}

/** The generator with the same number in every four lanes that lie together. */
export const lanesAlike =
  (seed: number): NormalSource =>
  (step, component, firstBlock, blocks, out) => {
    fillNormals(seed, streams.fieldNoise, step, component, firstBlock, blocks, out);
    for (let i = 0; i < out.length; i++) out[i] = out[i & ~3] as number;
  };

/** One number for all oscillators, another at each step. */
export const oneForAll =
  (seed: number): NormalSource =>
  (step, component, _firstBlock, _blocks, out) => {
    fillNormals(seed, streams.fieldNoise, step, component, 0, 1, out);
    out.fill(out[0] ?? NaN);
  };

/** Noise multiplied by dt instead of by √dt. */
export const noiseTimesStep = (noise: number, stepS: number): number => noise * Math.sqrt(stepS);

/** Distance of an estimate from what it should be, in units of the bound: 4.5 standard errors and a bias. */
export function offBy(found: Estimate, expected: number, bias = 0): number {
  return Math.abs(found.mean - expected) / (4.5 * found.error + bias);
}

/** What theory says of r for identical oscillators with noise, N → ∞. */
export function identicalOrder(coupling: number, noise: number): number {
  const answer = stationaryOrder({ law: 'identical', widthRadS: 0, noise }, coupling);
  return answer.known ? answer.value : NaN;
}
