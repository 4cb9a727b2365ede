import { expect, it } from 'vitest';
import { about, allOf, atLeast, atMost, near, never, shareOf } from './claims.ts';

it('decides only where the whole interval is on one side', () => {
  expect([atMost(3, { low: 1, high: 3 }), atMost(3, { low: 2, high: 4 }), atMost(3, { low: 3.1, high: 4 })]).toEqual([
    'holds',
    'not decided',
    'fails',
  ]);
  expect([atLeast(3, { low: 3, high: 9 }), atLeast(3, { low: 2, high: 4 }), atLeast(3, { low: 1, high: 2.9 })]).toEqual([
    'holds',
    'not decided',
    'fails',
  ]);
  expect([near(1, 0.1, { low: 0.95, high: 1.05 }), near(1, 0.1, { low: 1.05, high: 1.15 }), near(1, 0.1, { low: 1.2, high: 1.3 })]).toEqual(
    ['holds', 'not decided', 'fails'],
  );
  expect(near(1, 0.1, { low: 0.5, high: 0.8 })).toBe('fails');
  expect([about(100, { low: 91, high: 109 }), about(100, { low: 80, high: 120 })]).toEqual(['holds', 'not decided']);
});

it('decides nothing where one replicate gives no interval', () => {
  const unknown = { low: NaN, high: NaN };
  expect([atMost(3, unknown), atLeast(3, unknown), near(3, 1, unknown), about(3, unknown)]).toEqual(Array(4).fill('not decided'));
});

it('lets a claim about several figures fail with one and hold with all', () => {
  expect(allOf(['holds', 'fails', 'not decided'])).toBe('fails');
  expect(allOf(['holds', 'not decided'])).toBe('not decided');
  expect([allOf(['holds', 'holds']), allOf([])]).toEqual(['holds', 'not decided']);
});

it('never lets “never” hold, and writes none in n as a bound', () => {
  expect([never(0), never(1)]).toEqual(['not refuted', 'fails']);
  // Clopper–Pearson of none in ten (SciPy 1.17).
  expect(shareOf(0, 10)).toEqual({
    relation: '<',
    value: expect.closeTo(0.3084971, 6) as number,
    low: 0,
    high: expect.closeTo(0.3084971, 6) as number,
  });
  expect(shareOf(3, 10)).toMatchObject({ relation: '=', value: 0.3, low: expect.closeTo(0.0667395, 6) as number });
});
