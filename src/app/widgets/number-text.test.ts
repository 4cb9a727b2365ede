import { expect, test } from 'vitest';
import { numberText, rateText, typedNumber } from './number-text.ts';

test('A number that is not there is a dash, and zero has no sign', () => {
  expect(numberText(NaN, 2, 's')).toBe('–');
  expect(numberText(-0.001, 2)).toBe('0.00');
  expect(numberText(-1.5, 1, 'rad/s')).toBe('−1.5 rad/s');
});

test('A typed number is one in decimal digits; a comma parts thousands and nothing else', () => {
  expect(['1.5', ' 12 ', '-3', '−3', '.5', '5.', '1e-3', '131,072', '1,048,576.5'].map(typedNumber)).toEqual([
    1.5, 12, -3, -3, 0.5, 5, 1e-3, 131_072, 1_048_576.5,
  ]);
  for (const text of ['', '1,5', '0x10', 'abc', '1 000', '.', 'e5', '1,00,000', 'Infinity', '1.5.2']) expect(typedNumber(text)).toBeNaN();
});

test('A rate keeps three digits that matter', () => {
  expect(rateText(0.3456, '/s')).toBe('0.35 /s');
  expect(rateText(12.345, '/s')).toBe('12.3 /s');
  expect(rateText(1_234.6, '/s')).toBe('1235 /s');
  expect(rateText(NaN, 'ms')).toBe('–');
});
