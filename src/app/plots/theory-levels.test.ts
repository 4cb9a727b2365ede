import { expect, test } from 'vitest';
import type { Answer } from '../../worker/live-api.ts';
import { levelsOf, theoryHelp, theoryText } from './theory-levels.ts';

const known = (value: number): Answer => ({ known: true, value, formula: 'r = …', regime: 'N → ∞', source: 'Kuramoto 1975' });
const unknown: Answer = { known: false, reason: 'Nobody knows.' };
const theory = (orders: readonly Answer[], agents: readonly number[]) => ({
  prediction: { criticalCoupling: known(1), criticalNoise: known(1), orders },
  agents,
  sinceS: 3,
});

test('A whole mesh has one line without a name of its own', () => {
  expect(levelsOf(theory([known(0.7)], [16]))).toEqual([{ value: 0.7, fromS: 3, label: '' }]);
  expect(theoryText([known(0.7)])).toBe('0.70');
});

test('Components that settle alike share a line, others have theirs', () => {
  const levels = levelsOf(theory([known(0), known(0.5), known(0)], [8, 7, 1]));
  expect(levels.map(({ value, label }) => [value, label])).toEqual([
    [0, '8 agents, 1 agent · 0.00'],
    [0.5, '7 agents · 0.50'],
  ]);
  expect(theoryText([known(0), known(0.5), known(0)])).toBe('0.00 · 0.50');
  expect(levelsOf(theory([known(0.31), known(0.31)], [8, 8]))).toEqual([{ value: 0.31, fromS: 3, label: '8 agents · 0.31' }]);
});

test('Many values are told as a range', () => {
  expect(theoryText([0.4, 0.1, 0.3, 0.2].map(known))).toBe('0.10 … 0.40');
});

test('Where theory has nothing there is no line, and the reason in words', () => {
  expect(levelsOf(theory([unknown], [16]))).toEqual([]);
  expect(theoryText([unknown])).toBe('none');
  expect(theoryHelp([unknown])).toBe('Nobody knows.');
});
