import { expect, test } from 'vitest';
import { lamport } from './draw-agents.ts';

test('Lamport times of a long run that are near each other read differently', () => {
  expect(lamport(852)).toBe('L 852');
  expect([153_482, 153_491].map(lamport)).toEqual(['L 153,482', 'L 153,491']);
  expect([1_534_820, 1_534_829].map(lamport)).toEqual(['L …534,820', 'L …534,829']);
});
