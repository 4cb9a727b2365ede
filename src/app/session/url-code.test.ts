import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkScenario, defaultScenario } from '../../lab/scenario/parse.ts';
import { presets } from '../../lab/scenario/presets.ts';
import { setParameters, type Assignment } from '../../lab/scenario/set.ts';
import { differenceOf } from './experiment-code.ts';
import { faultText } from '../../lab/scenario/fault.ts';
import { decodeAddress, defaultState, encodeAddress, type PageState } from './url-code.ts';

function changed(base: typeof defaultScenario, ...assignments: readonly Assignment[]) {
  const result = setParameters(base, assignments);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const sound = (state: PageState) => ({ ok: true, value: { state, faults: [] } });

/** Every fault that is told of an address. */
function faultsOf(hash: string): readonly string[] {
  const read = decodeAddress(hash);
  return (read.ok ? read.value.faults : [read.error]).map((fault) => faultText(fault));
}

describe('the address of the page', () => {
  test('says nothing of what is as by default', () => {
    expect(encodeAddress({ scenario: defaultScenario, preset: undefined, view: 'live', experiment: undefined })).toBe('#1');
  });

  test('brings back every preset, and what was changed of it', () => {
    for (const { name, scenario } of presets) {
      const state = {
        scenario: changed(scenario, { path: 'field.coupling', value: 3.25 }, { path: 'seed', value: 7 }),
        preset: name,
        view: 'live' as const,
        experiment: undefined,
      };
      expect(decodeAddress(encodeAddress(state))).toEqual(sound(state));
    }
  });

  test('brings back a live run that went on for longer than any that may be planned', () => {
    const state = { ...defaultState, scenario: { ...defaultScenario, durationS: 900_000 } };
    expect(decodeAddress(encodeAddress(state))).toEqual(sound(state));
  });

  test('brings back another kind of network with its own fields', () => {
    const scenario = changed(
      defaultScenario,
      { path: 'mesh.latency.kind', value: 'lognormal' },
      { path: 'mesh.latency.medianMs', value: 80 },
    );
    const address = encodeAddress({ scenario, preset: undefined, view: 'guide', experiment: undefined });
    expect(address).toBe('#1&mesh.latency.kind=lognormal&mesh.latency.medianMs=80&mesh.latency.sigma=0.5&view=guide');
    expect(decodeAddress(address)).toEqual(sound({ scenario, preset: undefined, view: 'guide', experiment: undefined }));
  });

  test('brings back N and M together, though one alone would not do', () => {
    const scenario = changed(defaultScenario, { path: 'field.oscillators', value: 1_024 }, { path: 'mesh.agents', value: 100 });
    const state = { scenario, preset: undefined, view: 'live' as const, experiment: undefined };
    expect(decodeAddress(encodeAddress(state))).toEqual(sound(state));
  });

  test('brings back stragglers, and that there are none', () => {
    const scenario = changed(defaultScenario, {
      path: 'mesh.stragglers',
      value: [
        { agent: 3, extraMs: 200 },
        { agent: 15, extraMs: 1450 },
      ],
    });
    const state = { scenario, preset: undefined, view: 'live' as const, experiment: undefined };
    expect(encodeAddress(state)).toBe('#1&stragglers=3:200,15:1450');
    expect(decodeAddress(encodeAddress(state))).toEqual(sound(state));
    const paper = presets.find(({ name }) => name === 'paper')?.scenario ?? defaultScenario;
    const none = {
      scenario: changed(paper, { path: 'mesh.stragglers', value: [] }),
      preset: 'paper',
      view: 'live' as const,
      experiment: undefined,
    };
    expect(decodeAddress(encodeAddress(none))).toEqual(sound(none));
  });

  test('brings back an experiment with what was changed of it, sound or not', () => {
    const experiment = { experiment: 'phase-diagram', seed: 7, settings: { law: 'uniform', columns: 4, turnForward: false } };
    const state = { ...defaultState, view: 'experiments' as const, experiment };
    const address = encodeAddress(state);
    expect(address).toBe(
      '#1&view=experiments&experiment=phase-diagram&experiment.seed=7&experiment.settings.law=uniform&experiment.settings.columns=4&experiment.settings.turnForward=false',
    );
    expect(decodeAddress(address)).toEqual(sound(state));
    // What makes no sense is handed on, so that the desk can say what is wrong with it.
    expect(decodeAddress('#1&experiment.seed=x&experiment.settings.a%26b=-1')).toMatchObject({
      ok: true,
      value: { state: { experiment: { experiment: undefined, seed: 'x', settings: { 'a&b': -1 } } }, faults: [] },
    });
  });

  test('brings back the settings of a view beside the run, sound or not', () => {
    const state = {
      ...defaultState,
      view: 'dynamics' as const,
      bench: { 'dynamics.part': 'noise', 'noise.drift': 2, 'token-clock.rate': 'x' },
    };
    const address = encodeAddress(state);
    expect(address).toBe('#1&view=dynamics&dynamics.part=noise&noise.drift=2&token-clock.rate=x');
    expect(decodeAddress(address)).toEqual(sound(state));
  });

  test('tells of an experiment only what is not as usual', () => {
    const usual = {
      schema: 'chorus.experiment/1',
      experiment: 'decay',
      seed: 42,
      replicates: 9,
      settings: { noise: 0.5, law: 'normal' },
    } as const;
    expect(differenceOf(usual, usual)).toEqual({ experiment: 'decay' });
    expect(differenceOf({ ...usual, replicates: 3, settings: { noise: 0, law: 'normal' } }, usual)).toEqual({
      experiment: 'decay',
      replicates: 3,
      settings: { noise: 0 },
    });
  });

  test('keeps what makes sense of it, and tells everything else by its name', () => {
    const hash = '#1&preset=pape&seed=-1&field.coupling=3&field.nois=1&view=trce&mesh.loss&rope.base=7';
    expect(decodeAddress(hash)).toMatchObject({
      ok: true,
      value: {
        state: { ...defaultState, scenario: changed(defaultScenario, { path: 'field.coupling', value: 3 }), bench: { 'rope.base': 7 } },
      },
    });
    expect(faultsOf(hash)).toEqual([
      'document: found "mesh.loss"; allowed: name=value',
      expect.stringMatching(/^preset: found "pape"; allowed: "paper", "quiet", .*; did you mean "paper"\?$/),
      expect.stringMatching(/^view: found "trce"; allowed: "live", .*; did you mean "trace"\?$/),
      'seed: found -1; allowed: a whole number from 0 to 4294967295',
      expect.stringMatching(/^field\.nois: found an unknown key; .*; did you mean "noise"\?$/),
    ]);
  });

  test.each([
    ['#2&seed=1', 'begins with #1'],
    ['#1&field.coupling=-3', 'field.coupling'],
    ['#1&field.coupling', 'name=value'],
    ['#1&field.cuopling=3', 'field.cuopling'],
    ['#1&preset=nope', 'nope'],
    ['#1&view=nope', 'nope'],
    ['#1&__proto__=1', '__proto__: found an unknown key'],
    ['#1&seed=%E0%A4%A', 'name=value'],
    ['#1&stragglers=a:b', 'mesh.stragglers'],
    [`#1&name=${'x'.repeat(9_000)}`, 'at most 8000 characters'],
  ])('%s is told with the reason', (hash, reason) => {
    expect(faultsOf(hash).join('\n')).toContain(reason);
  });

  test('can be any text at all', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: 'binary' }),
          fc.string().map((text) => `#1&${text}`),
        ),
        (text) => {
          const read = decodeAddress(text);
          if (read.ok) expect(checkScenario(read.value.state.scenario)).toEqual({ ok: true, value: read.value.state.scenario });
        },
      ),
      { numRuns: 2_000, seed: 1 },
    );
  });
});
