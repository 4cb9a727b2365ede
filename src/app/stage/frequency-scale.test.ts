import { describe, expect, test } from 'vitest';
import { frequencyScale, writePlaces } from './frequency-scale.ts';

describe('the scale of the frequencies', () => {
  test('is centred on the median and ends where a tenth lies beyond', () => {
    const { medianRadS, reachRadS } = frequencyScale(Float32Array.from({ length: 101 }, (_, i) => i));
    expect(medianRadS).toBe(50);
    expect(reachRadS).toBeCloseTo(40, 4);
  });

  test('is not stretched by an outlier', () => {
    const frequencies = Float32Array.from({ length: 101 }, (_, i) => i);
    frequencies[100] = 1e6;
    expect(frequencyScale(frequencies).reachRadS).toBeCloseTo(40, 4);
  });

  test('gives the median the middle of the map and clips what is beyond its ends', () => {
    const places = new Uint8Array(3);
    writePlaces(places, Float32Array.of(-1e9, 5, 1e9), { medianRadS: 5, reachRadS: 2 });
    expect([...places]).toEqual([0, 128, 255]);
  });

  test('gives frequencies that are all alike the middle of the map', () => {
    const alike = new Float32Array(10).fill(3);
    const places = new Uint8Array(10);
    writePlaces(places, alike, frequencyScale(alike));
    expect(new Set(places)).toEqual(new Set([128]));
  });

  test('of very many is told from a sample, within a hundredth', () => {
    const many = Float32Array.from({ length: 100_000 }, (_, i) => i / 100_000);
    const { medianRadS, reachRadS } = frequencyScale(many);
    expect(medianRadS).toBeCloseTo(0.5, 2);
    expect(reachRadS).toBeCloseTo(0.4, 2);
  });

  test('of nothing is nothing', () => {
    expect(frequencyScale(new Float32Array(0))).toEqual({ medianRadS: 0, reachRadS: 0 });
  });
});
