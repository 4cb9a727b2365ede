/** Oracle 14 on whole runs, and the phase lag of Sakaguchi & Kuramoto (1986). */
import { describe, expect, it } from 'vitest';
import { predict } from '../theory/prediction.ts';
import { checkScenario } from '../scenario/parse.ts';
import type { Scenario, ScenarioInput } from '../scenario/schema.ts';
import { createRun } from './run.ts';

function scenarioOf(field: ScenarioInput['field']): Scenario {
  const checked = checkScenario({
    schema: 'chorus.scenario/1',
    seed: 14,
    field: { exchange: 'ideal', noise: 0, frequency: { law: 'identical', centre: 2 }, initial: { kind: 'synchronised' }, ...field },
    mesh: { agents: 4, tokenRateHz: 1, phaseRateHz: 1 },
  });
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return checked.value;
}

/** Mean of r over the second half of a run, and the mean angular velocity of its last tenth. */
function watch(scenario: Scenario, durationS: number): { readonly order: number; readonly velocity: number } {
  const run = createRun(scenario);
  run.advance(Math.round(durationS / scenario.stepS));
  const { length } = run.timeseries;
  const [r, psi] = [run.timeseries.column('r'), run.timeseries.column('psi_rad')];
  let [sum, turned] = [0, 0];
  for (let row = length >> 1; row < length; row++) sum += (r[row] ?? NaN) / (length - (length >> 1));
  const from = Math.floor(0.9 * length);
  for (let row = from + 1; row < length; row++) {
    const step = (psi[row] ?? NaN) - (psi[row - 1] ?? NaN);
    turned += step - 2 * Math.PI * Math.round(step / (2 * Math.PI));
  }
  return { order: sum, velocity: turned / ((length - 1 - from) * scenario.sampleS) };
}

function prediction(scenario: Scenario): { readonly threshold: number; readonly order: number } {
  const { criticalCoupling, orders } = predict(scenario, { oscillators: [scenario.field.oscillators] });
  return { threshold: criticalCoupling.known ? criticalCoupling.value : NaN, order: orders[0]?.known === true ? orders[0].value : NaN };
}

describe('coupling that acts late', () => {
  // Ω = ω₀ − K sin Ωτ with cos Ωτ > 0: for ω₀ = 2, K = 1, τ = 1 that is 1.1061. A rotation is a straight line in every scheme;
  // SRA1 looks between two boundaries, where H is interpolated along a chord: off by (Ωh)² at most, 1.2e-4 here.
  it.each(['euler-maruyama', 'heun', 'sra1'] as const)('turns everybody with Ω = ω₀ − K sin Ωτ by %s', (scheme) => {
    const { velocity, order } = watch(scenarioOf({ oscillators: 8, coupling: 1, delayS: 1, scheme }), 60);
    expect(velocity + Math.sin(velocity)).toBeCloseTo(2, scheme === 'sra1' ? 4 : 6);
    expect(order).toBeCloseTo(1, 9);
  });

  // Noise 1, D = ½: K_c = 2.103. N = 4000; tolerance as in the field's own oracle, and √2 more for half the oscillators.
  it('has its threshold at 2D/cos Ωτ and the order beyond it that theory has', () => {
    const at = (share: number): Scenario => scenarioOf({ oscillators: 4000, noise: 1, delayS: 1, coupling: share * 2.103 });
    expect(prediction(at(1)).threshold).toBeCloseTo(2.103, 3);
    expect(prediction(at(0.9)).order).toBe(0);
    expect(watch(at(0.9), 100).order).toBeLessThan(0.09);
    expect(Math.abs(watch(at(1.2), 80).order - prediction(at(1.2)).order)).toBeLessThan(0.02);
  });
});

describe('a phase lag', () => {
  const lagging = (coupling: number): Scenario =>
    scenarioOf({
      oscillators: 4000,
      coupling,
      phaseLagRad: 0.8,
      frequency: { law: 'lorentzian', width: 0.5, sampling: 'quantile' },
      initial: { kind: 'poisson', r0: 0.5 },
    });

  it('makes of K what K cos α is without: r² = 1 − 2γ/(K cos α) for the Lorentzian law', () => {
    const scenario = lagging(3);
    const expected = Math.sqrt(1 - 1 / (3 * Math.cos(0.8)));
    expect(prediction(scenario).threshold).toBeCloseTo(1 / Math.cos(0.8), 12);
    expect(prediction(scenario).order).toBeCloseTo(expected, 9);
    expect(Math.abs(watch(scenario, 60).order - expected)).toBeLessThan(0.02);
  });

  it('of a quarter turn or more leaves no threshold, and none is told for laws without a closed form', () => {
    const beyond = scenarioOf({ phaseLagRad: 1.6, noise: 1 });
    expect(predict(beyond, { oscillators: [256] }).criticalCoupling).toMatchObject({ known: false });
    const normal = scenarioOf({ phaseLagRad: 0.1, frequency: { law: 'normal', width: 1 } });
    expect(predict(normal, { oscillators: [256] }).orders[0]).toMatchObject({ known: false });
  });

  it('works on a delay as well: both are one angle', () => {
    const { velocity } = watch(scenarioOf({ oscillators: 8, coupling: 1, delayS: 1, phaseLagRad: -0.4 }), 60);
    expect(velocity + Math.sin(velocity - 0.4)).toBeCloseTo(2, 6);
  });
});

it('a delay that is no whole number of steps is refused', () => {
  const checked = checkScenario({ schema: 'chorus.scenario/1', field: { delayS: 0.015 } });
  expect(checked).toMatchObject({ ok: false, error: [{ path: 'field.delayS', allowed: '0 or a whole multiple of stepS (0.01 s)' }] });
});
