import { beforeEach, describe, expect, it } from 'vitest';
import { defaultsOf } from '../../lab/scenario/parameter.ts';
import { noiseLawParameters } from '../../lab/scenario/parameters-dynamics.ts';
import { ropeFaults, ropeParameters } from '../../lab/scenario/parameters-rope.ts';
import { benchStore } from '../store/benches.ts';
import { currentNotices } from '../store/notices.ts';
import { changedFields, keepInAddress, readFields, type BenchValues } from './bench-settings.ts';

const noise = { view: 'dynamics', parameters: Object.values(noiseLawParameters) } as const;
const usual = Object.fromEntries(noise.parameters.map(({ path, default: value }) => [path, value]));
const rope = { view: 'rope', parameters: Object.values(ropeParameters), faults: ropeFaults } as const;

describe('the settings of a view beside the run', () => {
  it('are told to the address where they are not as usual, and come back from it', () => {
    const values = { ...usual, 'noise.drift': 3, 'noise.noise': 0.5 };
    const fields = changedFields(noise.parameters, values);
    expect(fields).toEqual({ 'noise.drift': 3, 'noise.noise': 0.5 });
    expect(readFields(noise, fields)).toEqual({ values, faults: [] });
    expect(changedFields(noise.parameters, usual)).toEqual({});
  });

  it('are judged by the limits of their parameters, each by itself; what belongs to another view is not', () => {
    const read = readFields(noise, { 'noise.drift': 30, 'noise.drfit': 1, 'noise.noise': 'much', 'noise.coupling': 3, 'rope.base': -1 });
    expect(read.values).toEqual({ ...usual, 'noise.coupling': 3 });
    expect(read.faults.map(({ path }) => path)).toEqual(['noise.drift', 'noise.drfit', 'noise.noise']);
    expect(read.faults.map(({ allowed }) => allowed)).toEqual([
      expect.stringContaining('from 0.1 to 5'),
      expect.stringContaining('did you mean "noise.drift"'),
      expect.stringContaining('from 0.1 to 2'),
    ]);
  });

  it.each([
    [{ 'rope.agents': 8, 'rope.agent': 8 }, 'rope.agent', 'from 1 to 7'],
    [{ 'rope.dimension': 9 }, 'rope.dimension', 'even'],
    [{ 'rope.source': 'guessed' }, 'rope.source', 'carriers'],
  ])('of Inverse-RoPE %j are told with the reason', (fields, path, allowed) => {
    const read = readFields(rope, fields);
    expect(read.faults).toEqual([{ path, found: expect.any(String) as string, allowed: expect.stringContaining(allowed) as string }]);
  });

  it('that are the defaults are sound', () => {
    const { shape, ...others } = defaultsOf(ropeParameters);
    expect(readFields(rope, {})).toEqual({
      values: Object.fromEntries(Object.entries({ ...others, shape }).map(([name, value]) => [`rope.${name}`, value])),
      faults: [],
    });
  });
});

describe('a view that keeps its settings in the address', () => {
  let values: BenchValues = usual;
  const begin = (): (() => void) =>
    keepInAddress({
      ...noise,
      values: () => values,
      open: (opened) => {
        values = opened;
      },
    });
  beforeEach(() => {
    values = usual;
    benchStore.setState({ asked: undefined, told: {} });
  });

  it('opens what was asked for before it was there, and what is asked for later', () => {
    benchStore.setState({ asked: { 'noise.drift': 2 } });
    begin();
    expect(values['noise.drift']).toBe(2);
    expect(benchStore.getState()).toEqual({ asked: undefined, told: { dynamics: { 'noise.drift': 2 } } });
    benchStore.setState({ asked: { 'noise.noise': 2 } });
    expect(values).toEqual({ ...usual, 'noise.noise': 2 });
  });

  it('leaves what another view is asked for', () => {
    begin();
    benchStore.setState({ asked: { 'rope.base': 100 } });
    expect(benchStore.getState().asked).toEqual({ 'rope.base': 100 });
  });

  it('keeps what makes sense of an address, and says what does not', () => {
    values = { ...usual, 'noise.drift': 2 };
    begin();
    benchStore.setState({ asked: { 'noise.drift': -3, 'noise.noise': 2 } });
    expect(values).toEqual({ ...usual, 'noise.noise': 2 });
    expect(currentNotices().at(-1)).toMatchObject({
      tone: 'danger',
      title: 'Some settings of this link could not be read',
      details: ['noise.drift: found -3; allowed: a number from 0.1 to 5 (1/s)', 'They are as usual.'],
    });
  });

  it('tells the address at every change', () => {
    const tell = begin();
    values = { ...usual, 'noise.drift': 1 };
    tell();
    expect(benchStore.getState().told).toEqual({ dynamics: { 'noise.drift': 1 } });
  });
});
