import { expect, test } from 'vitest';
import { importShiviz } from '../lab/import/shiviz.ts';
import { withinMs } from './time-limit.ts';

test('work that ends gives its value, and its own errors', () => {
  expect(withinMs(1_000, () => 7)).toEqual({ value: 7 });
  expect(() =>
    withinMs(1_000, () => {
      throw new Error('mine');
    }),
  ).toThrow('mine');
});

test('an expression that would backtrack for ever is stopped', () => {
  // 2⁴⁰ ways through the line.
  const parser = String.raw`(?<host>(?:a+)+)b(?<clock>{})(?<event>.*)`;
  expect(withinMs(200, () => importShiviz(`${'a'.repeat(40)}!`, { parser }))).toBeUndefined();
});
