import { expect, test } from 'vitest';
import { wholeText } from './whole-text.ts';

test('Whole numbers are grouped by thousands', () => {
  expect([0, 12, 999, 1000, 131_072, 1_048_576, -1000].map(wholeText)).toEqual([
    '0',
    '12',
    '999',
    '1,000',
    '131,072',
    '1,048,576',
    '-1,000',
  ]);
  expect(wholeText(1499.6)).toBe('1,500');
});
