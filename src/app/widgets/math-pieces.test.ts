import { expect, test } from 'vitest';
import { mathPieces } from './math-pieces.ts';

test('symbols with an index or an exponent stand out of their sentence', () => {
  expect(mathPieces('r = I_{1+ν}(x)/I_ν(x) beyond K_c')).toEqual([
    'r = ',
    { symbol: 'I', place: 'below', script: '1+ν' },
    '(x)/',
    { symbol: 'I', place: 'below', script: 'ν' },
    '(x) beyond ',
    { symbol: 'K', place: 'below', script: 'c' },
  ]);
  expect(mathPieces('K/(1 + e^{−4w})')).toEqual(['K/(1 + ', { symbol: 'e', place: 'above', script: '−4w' }, ')']);
});

test('words with an underscore are words', () => {
  expect(mathPieces('the column agent_mean of legacy_strict')).toEqual(['the column agent_mean of legacy_strict']);
});
