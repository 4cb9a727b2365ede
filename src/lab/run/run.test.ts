import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at } from '../../base/assert.ts';
import { checkScenario, parseScenario } from '../scenario/parse.ts';
import type { Action, Intervention, Scenario, ScenarioInput } from '../scenario/schema.ts';
import { createRun } from './run.ts';
import type { Run } from './types.ts';

function scenario(changes: Omit<ScenarioInput, 'schema'> = {}): Scenario {
  const small = {
    durationS: 6,
    ...changes,
    schema: 'chorus.scenario/1',
    field: { oscillators: 24, ...changes.field },
    mesh: { agents: 6, ...changes.mesh },
  };
  const checked = checkScenario(small);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return checked.value;
}

function finish(itsScenario: Scenario): Run {
  const run = createRun(itsScenario);
  run.advance(run.stepsPlanned);
  return run;
}

const lastOf = (run: Run, column: Parameters<Run['timeseries']['column']>[0]) =>
  at(run.timeseries.column(column), run.timeseries.length - 1);

describe('the same scenario gives the same bits', () => {
  const cut: readonly Intervention[] = [
    { atS: 1, do: 'partition', shape: 'minority' },
    { atS: 2.5, do: 'set', path: 'field.coupling', value: 5 },
    { atS: 4, do: 'heal' },
  ];

  it('twice', () => {
    expect(finish(scenario({ interventions: [...cut] })).digest()).toBe(finish(scenario({ interventions: [...cut] })).digest());
  });

  it('whatever the chunks in which it advances', () => {
    const whole = finish(scenario({ interventions: [...cut] })).digest();
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 30 }), (chunks) => {
        const run = createRun(scenario({ interventions: [...cut] }));
        for (const chunk of chunks) run.advance(Math.min(chunk, run.stepsPlanned - run.stepsDone));
        run.advance(run.stepsPlanned - run.stepsDone);
        expect(run.digest()).toBe(whole);
      }),
      { numRuns: 10 },
    );
  });

  it('but another seed, or a change of the last digit of K, gives others', () => {
    const digest = finish(scenario()).digest();
    expect(finish(scenario({ seed: 43 })).digest()).not.toBe(digest);
    expect(finish(scenario({ field: { coupling: 2.0000000000000004 } })).digest()).not.toBe(digest);
  });
});

describe('what a person does on a running lab', () => {
  const actions: fc.Arbitrary<Action> = fc.oneof(
    fc.constantFrom<Action>(
      { do: 'heal' },
      { do: 'partition', shape: 'halves' },
      { do: 'partition', shape: 'flapping' },
      { do: 'partition', groups: [[0, 5]] },
    ),
    fc.record({ do: fc.constantFrom('pause' as const, 'resume' as const, 'crash' as const), agent: fc.nat(5) }),
    fc.record({ do: fc.constant('restart' as const), agent: fc.nat(5), disk: fc.constant('kept' as const) }),
    fc.record({
      do: fc.constant('set' as const),
      path: fc.constantFrom('field.coupling', 'field.noise', 'mesh.tokenRateHz', 'mesh.phaseRateHz'),
      value: fc.nat(20),
    }),
    fc.record({
      do: fc.constant('set' as const),
      path: fc.constantFrom('mesh.loss', 'mesh.duplication', 'mesh.reordering'),
      value: fc.nat(10).map((n) => n / 20),
    }),
    fc.record({ do: fc.constant('set' as const), path: fc.constant('field.exchange'), value: fc.constantFrom('ideal', 'message') }),
  );

  it('is recorded so that the scenario as run replays bit for bit, through its JSON text', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(90), actions), { maxLength: 12 }), fc.integer({ min: 1, max: 100 }), (script, lastSteps) => {
        const live = createRun(scenario({ durationS: 1, interventions: [{ atS: 0.3, do: 'partition', shape: 'isolate' }] }));
        for (const [steps, action] of script) {
          live.advance(steps);
          expect(live.intervene(action).ok).toBe(true);
        }
        live.advance(lastSteps);
        const text = JSON.stringify(live.scenarioAsRun());
        const parsed = parseScenario(text);
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
        const replay = finish(parsed.value);
        expect(replay.stepsDone).toBe(live.stepsDone);
        expect(replay.digest()).toBe(live.digest());
        expect(replay.eventCount).toBe(live.eventCount);
      }),
      { numRuns: 40 },
    );
  });

  it('takes effect at the boundary where the run stands, at once visible', () => {
    const run = createRun(scenario());
    run.advance(123);
    expect(run.intervene({ do: 'partition', shape: 'halves' })).toEqual({
      ok: true,
      value: { do: 'partition', shape: 'halves', atS: 1.23 },
    });
    expect(run.snapshot().components).toHaveLength(2);
    expect(run.snapshot().partitioned).toBe(true);
  });

  it('keeps only the last of several settings of one parameter at one boundary', () => {
    const run = createRun(scenario());
    run.advance(10);
    for (const value of [1, 2, 3]) run.intervene({ do: 'set', path: 'field.coupling', value });
    expect(run.scenarioAsRun().interventions).toEqual([{ atS: 0.1, do: 'set', path: 'field.coupling', value: 3 }]);
  });

  it('is refused, with place and limits, when it makes no sense', () => {
    const run = createRun(scenario());
    expect(run.intervene({ do: 'crash', agent: 99 })).toMatchObject({ ok: false, error: { path: 'agent', found: '99' } });
    expect(run.intervene({ do: 'set', path: 'field.coupling', value: -1 })).toMatchObject({
      ok: false,
      error: { path: 'value', found: '-1' },
    });
    expect(run.intervene({ do: 'set', path: 'seed', value: 1 })).toMatchObject({ ok: false, error: { path: 'path' } });
    expect(run.scenarioAsRun().interventions).toEqual([]);
  });
});

