import { describe, expect, test } from 'vitest';
import { parameters } from '../../lab/scenario/parameters.ts';
import { parameterScale, roundStops, stopsScale } from './slider-scale.ts';

describe('a linear slider', () => {
  const scale = parameterScale(parameters.coupling);

  test('ends where the parameter says that its slider ends', () => {
    expect([scale.min, scale.max, scale.step]).toEqual([0, 8, 0.01]);
  });

  test('gives values with the digits of its step', () => {
    expect(scale.value(0.1 + 0.2)).toBe(0.3);
    expect(scale.value(2.9999999)).toBe(3);
  });

  test('stands at its end for a value beyond it', () => {
    expect(scale.position(50)).toBe(8);
  });
});

describe('a logarithmic slider', () => {
  const scale = parameterScale(parameters.oscillators);

  test('has round stops from the parameter’s minimum to its slider’s maximum', () => {
    expect(scale.value(scale.min)).toBe(2);
    expect(scale.value(scale.max)).toBe(1_048_576);
    expect(roundStops(2, 16)).toEqual([2, 3, 4, 6, 8, 12, 16]);
  });

  test('comes back to every stop', () => {
    for (let position = scale.min; position <= scale.max; position++) expect(scale.position(scale.value(position))).toBe(position);
  });

  test('stands at the nearest stop, in ratio, for a value between', () => {
    expect(stopsScale([1, 10, 100]).position(2_000)).toBe(2);
    expect(stopsScale([1, 10, 100]).position(4)).toBe(1);
    expect(stopsScale([1, 10, 100]).position(3)).toBe(0);
  });
});
