import { expect, test } from 'vitest';
import { fates } from '../../lab/run/types.ts';
import { endShare, lossFreshness, shareGone } from './flight.ts';

const [travels = -1, dropped = -1, cut = -1, missed = -1] = fates.map((_, number) => number);

test('a message goes its way evenly', () => {
  expect(shareGone(0, 0.1, 1)).toBe(-0);
  expect(shareGone(-0.025, 0.075, 1)).toBeCloseTo(0.25, 9);
  expect(shareGone(-0.2, -0.1, 1)).toBe(1);
});

test('one that is stopped by a cut ends at the wall, one that is lost by chance halfway, one that nobody hears at its receiver', () => {
  expect(endShare(cut, true, 0.3)).toBe(0.3);
  expect(endShare(cut, true, NaN)).toBe(0.5);
  expect(endShare(dropped, false, 0.3)).toBe(0.5);
  expect(endShare(missed, false, NaN)).toBe(1);
  expect(endShare(travels, false, 0.3)).toBe(1);
});

test('a loss is fresh at its moment and fades; before it the message is on its way', () => {
  expect(lossFreshness(cut, -0.02, 0.08, 0.3, 0.4)).toBe(0);
  expect(lossFreshness(cut, -0.03, 0.07, 0.3, 0.4)).toBeCloseTo(1, 9);
  expect(lossFreshness(cut, -0.23, -0.13, 0.3, 0.4)).toBeCloseTo(0.5, 9);
  expect(lossFreshness(cut, -0.5, -0.4, 0.3, 0.4)).toBe(0);
  expect(lossFreshness(travels, -0.5, -0.4, 1, 0.4)).toBe(0);
});
