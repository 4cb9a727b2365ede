import { expect, it } from 'vitest';
import { powerText } from './power-text.ts';

it.each([
  [0, '0'],
  [0.0416, '0.042'],
  [-1.5, '−1.500'],
  [7.6e-16, '8·10⁻¹⁶'],
  [-2e-4, '−2·10⁻⁴'],
])('%f is written %s', (value, text) => {
  expect(powerText(value)).toBe(text);
});
