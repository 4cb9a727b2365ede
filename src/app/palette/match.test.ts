import { expect, test } from 'vitest';
import { matchScore } from './match.ts';

const texts = ['Partition', 'Heal', 'Partition shape: Ring of majorities', 'π₀: one slow agent', 'Phase rate', 'Pause', 'Export run'];

function best(query: string): string | undefined {
  return texts
    .map((text) => ({ text, score: matchScore(query, text) }))
    .filter(({ score }) => score !== undefined)
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0))[0]?.text;
}

test('What begins like the query comes first, the shorter of two alike', () => {
  expect(best('part')).toBe('Partition');
  expect(best('p')).toBe('Pause');
});

test('Words may come in any order, and from the middle', () => {
  expect(best('ring part')).toBe('Partition shape: Ring of majorities');
  expect(best('run exp')).toBe('Export run');
  expect(best('slow')).toBe('π₀: one slow agent');
});

test('A letter left out is forgiven, letters strewn over a sentence are not', () => {
  expect(best('prtition')).toBe('Partition');
  expect(matchScore('prun', 'Partition shape: Ring of majorities')).toBeUndefined();
});

test('A word that is nowhere matches nothing; no word matches all', () => {
  expect(matchScore('heal zebra', 'Heal')).toBeUndefined();
  expect(texts.every((text) => matchScore(' ', text) !== undefined)).toBe(true);
});