describe('an intervention takes effect at the first boundary at or after its time', () => {
  const changeAt = (atS: number) => {
    const run = finish(scenario({ durationS: 1, sampleS: 0.01, interventions: [{ atS, do: 'set', path: 'field.coupling', value: 7 }] }));
    return at(run.timeseries.column('t_s'), run.timeseries.column('coupling').subarray(0, run.timeseries.length).indexOf(7));
  };

  // The sample of a boundary comes before its interventions, so the change shows one step later.
  it.each([
    [0, 0.01],
    [0.005, 0.02],
    [0.07, 0.08],
    [0.29, 0.3],
    [0.291, 0.31],
  ])('at %f s it shows at %f s', (atS, shownS) => {
    expect(changeAt(atS)).toBeCloseTo(shownS, 10);
  });
});

describe('the samples', () => {
  it('begin at 0, end at the duration, and come every sampleS', () => {
    const run = finish(scenario({ durationS: 2, sampleS: 0.05 }));
    expect(run.timeseries.length).toBe(41);
    expect(run.agentSamples.length).toBe(41 * 6);
    expect(at(run.timeseries.column('t_s'), 40)).toBe(2);
  });

  it('count every token once: generated = validated + pending, whole = sum over agents', () => {
    const run = finish(scenario());
    expect(lastOf(run, 'tokens_generated')).toBe(lastOf(run, 'tokens_validated') + lastOf(run, 'tokens_pending'));
    const agents = run.snapshot().agents;
    expect(agents.reduce((sum, agent) => sum + agent.generated, 0)).toBe(lastOf(run, 'tokens_generated'));
    expect([...run.tokens()].filter((token) => !Number.isNaN(token.validatedS))).toHaveLength(lastOf(run, 'tokens_validated'));
  });

  it('tell the order parameter of the phases themselves', () => {
    const run = finish(scenario());
    let re = 0;
    let im = 0;
    for (const phase of run.field.phaseRad) {
      re += Math.cos(phase);
      im += Math.sin(phase);
    }
    expect(lastOf(run, 'r')).toBeCloseTo(Math.hypot(re, im) / 24, 12);
    expect(lastOf(run, 'psi_rad')).toBeCloseTo(Math.atan2(im, re), 12);
  });

  it('give r of the largest component: of the majority under a cut, not of the whole', () => {
    const run = finish(
      scenario({
        field: { coupling: 0, noise: 0, initial: { kind: 'synchronised' } },
        interventions: [{ atS: 1, do: 'partition', shape: 'minority' }],
      }),
    );
    const phases = [...run.field.phaseRad].slice(8);
    const re = phases.reduce((sum, phase) => sum + Math.cos(phase), 0);
    const im = phases.reduce((sum, phase) => sum + Math.sin(phase), 0);
    expect(lastOf(run, 'components')).toBe(2);
    expect(lastOf(run, 'r_largest')).toBeCloseTo(Math.hypot(re, im) / 16, 12);
  });
});

describe('the exchange', () => {
  const still = { field: { noise: 0, frequency: { law: 'identical' as const, centre: 1 }, coupling: 3 } };

  it('by messages reaches the synchrony of the ideal one when delays are small', () => {
    const near = { latency: { kind: 'constant' as const, oneWayMs: 1 }, phaseRateHz: 100 };
    const ideal = finish(scenario({ field: { ...still.field, exchange: 'ideal' }, mesh: near }));
    const message = finish(scenario({ ...still, mesh: near }));
    expect(lastOf(ideal, 'r')).toBeGreaterThan(0.999);
    expect(lastOf(message, 'r')).toBeGreaterThan(0.999);
    expect(Math.abs(lastOf(ideal, 'psi_rad') - lastOf(message, 'psi_rad'))).toBeLessThan(0.2);
  });

  it('of messages knows only itself when no message ever comes', () => {
    const deaf = finish(scenario({ ...still, mesh: { loss: 1 }, field: { ...still.field, oscillators: 6 } }));
    const free = finish(scenario({ ...still, field: { ...still.field, oscillators: 6, coupling: 0, exchange: 'ideal' } }));
    for (let i = 0; i < 6; i++) expect(at(deaf.field.phaseRad, i)).toBeCloseTo(at(free.field.phaseRad, i), 9);
  });

  it.each([
    [0.2, true],
    [60, false],
  ])('drops messages older than %f s: then the phases rest: %s', (staleAfterS, rests) => {
    const field = { oscillators: 2, noise: 0, frequency: { law: 'identical' as const } };
    const mesh = { agents: 2, staleAfterS, latency: { kind: 'constant' as const, oneWayMs: 10 } };
    const run = createRun(scenario({ field, mesh, interventions: [{ atS: 0.3, do: 'partition', shape: 'halves' }] }));
    run.advance(100);
    const after1s = [...run.field.phaseRad];
    run.advance(100);
    expect(Math.abs(at(run.field.phaseRad, 0) - at(after1s, 0)) < 1e-12).toBe(rests);
  });
});
