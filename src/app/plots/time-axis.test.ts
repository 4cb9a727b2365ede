import { describe, expect, test } from 'vitest';
import { firstAtOrAfter, nearestRow, spanAt, spanAround } from './time-axis.ts';

describe('the time that plots show', () => {
  test('is the whole run in its first minute, then the last minute', () => {
    expect(spanAt(0, false)).toEqual({ fromS: 0, toS: 20 });
    expect(spanAt(33, false)).toEqual({ fromS: 0, toS: 40 });
    expect(spanAt(60, false)).toEqual({ fromS: 0, toS: 60 });
    expect(spanAt(95.5, false)).toEqual({ fromS: 35.5, toS: 95.5 });
  });

  test('of a whole run ends at a round number not before now', () => {
    for (const nowS of [0, 3, 10, 10.1, 61, 99, 100, 101, 1_234, 99_999]) {
      const { fromS, toS } = spanAt(nowS, true);
      expect(fromS).toBe(0);
      expect(toS).toBeGreaterThanOrEqual(nowS);
      expect(toS).toBeLessThanOrEqual(Math.max(20, 1.51 * nowS));
    }
  });

  test('of a whole run stays the same for many rows', () => {
    const ends = new Set(Array.from({ length: 10_000 }, (_, i) => spanAt(10 + i / 10, true).toS));
    expect(ends.size).toBeLessThan(25);
  });
});

describe('a time among the rows', () => {
  const times = Float64Array.of(0, 0.1, 0.2, 0.4, 99);
  const length = 4;

  test('is found as the first row not before it', () => {
    expect(firstAtOrAfter(times, length, -1)).toBe(0);
    expect(firstAtOrAfter(times, length, 0.1)).toBe(1);
    expect(firstAtOrAfter(times, length, 0.15)).toBe(2);
    expect(firstAtOrAfter(times, length, 5)).toBe(4);
  });

  test('is read at the nearest row, and never past the last', () => {
    expect(nearestRow(times, length, 0.14)).toBe(1);
    expect(nearestRow(times, length, 0.16)).toBe(2);
    expect(nearestRow(times, length, 70)).toBe(3);
    expect(nearestRow(times, length, -70)).toBe(0);
    expect(nearestRow(times, 0, 1)).toBe(-1);
  });
});

test('a moment of the past stands in the middle of the window, and the last minute stays as long as it lies well within', () => {
  expect(spanAround(30, 500)).toEqual({ fromS: 0, toS: 60 });
  expect(spanAround(200, 500)).toEqual({ fromS: 170, toS: 230 });
  expect(spanAround(480, 500)).toEqual({ fromS: 440, toS: 500 });
  expect(spanAround(3, 25)).toEqual(spanAt(25, false));
});
