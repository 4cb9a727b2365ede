import { expect, test } from 'vitest';
import { countText } from './counts.ts';

test('counts are read calmly: a decimal only where there are few', () => {
  expect(countText(0)).toBe('0.0');
  expect(countText(3.14)).toBe('3.1');
  expect(countText(9.97)).toBe('10');
  expect(countText(337.6)).toBe('338');
});
