/** The kernel against the reference, bit for bit. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cos, PI, sin, TWO_PI } from '../../base/math.ts';
import { createField, type CreateEngine, type Field, type FieldOptions } from '../field.ts';
import { laws, type LawName } from '../laws/registry.ts';
import type { MeanField } from '../mean-field.ts';
import { createReference } from '../reference.ts';
import { schemeTables, type SchemeName } from '../schemes/tables.ts';
import { createKernel } from './engine.ts';

const frequency = fc.record({
  law: fc.constantFrom(...(Object.keys(laws) as LawName[])),
  centre: fc.constantFrom(0, 1, -300),
  // Up to several turns a step.
  width: fc.constantFrom(0, 0.5, 2000),
  sampling: fc.constantFrom('random' as const, 'quantile' as const),
});
const initials = fc.record({
  kind: fc.constantFrom('uniform' as const, 'synchronised' as const, 'poisson' as const),
  r0: fc.constantFrom(0, 0.5, 0.99),
});
/** Sizes around those of pairs, lanes, blocks and chunks, agents from one to as many as there are oscillators. */
const size = fc
  .oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 100, max: 900 }))
  .chain((oscillators) =>
    fc.record({ oscillators: fc.constant(oscillators), agents: fc.integer({ min: 1, max: Math.min(oscillators, 128) }) }),
  );
const options: fc.Arbitrary<FieldOptions> = fc
  .record({
    seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    frequency,
    initial: initials,
    scheme: fc.constantFrom(...(Object.keys(schemeTables) as SchemeName[])),
    stepS: fc.constantFrom(0.001, 0.01, 0.1, 0.3),
    size,
  })
  .map(({ size: { oscillators, agents }, ...rest }) => ({ ...rest, oscillators, agents }));

interface Course {
  readonly firstStep: number;
  /** One a step. */
  readonly couplings: readonly number[];
  readonly noises: readonly number[];
}
const courses: fc.Arbitrary<Course> = fc.record({
  firstStep: fc.constantFrom(0, 7, 2 ** 32 - 2, 2 ** 40 + 1),
  couplings: fc.array(fc.constantFrom(0, 1.3, 1000), { minLength: 3, maxLength: 3 }),
  noises: fc.array(fc.constantFrom(0, 0.3, 50), { minLength: 3, maxLength: 3 }),
});

/** To every agent something else: its neighbour's z, turned by its own angle and the time. */
const uneven: MeanField = {
  meanField(timeS, re, im, outRe, outIm) {
    const agents = re.length;
    for (let a = 0; a < agents; a++) {
      const [c, s] = [cos(a + timeS), sin(a + timeS)];
      const next = (a + 1) % agents;
      outRe[a] = c * (re[next] ?? NaN) - s * (im[next] ?? NaN);
      outIm[a] = s * (re[next] ?? NaN) + c * (im[next] ?? NaN);
    }
  },
};

const standing: FieldOptions = {
  seed: 5,
  oscillators: 8,
  agents: 2,
  frequency: { law: 'identical', centre: 0, width: 0, sampling: 'random' },
  initial: { kind: 'synchronised', r0: 0 },
  scheme: 'euler-maruyama',
  stepS: 0.01,
};

function advanced(itsOptions: FieldOptions, { firstStep, couplings, noises }: Course, createEngine: CreateEngine): Field {
  const field = createField(itsOptions, createEngine);
  noises.forEach((noise, n) => {
    field.begin(firstStep + n, couplings[n] ?? NaN, uneven);
    field.finish(noise);
  });
  return field;
}

/** Names of the arrays that are not the same, bit for bit; Object.is tells 0 from −0. */
function differences(a: Field, b: Field): readonly string[] {
  const names = ['frequencyRadS', 'phaseRad', 'winding', 'agentRe', 'agentIm', 'agentFrequencyRadS'] as const;
  const [countsA, countsB] = [a.countPhases(), b.countPhases()];
  const counts = countsA.every((n, i) => n === countsB[i]) ? [] : ['phase counts'];
  return [...names.filter((name) => !a[name].every((x, i) => Object.is(x, b[name][i]))), ...counts];
}

const engines: readonly CreateEngine[] = [createKernel, createReference];

describe('kernel and reference', () => {
  it('have the same bits for any size, agents, law, scheme, noise and step', () => {
    fc.assert(
      fc.property(options, courses, (itsOptions, itsCourse) => {
        const [kernel, reference] = [advanced(itsOptions, itsCourse, createKernel), advanced(itsOptions, itsCourse, createReference)];
        expect(differences(kernel, reference)).toEqual([]);
      }),
      { numRuns: 400, seed: 3 },
    );
  });

  it.each(['euler-maruyama', 'heun', 'sra1'] as const)('have the same bits after a thousand steps of %s', (scheme) => {
    const law = { law: 'lorentzian', centre: 0, width: 2, sampling: 'random' } as const;
    const initial = { kind: 'uniform', r0: 0 } as const;
    const itsOptions = { ...standing, oscillators: 1001, agents: 13, frequency: law, initial, scheme, stepS: 0.02 };
    const [a, b] = engines.map((createEngine) => {
      const field = createField(itsOptions, createEngine);
      for (let n = 0; n < 1000; n++) {
        field.begin(n, 2, uneven);
        field.finish(0.4);
      }
      return field;
    }) as [Field, Field];
    expect(differences(a, b)).toEqual([]);
  });

  it('wrap alike beside every border between two turns', () => {
    const borders = Array.from({ length: 41 }, (_, k) => (k - 20) * PI);
    const angles = borders.flatMap((x) => [-2, -1, 0, 1, 2].map((ulps) => x + ulps * 2 ** (Math.abs(x) < 4 ? -51 : -47)));
    const itsOptions = { ...standing, oscillators: angles.length };
    const [kernel, reference] = engines.map((createEngine) => {
      const field = createField(itsOptions, createEngine);
      field.phaseRad.set(angles);
      field.begin(0, 0, uneven);
      field.finish(0);
      return field;
    }) as [Field, Field];
    expect(differences(kernel, reference)).toEqual([]);
    kernel.phaseRad.forEach((phase, i) => {
      expect(phase >= -PI && phase < PI).toBe(true);
      expect(phase + (kernel.winding[i] ?? NaN) * TWO_PI).toBeCloseTo(angles[i] ?? NaN, 12);
    });
  });

  it('differ where one oscillator of one of them is moved by a last digit', () => {
    const itsOptions: FieldOptions = fc.sample(options, { numRuns: 1, seed: 9 })[0] as FieldOptions;
    const still = { firstStep: 0, couplings: [1, 1, 1], noises: [0, 0, 0] };
    const [kernel, reference] = [advanced(itsOptions, still, createKernel), advanced(itsOptions, still, createReference)];
    kernel.phaseRad[0] = (kernel.phaseRad[0] ?? NaN) + 2 ** -51;
    expect(differences(kernel, reference)).toContain('phaseRad');
  });
});

describe('fields that live at the same time', () => {
  it('do not disturb each other', () => {
    const [first, second] = fc.sample(options, { numRuns: 2, seed: 4 }) as [FieldOptions, FieldOptions];
    const steps = { firstStep: 0, couplings: [1, 2, 3], noises: [1, 1, 1] };
    const alone = advanced(first, steps, createKernel).phaseRad.slice();
    const field = createField(first);
    const other = createField(second);
    steps.noises.forEach((noise, n) => {
      for (const each of [field, other]) {
        each.begin(n, steps.couplings[n] ?? NaN, uneven);
        each.finish(noise);
      }
    });
    expect(field.phaseRad).toEqual(alone);
  });
});
