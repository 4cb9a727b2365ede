import { describe, expect, test } from 'vitest';
import { axisTitle, shortNumber } from './number-format.ts';

describe('a number of a figure', () => {
  test('has four digits, a true minus sign, and an exponent only where it must', () => {
    expect(shortNumber(0.123456)).toBe('0.1235');
    expect(shortNumber(-1450)).toBe('−1450');
    expect(shortNumber(12.5)).toBe('12.5');
    expect(shortNumber(123456)).toBe('123500');
    expect(shortNumber(0)).toBe('0');
    expect(shortNumber(2.5e-7)).toBe('2.5e−7');
    expect(shortNumber(NaN)).toBe('–');
  });
});

test('an axis says what it shows and in which unit', () => {
  expect(axisTitle({ label: 'coupling', symbol: 'K', unit: '1/s', scale: 'linear' })).toBe('coupling K, 1/s');
  expect(axisTitle({ label: 'seeds', scale: 'linear' })).toBe('seeds');
});
