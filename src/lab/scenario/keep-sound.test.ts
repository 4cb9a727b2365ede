import { describe, expect, it } from 'vitest';
import { keepSound, touches } from './keep-sound.ts';
import { defaultScenario } from './parse.ts';
import { setParameters, type Assignment } from './set.ts';

function keep(asked: Readonly<Record<string, unknown>>) {
  const changes = Object.entries(asked).map(([path, value]): Assignment => ({ path, value }));
  const { kept, faults } = keepSound(changes, (some) => {
    const result = setParameters(defaultScenario, some);
    return result.ok ? [] : result.error;
  });
  return { kept: kept.map(({ path }) => path), faults: faults.map(({ path }) => path) };
}

describe('of changes that are not all sound', () => {
  it('what has no fault is kept, and every fault is told', () => {
    expect(keep({ 'field.coupling': 3, seed: -1, 'field.nois': 1, 'mesh.loss': 0.1, 'a..b': 1 })).toEqual({
      kept: ['field.coupling', 'mesh.loss'],
      faults: ['', 'seed', 'field.nois'],
    });
  });

  it('what only those together would have made sound goes with them', () => {
    const faults = keep({ seed: 7, 'field.oscillators': 'many', 'mesh.agents': 16, 'field.coupling': 3 });
    expect(faults).toEqual({ kept: ['seed', 'mesh.agents', 'field.coupling'], faults: ['field.oscillators'] });
    expect(keep({ 'mesh.agents': 128, 'field.oscillators': 100 })).toEqual({ kept: ['mesh.agents'], faults: ['field.oscillators'] });
  });

  it('the one that spoils what nobody asked for goes, and the others stay', () => {
    expect(keep({ seed: 7, stepS: 0.03, 'field.coupling': 3 })).toEqual({ kept: ['seed', 'field.coupling'], faults: ['sampleS'] });
  });

  it('nothing is left where nothing is sound', () => {
    expect(keepSound([{ path: 'a' }], () => [{ path: 'b', found: '1', allowed: '2' }]).kept).toEqual([]);
  });
});

it.each([
  ['field.coupling', 'field.coupling', true],
  ['mesh.stragglers', 'mesh.stragglers[0].agent', true],
  ['__proto__.x', '__proto__', true],
  ['field.coupling', 'field.couplings', false],
  ['field.couplings', 'field.coupling', false],
])('a change of %s is to blame for a fault at %s: %s', (path, at, expected) => {
  expect(touches(path, { path: at, found: '1', allowed: '2' })).toBe(expected);
});
