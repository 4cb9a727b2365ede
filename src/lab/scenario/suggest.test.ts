import { expect, it } from 'vitest';
import { choices, suggest } from './suggest.ts';

it('finds what a slip of the finger meant, and nothing for another word', () => {
  const words = ['coupling', 'noise', 'heal', 'set'];
  expect(suggest('copuling', words)).toBe('coupling');
  expect(suggest('NOISE', words)).toBe('noise');
  expect(suggest('noises', words)).toBe('noise');
  expect(suggest('hal', words)).toBe('heal');
  expect(suggest('temperature', words)).toBeUndefined();
  expect(suggest('x', words)).toBeUndefined();
  expect(suggest('x'.repeat(1_000_000), words)).toBeUndefined();
});

it('lists choices as a sentence does', () => {
  expect([choices(['a']), choices(['a', 'b']), choices(['a', 'b', 'c'])]).toEqual(['"a"', '"a" or "b"', '"a", "b" or "c"']);
});
