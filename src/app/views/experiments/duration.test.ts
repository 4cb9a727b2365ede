import { expect, test } from 'vitest';
import { duration } from './duration.ts';

test('A duration is told in the unit that fits', () => {
  expect([0.2, 42.4, 100, 4000, 9000].map(duration)).toEqual(['1 s', '42 s', '2 min', '67 min', '2.5 h']);
});
